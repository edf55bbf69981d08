import { z } from 'zod';
import { role, roles } from '../domain/office/permission.ts';
import { channel } from './channel.ts';
import { id, instant, line, nothing, paragraph } from './fields.ts';
import { newPassword, officeStatus } from './office.ts';
import { restoreChoice, restoreReport } from './office-copies.ts';

/** Who may open the office: people, the recovery kit, the keystore of this computer. */

/** What is printed on a card as its kit: five hexadecimal digits. */
const kit = z.string().regex(/^[0-9A-F]{5}$/);

/** 28 words in any case, in full or by their first four letters; numbers between them do not matter. */
const card = paragraph(1000);

const typedCards = z.strictObject({ firstCard: card, secondCard: card });

/** One kit of three cards, any two of which open the office. */
const recoveryKit = z.strictObject({
  kit,
  /** `pending` until two of its cards were typed back: nobody knows yet whether they were printed. It opens the office already. */
  state: z.enum(['pending', 'active']),
  madeAt: instant,
  confirmedAt: instant.nullable(),
});
export type RecoveryKit = z.infer<typeof recoveryKit>;

/**
 * `unavailable`: this computer has no keystore worth the name (or the host gives none). `useless`: something was enabled that
 * does not open with what the keystore gives now, for example after the folder was moved to another computer.
 */
const keystoreState = z.enum(['unavailable', 'off', 'on', 'useless']);

const officeHolders = z.strictObject({
  people: z.array(
    z.strictObject({
      userId: id,
      staffNumber: z.int().positive(),
      displayName: z.string(),
      roles: z.array(role),
      /** Since when this person's own key has been the present one: registration, or the last reset. */
      since: instant,
    }),
  ),
  /** The newest first; two while one is being replaced. */
  kits: z.array(recoveryKit).max(3),
  keystore: z.strictObject({ state: keystoreState, since: instant.nullable() }),
});
export type OfficeHolders = z.infer<typeof officeHolders>;

export const officeHolderChannels = {
  'office.holders': channel({
    access: 'office.read_users',
    effect: 'read',
    input: nothing,
    output: officeHolders,
  }),
  /** One's own password. The signing key stays; the old password opens nothing afterwards. */
  'office.changePassword': channel({
    access: 'signed_in',
    effect: 'work',
    input: z.strictObject({ currentPassword: line(128).min(1), newPassword }),
    output: z.strictObject({ changedAt: instant }),
  }),
  'office.setUserRoles': channel({
    access: 'office.manage_users',
    effect: 'work',
    input: z.strictObject({ userId: id, roles: z.array(role).min(1).max(roles.length) }),
    output: z.strictObject({ roles: z.array(role) }),
  }),
  /** Their password opens nothing afterwards. What they did stays in the records, and stays valid. */
  'office.removeUser': channel({
    access: 'office.manage_users',
    effect: 'work',
    input: z.strictObject({ userId: id }),
    output: z.strictObject({ removedAt: instant }),
  }),
  /** A new kit, pending until `office.confirmRecoveryKit`. The cards are in the answer and nowhere else. */
  'office.makeRecoveryKit': channel({
    access: 'office.manage_keys',
    effect: 'work',
    input: nothing,
    output: z.strictObject({
      kit,
      /** One A4 sheet with the three cards, in Korean and English. */
      pdf: z.base64(),
    }),
  }),
  /** Two cards of the pending kit typed back. An earlier kit opens nothing afterwards. */
  'office.confirmRecoveryKit': channel({
    access: 'office.manage_keys',
    effect: 'work',
    input: typedCards,
    output: z.strictObject({ kit, ended: z.array(kit) }),
  }),
  /** Reads one card as typed, so that a slip is told at once and not after the second card. Opens nothing. */
  'office.readRecoveryCard': channel({
    access: 'anyone',
    effect: 'read',
    input: z.strictObject({ card }),
    output: z.strictObject({ kit, card: z.int().min(1).max(3) }),
  }),
  /** A new password for somebody who forgot theirs, by two cards. Nobody is signed in by it. */
  'office.recover': channel({
    access: 'anyone',
    effect: 'work',
    input: z.strictObject({ ...typedCards.shape, signInName: line(60).min(1), newPassword }),
    output: officeStatus,
  }),
  /** `office.restore` with two cards instead of a password. Nobody is signed in by it; `office.recover` sets a password then. */
  'office.restoreWithKit': channel({
    access: 'anyone',
    effect: 'work',
    input: restoreChoice.extend(typedCards.shape),
    output: z.strictObject({ report: restoreReport, status: officeStatus }),
  }),
  'office.enableKeystore': channel({
    access: 'office.manage_keys',
    effect: 'work',
    input: nothing,
    output: z.strictObject({ state: keystoreState }),
  }),
  'office.disableKeystore': channel({
    access: 'office.manage_keys',
    effect: 'work',
    input: nothing,
    output: z.strictObject({ state: keystoreState }),
  }),
};
