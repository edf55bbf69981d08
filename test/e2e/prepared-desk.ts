import type { Page } from 'playwright/test';
import type { Answer } from '../../shared/contract/answer.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/contract/contract.ts';
import type { Role } from '../../shared/domain/office/permission.ts';
import { createText, type Text } from '../../shared/text/messages.ts';
import { exampleSignature, membershipForm } from '../fixtures/consent.ts';
import { expect } from './office-fixture.ts';

/** An office on which something can be reviewed and destroyed, made by calls; what a test is about it does in the window. */
export const english = createText('en');
export const korean = createText('ko');

export type Call = (channel: string, input: unknown) => Promise<Answer>;

const member = (signInName: string, displayName: string, roles: Role[], password: string) => ({
  signInName,
  displayName,
  roles,
  password,
});

/** Staff numbers 1 to 4, in this order. */
export const people = {
  clerk: member('dohyun', 'Kim Do-hyun', ['administrator', 'clerk'], 'ink runs along the harbour wall'),
  asker: member('soyeon', 'Lee So-yeon', ['reviewer'], 'a quiet ledger for the winter'),
  approver: member('jihoon', 'Park Ji-hoon', ['reviewer'], 'second signature under the oak'),
  operator: member('mina', 'Choi Mi-na', ['operator'], 'cedar and charcoal by the gate'),
} as const;
export type Person = keyof typeof people;

/** One call that must succeed. */
export async function sent<Name extends ChannelName>(
  call: Call,
  channel: Name,
  input: ChannelInput<Name>,
): Promise<ChannelOutput<Name>> {
  const answer = await call(channel, input);
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return answer.value as ChannelOutput<Name>;
}

/** The office, its four people, and `count` consents that fell due years ago, all given on one day unless told. */
export async function prepareDesk(
  page: Page,
  call: Call,
  count: number,
  givenOn: (number: number) => string = () => '2021-03-02',
): Promise<string[]> {
  await sent(call, 'office.create', {
    officeName: 'Haneul Clinic',
    timeZone: 'Asia/Seoul',
    jurisdiction: 'korea',
    language: 'en',
    cipher: 'aegis',
    administrator: people.clerk,
    secondUser: people.asker,
  });
  await sent(call, 'office.addUser', people.approver);
  await sent(call, 'office.addUser', people.operator);
  const { rules } = await sent(call, 'retention.listRules', {});
  const consented = rules.find(({ content }) => !content.obligedByLaw)?.ruleId ?? '';
  const content = membershipForm(consented);
  const { formVersionId } = await sent(call, 'collection.publishForm', { formId: null, content });
  const { digest } = await sent(call, 'collection.getNotice', { formVersionId, language: 'en' });
  const [essential, additional] = content.purposes;
  if (essential === undefined || additional === undefined) throw new Error('the form has two purposes');
  const receiptCodes: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { receiptCode } = await sent(call, 'collection.capture', {
      formVersionId,
      language: 'en',
      noticeDigest: digest,
      personId: null,
      answers: [
        { purposeId: essential.id, answer: 'given' },
        { purposeId: additional.id, answer: 'refused' },
      ],
      values: [
        { itemCode: 'name', value: `Invented Person ${number}` },
        { itemCode: 'telephone', value: '010-0000-0000' },
      ],
      evidence: { way: 'screen', signature: exampleSignature },
      otherThan: [],
      guardian: null,
      draftId: null,
      givenOn: givenOn(number),
    });
    receiptCodes.push(receiptCode);
  }
  await expect(page.getByRole('navigation', { name: english('office.spine.label') })).toBeVisible();
  return receiptCodes;
}

/** Somebody else sits down at the desk. */
export async function sitDown(page: Page, call: Call, who: Person): Promise<void> {
  const { signInName, password, displayName } = people[who];
  await sent(call, 'office.signOut', {});
  await sent(call, 'office.signIn', { signInName, password });
  await expect(page.getByText(displayName, { exact: true }).first()).toBeVisible({ timeout: 45_000 });
}

export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
}

/** Proposes everything that is due, as the asker. Answers the order's id. */
export async function proposeEverything(call: Call): Promise<{ orderId: string; digest: string }> {
  const { units } = await sent(call, 'retention.listUnits', { show: 'due', limit: 500, offset: 0 });
  return sent(call, 'destruction.proposeOrder', { unitIds: units.map((unit) => unit.unitId) });
}

/** Everything that is due asked for, approved and destroyed, by the people whose duty it is. Answers the certificate's number. */
export async function destroyEverything(page: Page, call: Call): Promise<string> {
  await sitDown(page, call, 'asker');
  const { orderId, digest } = await proposeEverything(call);
  await sitDown(page, call, 'approver');
  await sent(call, 'destruction.approveOrder', { orderId, digest });
  await sitDown(page, call, 'operator');
  const { certificateNumber } = await sent(call, 'destruction.executeOrder', { orderId, digest });
  if (certificateNumber === null) throw new Error('no certificate was issued');
  return certificateNumber;
}

/** The language and the theme of whoever sits down next; answers the texts in that language. */
export async function speak(call: Call, language: 'en' | 'ko', theme: 'light' | 'dark'): Promise<Text> {
  await sent(call, 'office.setPreferences', { language, theme });
  return language === 'en' ? english : korean;
}
