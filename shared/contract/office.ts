import { z } from 'zod';
import { permission, role, roles } from '../domain/office/permission.ts';
import { jurisdiction } from '../domain/retention/retention-rule.ts';
import { channel } from './channel.ts';
import { filledLine, id, instant, language, line, nothing, plainDate } from './fields.ts';

/** Sign-in names: letters, digits and `. _ -`, in any script, compared without regard to case or width (NFKC). */
export const signInName = z
  .string()
  .min(2)
  .max(60)
  .regex(/^[\p{L}\p{M}\p{N}._-]+$/u, { error: 'sign_in_name' });

/** Length is what makes a password strong (NIST SP 800-63B-4 section 3.1.1); how guessable it is is rated besides. */
export const newPassword = line(128).min(10);
const givenPassword = line(128).min(1);

export const theme = z.enum(['system', 'light', 'dark']);
export const preferences = z.strictObject({ language: language.nullable(), theme });
export type Preferences = z.infer<typeof preferences>;

const newUser = z.strictObject({
  signInName,
  displayName: filledLine(80),
  roles: z.array(role).min(1).max(roles.length),
  password: newPassword,
});
export type NewUser = z.infer<typeof newUser>;

export const sessionUser = z.strictObject({
  id,
  /** 1 for the first user; certificates and the audit log name staff by this number, never by name. */
  staffNumber: z.int().positive(),
  displayName: z.string(),
  roles: z.array(role),
  permissions: z.array(permission),
});
export type SessionUser = z.infer<typeof sessionUser>;

export const officeStatus = z.strictObject({
  /** `damaged`: the file that says what the folder is cannot be read, so nobody can sign in; see `office.setAside`. */
  state: z.enum(['empty', 'damaged', 'signed_out', 'locked', 'open']),
  /** Whether damage was seen since the start that nothing but a restore mends. */
  needsRestore: z.boolean(),
  preferences,
  user: sessionUser.nullable(),
  office: z
    .strictObject({
      id,
      name: z.string(),
      timeZone: z.string(),
      jurisdiction,
      cipher: z.enum(['aegis', 'sqlcipher']),
    })
    .nullable(),
  /** Today in the office's time zone; null until somebody has signed in. */
  today: plainDate.nullable(),
  /** How many times the keys have been changed since the office was created; null until somebody has signed in. */
  epoch: z.int().nullable(),
  /** What the application carries out by itself in the office's window, and has within a day; null where nothing is. */
  tonight: z
    .strictObject({
      planned: z.int().nonnegative(),
      /** The window that is open, or the next one; null where nothing is planned. */
      opening: z.strictObject({ opensAt: instant, closesAt: instant }).nullable(),
      /** Whether it runs only while somebody is signed in, at the desk or behind the lock. */
      needsSomebody: z.boolean(),
      carriedOut: z.int().nonnegative(),
      carriedOutAt: instant.nullable(),
    })
    .nullable(),
  /** Only in a demonstration office: who can sign in, shown on the sign-in page. */
  demoUsers: z
    .array(z.strictObject({ signInName: z.string(), password: z.string(), roles: z.array(role) }))
    .nullable(),
});
export type OfficeStatus = z.infer<typeof officeStatus>;

export const userRow = z.strictObject({
  id,
  staffNumber: z.int().positive(),
  displayName: z.string(),
  signInName: z.string(),
  roles: z.array(role),
  createdAt: instant,
});
export type UserRow = z.infer<typeof userRow>;

const count = z.int().nonnegative();

