import { demoUsers } from '../../main/hosts/demo/demo-office.ts';
import type { inventPeople } from '../../main/hosts/demo/invented-people.ts';
import type { ChannelInput } from '../../shared/contract/contract.ts';

/** What the phases that measure an office have to know of it. */
export interface Seeded {
  readonly formVersionId: string;
  readonly noticeDigest: string;
  readonly purposeIds: string[];
  /** The two units of each person whose units are due, person by person. */
  readonly dueUnits: string[][];
  readonly seedMilliseconds: number;
  readonly databaseBytes: number;
}

/** A capture of the seeded form by an invented person who agrees to both purposes. */
export function captureInput(
  form: Pick<Seeded, 'formVersionId' | 'noticeDigest' | 'purposeIds'>,
  person: ReturnType<typeof inventPeople>[number],
  givenOn: string,
): ChannelInput<'collection.capture'> {
  return {
    formVersionId: form.formVersionId,
    language: 'ko',
    noticeDigest: form.noticeDigest,
    personId: null,
    answers: form.purposeIds.map((purposeId) => ({ purposeId, answer: 'given' })),
    values: [
      { itemCode: 'name', value: person.name },
      { itemCode: 'telephone', value: person.telephone },
      { itemCode: 'email', value: person.email },
      { itemCode: 'request_note', value: person.note },
    ],
    evidence: { way: 'screen', signature: drawnSignature(person.signature().path) },
    otherThan: [],
    guardian: null,
    draftId: null,
    givenOn,
  };
}

/** As long as one drawn by hand: some 150 points. */
function drawnSignature(path: string) {
  const curves = Array.from({ length: 50 }, (_, place) => {
    const x = 20 + place * 7;
    return `C${x} ${40 + (place % 9) * 8} ${x + 3} ${90 - (place % 7) * 5} ${x + 6} ${60 + (place % 5) * 9}`;
  });
  return { width: 400, height: 150, path: `${path}${curves.join('')}` };
}

export function passwordOf(signInName: string): string {
  const user = demoUsers.find((candidate) => candidate.signInName === signInName);
  if (user === undefined) throw new Error('no such user');
  return user.password;
}
