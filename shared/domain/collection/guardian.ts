import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Bilingual, filledLine, plainDate } from '../../contract/fields.ts';
import { Refusal } from '../refusal.ts';
import type { Jurisdiction } from '../retention/retention-rule.ts';
import type { ItemValue } from './consent.ts';

/** The item under which a form asks for the date of birth: from it the age is computed. */
export const birthDateItemCode = 'birth_date';

/** Whether an item is called what a date of birth is called, and nothing more: that of somebody else has a longer name. */
export function isBirthDateLabel(label: Bilingual): boolean {
  return (
    /^(?:생년월일|생일|출생일|출생연월일)$/u.test(label.ko.replaceAll(/\s/gu, '')) ||
    /^(?:date of birth|birth ?date|birthday|born on)$/iu.test(label.en.trim().replaceAll(/\s+/gu, ' '))
  );
}

/**
 * How it was verified that the guardian consented: PIPA Enforcement Decree art. 17-2(1), those that need no website. No. 4 written
 * and signed, no. 6 by telephone, no. 5 a reply to an e-mail; `in_person` is an equivalent way (no. 7): the guardian stood at the
 * desk and showed who they are.
 */
export const guardianVerificationWays = ['signed_paper', 'in_person', 'telephone', 'email_reply'] as const;
export const guardianVerificationWay = z.enum(guardianVerificationWays);
export type GuardianVerificationWay = z.infer<typeof guardianVerificationWay>;

/** All that may be taken from a child before the guardian has consented (PIPA art. 22-2(2)). */
export const guardianContact = z.strictObject({
  name: filledLine(200),
  /** A telephone number or an e-mail address. */
  contact: filledLine(200),
});

/** The legal representative who consented for the child. Sealed with the consent, and gone with it. */
export const guardian = z.strictObject({
  ...guardianContact.shape,
  verification: z.strictObject({ way: guardianVerificationWay, on: plainDate }),
});
export type Guardian = z.infer<typeof guardian>;

/**
 * Below this age somebody else consents: 14 in Korea (PIPA art. 22-2(1)); 16 under the GDPR unless a member state says less
 * (art. 8(1)). Null where the office follows neither.
 */
export function ageOfConsent(jurisdiction: Jurisdiction): number | null {
  return { korea: 14, gdpr: 16, empty: null }[jurisdiction];
}

/** Full years on a day. Born on 29 February counts from 1 March in common years. Plain dates. */
export function ageOn(birthDate: string, day: string): number {
  const born = Temporal.PlainDate.from(birthDate);
  const on = Temporal.PlainDate.from(day);
  const hadBirthday = on.month > born.month || (on.month === born.month && on.day >= born.day);
  return on.year - born.year - (hadBirthday ? 0 : 1);
}

/** Whether somebody of this birth date needs a guardian to consent on that day. */
export function needsGuardian(jurisdiction: Jurisdiction, birthDate: string, day: string): boolean {
  const age = ageOfConsent(jurisdiction);
  return age !== null && birthDate <= day && ageOn(birthDate, day) < age;
}

/** Nobody has been older than this; a date before it is a slip of the hand. */
const oldestAge = 130;

/**
 * What a capture must be where age matters.
 *
 * @param isForChildren the form itself is for those who need a guardian
 * @throws Refusal birth_date_impossible, guardian_missing, guardian_not_needed, date_in_future
 */
export function checkGuardian(capture: {
  readonly jurisdiction: Jurisdiction;
  readonly values: readonly ItemValue[];
  readonly givenOn: string;
  readonly today: string;
  readonly isForChildren: boolean;
  readonly guardian: Guardian | null;
}): void {
  const { jurisdiction, values, givenOn, today, isForChildren } = capture;
  const birthDate = values.find(({ itemCode }) => itemCode === birthDateItemCode)?.value;
  if (birthDate !== undefined && !isPossibleBirthDate(birthDate, givenOn))
    throw new Refusal('birth_date_impossible', { field: `values.${birthDateItemCode}` });
  const isChild =
    isForChildren || (birthDate !== undefined && needsGuardian(jurisdiction, birthDate, givenOn));
  if (isChild && capture.guardian === null) throw new Refusal('guardian_missing', { field: 'guardian' });
  if (!isChild && capture.guardian !== null) throw new Refusal('guardian_not_needed', { field: 'guardian' });
  if (capture.guardian !== null && capture.guardian.verification.on > today)
    throw new Refusal('date_in_future', { field: 'guardian.verification' });
}

/** A birth date is a day in the past of somebody who can be alive. */
export function isPossibleBirthDate(birthDate: string, day: string): boolean {
  return birthDate <= day && ageOn(birthDate, day) <= oldestAge;
}