export const officeChannels = {
  'office.status': channel({ access: 'anyone', effect: 'read', input: nothing, output: officeStatus }),
  'office.ratePassword': channel({
    access: 'anyone',
    effect: 'read',
    input: z.strictObject({ password: line(128), signInName: line(60) }),
    /** 0 (guessed at once) to 4 (beyond guessing); anything under 3 characters long is 0. */
    output: z.strictObject({ score: z.int().min(0).max(4), acceptable: z.boolean() }),
  }),
  'office.create': channel({
    access: 'anyone',
    effect: 'work',
    input: z.strictObject({
      officeName: filledLine(120),
      timeZone: line(64).min(1),
      jurisdiction,
      language,
      cipher: z.enum(['aegis', 'sqlcipher']),
      administrator: newUser,
      secondUser: newUser,
    }),
    output: officeStatus,
  }),
  'office.signIn': channel({
    access: 'anyone',
    effect: 'work',
    input: z.strictObject({ signInName: line(60).min(1), password: givenPassword }),
    output: officeStatus,
  }),
  /** Keeps the office open for the scheduler, but answers nobody until the same person unlocks or signs out. */
  'office.lock': channel({ access: 'signed_in', effect: 'work', input: nothing, output: officeStatus }),
  'office.unlock': channel({
    access: 'anyone',
    effect: 'work',
    input: z.strictObject({ password: givenPassword }),
    output: officeStatus,
  }),
  'office.signOut': channel({ access: 'anyone', effect: 'work', input: nothing, output: officeStatus }),
  'office.setPreferences': channel({
    access: 'anyone',
    effect: 'work',
    input: preferences,
    output: officeStatus,
  }),
  'office.listUsers': channel({
    access: 'office.read_users',
    effect: 'read',
    input: nothing,
    output: z.strictObject({ users: z.array(userRow) }),
  }),
  'office.addUser': channel({
    access: 'office.manage_users',
    effect: 'work',
    input: newUser,
    output: z.strictObject({ id, staffNumber: z.int().positive() }),
  }),
  'office.home': channel({
    access: 'signed_in',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      people: count,
      consents: count,
      forms: count,
      activeUnits: count,
      dueUnits: count,
      overdueUnits: count,
      /** Late within the coming days, on no order yet; and the first day on which one of them is. */
      lateSoonUnits: count,
      lateSoonOn: plainDate.nullable(),
      /** Open orders with a record that is late, or will be within the coming days. */
      ordersLate: count,
      ordersLateSoon: count,
      separatedUnits: count,
      heldUnits: count,
      ordersProposed: count,
      ordersApproved: count,
      ordersInterrupted: count,
      /** Of the approved ones: those the application carries out in the office's window; those it did not, and why has to be looked at. */
      ordersScheduled: count,
      ordersNotCarriedOut: count,
      /** Paper that a vendor took away and has not certified in time. */
      vendorCertificatesOverdue: count,
      certificates: count,
      /** Source files of imports that nobody has reported destroyed. */
      importSources: count,
      vendors: count,
      /** Requests of people that are not answered; due within days; past their due date. */
      requestsOpen: count,
      requestsDue: count,
      requestsOverdue: count,
      /** People whose consent has to be renewed, because a form tells other facts since. */
      peopleToRenew: count,
      /** Training and inspections of vendors whose day has passed. */
      vendorChecksOverdue: count,
      /** Hand-overs that should have come back. */
      handOversOverdue: count,
      recallsOpen: count,
      recallsOverdue: count,
      vendorPublication: z.enum(['no_vendor', 'never', 'outdated', 'current']),
      usesToday: count,
      /** Paper: boxes, folders and documents; out of their place; missing; not brought back in time. */
      paper: z.strictObject({ boxes: count, away: count, missing: count, overdueBack: count }),
      /** False while the office has too few people to ask, approve and carry out one destruction. */
      dutiesCanBeSeparated: z.boolean(),
      /** Set when the computer's clock has gone back: nothing is destroyed until it is right again. */
      clockTroubled: z.boolean(),
      /** A sheet of the audit log is wanted every week, and the next one is due. */
      weeklySheetDue: z.boolean(),
      /** The audit log was verified when the office was opened, and does not hold. */
      auditLogTroubled: z.boolean(),
      /** Whether cards could open the office if every password were forgotten; see office-holders.ts. */
      recoveryKit: z.enum(['none', 'pending', 'active']),
      /**
       * Whether the office could be made again if this disk failed: by a backup and a copy of its keys. `failing`: the last attempt of
       * the schedule did, or found attached files that no backup has whole.
       */
      backups: z.enum(['none', 'failing', 'no_keys', 'made']),
    }),
  }),
  /** Stops the long work that is running, at its next safe point. */
  'office.cancelWork': channel({
    access: 'anyone',
    effect: 'read',
    input: z.strictObject({ channel: line(60) }),
    output: z.strictObject({ cancelling: z.boolean() }),
  }),
};
