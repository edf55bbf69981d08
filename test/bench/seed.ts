import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { systemClock } from '../../main/clock.ts';
import { keepConsent, readShownForm } from '../../main/collection/capture.ts';
import { demoForms } from '../../main/hosts/demo/demo-forms.ts';
import { demoUsers } from '../../main/hosts/demo/demo-office.ts';
import { inventPeople } from '../../main/hosts/demo/invented-people.ts';
import { RecordsThread } from '../../main/records-thread.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/contract/contract.ts';
import { captureInput, passwordOf, type Seeded } from './bench-people.ts';
import { makePlainCopy } from './plain-database.ts';

/** How many consents one transaction of the seeding keeps. */
const batch = 2000;

export interface SeedOptions {
  readonly officeFolder: string;
  readonly plainPath: string;
  readonly people: number;
  /** How many of the people have units that are due already. Each has two. */
  readonly duePeople: number;
}

/**
 * An office of `people` people, and a plain copy of its rows. Everything goes through the contract but the consents, which the
 * same function keeps that the contract uses, many in a transaction.
 */
export async function seedOffice(options: SeedOptions): Promise<Seeded> {
  const startedAt = performance.now();
  const thread = new RecordsThread({
    dataFolder: options.officeFolder,
    demo: false,
    clock: systemClock,
    logger: pino({ level: 'silent' }),
    emit: () => undefined,
  });
  const call = async <Name extends ChannelName>(
    channel: Name,
    input: ChannelInput<Name>,
  ): Promise<ChannelOutput<Name>> => {
    const answer = await thread.call(channel, input);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
    return answer.value as ChannelOutput<Name>;
  };
  const signIn = (signInName: string) =>
    call('office.signIn', { signInName, password: passwordOf(signInName) });
  try {
    const [administrator, secondUser, ...others] = demoUsers;
    await call('office.create', {
      officeName: 'Bench',
      timeZone: 'Asia/Seoul',
      jurisdiction: 'korea',
      language: 'en',
      cipher: 'aegis',
      administrator,
      secondUser,
    });
    for (const user of others) await call('office.addUser', user);
    await signIn('reviewer');
    const { rules } = await call('retention.listRules', {});
    const rule = rules.find(({ content }) => content.period === 'P1Y' && !content.obligedByLaw);
    if (rule === undefined) throw new Error('the starting rules have no such rule');
    const { membership: whole } = demoForms(() => thread.newId(), {
      consentRule: rule.ruleId,
      contractRule: rule.ruleId,
      insurance: { recipientId: thread.newId(), name: 'Bench insurance' },
    });
    // Two purposes a person, as everything has been measured with.
    const membership = { ...whole, purposes: whole.purposes.slice(0, 2) };
    const { formVersionId } = await call('collection.publishForm', { formId: null, content: membership });
    const { digest } = await call('collection.getNotice', { formVersionId, language: 'ko' });
    const purposeIds = membership.purposes.map((purpose) => purpose.id);
    const form = { formVersionId, noticeDigest: digest, purposeIds };
    await signIn('clerk');
    const { today } = await call('office.status', {});
    const dueUnits = keepEverybody(thread, form, options, Temporal.PlainDate.from(today ?? ''));
    const seedMilliseconds = performance.now() - startedAt;
    const { database } = thread.session.requireOpen().storage;
    database.checkpoint();
    const databaseBytes = makePlainCopy(database, options.plainPath);
    return { ...form, dueUnits, seedMilliseconds, databaseBytes };
  } finally {
    await thread.close();
  }
}

function keepEverybody(
  thread: RecordsThread,
  form: Pick<Seeded, 'formVersionId' | 'noticeDigest' | 'purposeIds'>,
  { people: count, duePeople }: SeedOptions,
  today: Temporal.PlainDate,
): string[][] {
  const people = inventPeople(count, 1);
  const longAgo = today.subtract({ years: 2 }).toString();
  const lately = today.subtract({ days: 90 }).toString();
  const dueUnits: string[][] = [];
  for (let from = 0; from < count; from += batch) {
    thread.inAuditedTransaction('collection.capture', (audited) => {
      const shown = readShownForm(audited, form.formVersionId, 'ko');
      // One audit entry a batch: how long the log is makes no difference to what is measured, and to making it a great one.
      audited.audit('collection.consent_captured', { formVersionId: form.formVersionId, people: batch });
      const context = { ...audited, audit: () => undefined };
      for (const [place, person] of people.slice(from, from + batch).entries()) {
        // Spread evenly over the office, as they would be.
        const index = from + place;
        const isDue = Math.floor(((index + 1) * duePeople) / count) > Math.floor((index * duePeople) / count);
        const { units } = keepConsent(context, shown, captureInput(form, person, isDue ? longAgo : lately));
        if (isDue) dueUnits.push(units.map((unit) => unit.unitId));
      }
    });
  }
  return dueUnits;
}
