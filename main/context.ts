import type { z } from 'zod';
import type { Access, Channel, Effect } from '../shared/contract/channel.ts';
import type { ChannelName, ChannelOutput, Contract } from '../shared/contract/contract.ts';
import type { Role } from '../shared/domain/office/permission.ts';
import type { AuditCode, AuditSubject } from '../shared/domain/register/audit-entry.ts';
import type { Jurisdiction } from '../shared/domain/retention/retention-rule.ts';
import type { Clock } from './clock.ts';
import type { Session } from './office/session.ts';
import type { GateWatch } from './provision/gate-watch.ts';
import type { Cipher, Database, ReadDatabase } from './storage/database.ts';
import type { OfficeStorage } from './storage/office-storage.ts';
import type { DataKeys } from './storage/vault.ts';

/** The signed-in person as handlers see them. */
export interface Actor {
  readonly id: string;
  readonly staffNumber: number;
  readonly roles: readonly Role[];
  /** Ed25519 with the person's own key, which their password opened. */
  sign(message: Uint8Array): Uint8Array;
}

export interface OfficeFacts {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly jurisdiction: Jurisdiction;
  readonly cipher: Cipher;
  /** Data key of the office's own notes (vendors, holds). */
  readonly notesKeyId: string;
}

interface Desk {
  readonly clock: Clock;
  /** A random version 4 UUID. */
  newId(): string;
  /** Tells the window how far long work has come. */
  progress(step: string, done: number, total: number): void;
  /** Lets cancellation arrive and throws Refusal `cancelled` if it has. Only long work at a safe point calls it. */
  safePoint(): Promise<void>;
  /**
   * Lets other calls be answered while `work` goes on, and comes back when its turn has come again. What has been written by
   * then must be whole: others see it, and may change it. `goOn` throws Refusal `work_interrupted` once the office is about to be
   * closed; `work` asks it between any two pieces.
   * @throws Refusal other_work_running where other long work does so already: see `requireNobodyAside`.
   */
  aside<Result>(work: (goOn: () => void) => Promise<Result>): Promise<Result>;
  /** To be called first by whatever would get in the way of long work that others are let in on. Throws other_work_running. */
  requireNobodyAside(): void;
}

export interface SignedInContext extends Desk {
  readonly office: OfficeFacts;
  readonly actor: Actor;
  /** Today in the office's time zone. */
  readonly today: string;
  /** What it opens of people, the gate has to have been asked about: see `gateWatch`. */
  readonly vault: DataKeys;
  readonly gateWatch: GateWatch;
}

export interface ReadContext extends SignedInContext {
  readonly database: ReadDatabase;
  readonly session: Session;
  /** Asks the long work of a channel to stop; true if it is running. */
  cancel(channel: string): boolean;
}

export interface WriteContext extends SignedInContext {
  readonly database: Database;
  /** Appends to the audit log, in the transaction that is open. */
  audit(code: AuditCode, about: AuditSubject): void;
}

export interface WorkContext extends WriteContext {
  readonly storage: OfficeStorage;
  readonly session: Session;
}

/** For channels that answer before anybody has signed in. */
export interface DeskContext extends Desk {
  readonly session: Session;
  cancel(channel: string): boolean;
  /** To be called before the office is closed, or opened: long work lets go of it, and is finished when it is opened next. */
  stopAside(): Promise<void>;
  /** To be called once an office has just been opened: resumes what a crash interrupted and starts the scheduler. */
  afterOpening(): Promise<void>;
}

type ContextFor<A extends Access, E extends Effect> = A extends 'anyone'
  ? DeskContext
  : E extends 'read'
    ? ReadContext
    : E extends 'write'
      ? WriteContext
      : WorkContext;

type ParsedInput<Name extends ChannelName> = z.output<Contract[Name]['input']>;

/**
 * What answers one channel: a plain function of its context and its parsed input. Reads and writes are synchronous, so that a
 * transaction never stays open while something else runs.
 */
export type Handler<Name extends ChannelName> =
  Contract[Name] extends Channel<infer A, infer E>
    ? (
        context: ContextFor<A, E>,
        input: ParsedInput<Name>,
      ) => E extends 'work' ? ChannelOutput<Name> | Promise<ChannelOutput<Name>> : ChannelOutput<Name>
    : never;

export type Handlers<Prefix extends string> = {
  [Name in Extract<ChannelName, `${Prefix}.${string}`>]: Handler<Name>;
};
