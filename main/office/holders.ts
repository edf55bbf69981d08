import type { RecoveryKit } from '../../shared/contract/office-holders.ts';
import type { AuditCode, AuditSubject } from '../../shared/domain/register/audit-entry.ts';
import { type Clock, instantText } from '../clock.ts';
import type { Handler } from '../context.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import type { Database, ReadDatabase } from '../storage/database.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { kitOf } from '../storage/recovery-card.ts';
import type { HolderEntry, SecretHolderKind } from '../storage/vault-content.ts';
import { keystoreStateOf } from './keystore-state.ts';
import { endSigningKey, listUsers, presentSigningKey, recordSigningKey } from './user.ts';

/** What the records know of a holder that is nobody. */
interface SecretHolderRecord {
  holder_id: string;
  kind: SecretHolderKind;
  state: 'pending' | 'active' | 'ended';
  made_at: string;
  confirmed_at: string | null;
}

export function listSecretHolders(database: ReadDatabase, kind: SecretHolderKind): SecretHolderRecord[] {
  return database.all<SecretHolderRecord>(
    `SELECT holder_id, kind, state, made_at, confirmed_at FROM secret_holders
     WHERE kind = ? AND state <> 'ended' ORDER BY made_at DESC, rowid DESC`,
    [kind],
  );
}

export function insertSecretHolder(
  database: Database,
  holder: { holderId: string; kind: SecretHolderKind; state: 'pending' | 'active'; madeBy: string | null },
  at: string,
): void {
  database.run(
    'INSERT INTO secret_holders (holder_id, kind, state, made_at, made_by) VALUES (?, ?, ?, ?, ?)',
    [holder.holderId, holder.kind, holder.state, at, holder.madeBy],
  );
}

export function endSecretHolder(database: Database, holderId: string, at: string): void {
  database.run("UPDATE secret_holders SET state = 'ended', ended_at = ? WHERE holder_id = ?", [at, holderId]);
}

/** Whether cards could open the office if every password were forgotten. */
export function recoveryStateOf(database: ReadDatabase): 'none' | 'pending' | 'active' {
  const states = listSecretHolders(database, 'recovery_kit').map((kit) => kit.state);
  return states.includes('active') ? 'active' : states.includes('pending') ? 'pending' : 'none';
}

export const holders: Handler<'office.holders'> = ({ database, vault, session }) => {
  const kits = listSecretHolders(database, 'recovery_kit').map(
    (kit): RecoveryKit => ({
      kit: kitOf(kit.holder_id),
      state: kit.state === 'active' ? 'active' : 'pending',
      madeAt: kit.made_at,
      confirmedAt: kit.confirmed_at,
    }),
  );
  const [keystore] = listSecretHolders(database, 'keystore');
  const state = keystoreStateOf(session.storage?.holders() ?? [], session.keystoreSecret);
  return {
    people: listUsers(database, vault).map(({ id, staffNumber, displayName, roles }) => ({
      userId: id,
      staffNumber,
      displayName,
      roles: [...roles],
      since: presentSigningKey(database, id).validFrom,
    })),
    kits,
    keystore: { state, since: keystore?.made_at ?? null },
  };
};

/** The records follow the vault: which keys a person has now. */
export function noteKeys(database: Database, entry: HolderEntry, at: string): void {
  const { holderId, sealingPublicKey, signingPublicKey } = entry;
  database.run('UPDATE users SET sealing_public_key = ? WHERE id = ?', [sealingPublicKey, holderId]);
  if (Buffer.from(presentSigningKey(database, holderId).publicKey).equals(signingPublicKey)) return;
  recordSigningKey(database, holderId, signingPublicKey, at);
}

/**
 * Makes records and vault agree about who may open the office, whatever a power cut came between. To be called whenever an
 * office has just been opened, before anybody is let in.
 *
 * What was admitted or exchanged happened in the vault first, and is entered now; what was to be dropped was entered first, and
 * happens now. A holder nobody knows is dropped too: its user was never entered, so nobody could sign in by it. (A kit nobody
 * knows stays, waiting to be confirmed: it may be all that is left to open an office whose records were restored.)
 */
export function settleHolders(storage: OfficeStorage, clock: Clock): void {
  const { database } = storage;
  const at = instantText(clock.now());
  const known = knownHolders(database);
  const listed = new Map(storage.holders().map((entry) => [entry.holderId, entry]));
  const openerIsKnown = known.has(storage.holder.holderId);
  const dropped: HolderEntry[] = [];
  const findings: (() => void)[] = [];
  const found = (code: AuditCode, about: AuditSubject, enter: () => void = () => {}) =>
    findings.push(() => {
      enter();
      appendAuditEntry(database, clock, { code, actor: null, about: { ...about, found: 'at_opening' } });
    });

  for (const entry of listed.values()) {
    const { holderId, kind } = entry;
    const holder = known.get(holderId);
    if (holder === undefined && kind !== 'password') {
      const state = kind === 'keystore' ? 'active' : 'pending';
      const code = kind === 'keystore' ? 'office.keystore_enabled' : 'office.recovery_kit_made';
      found(code, kind === 'keystore' ? { holderId } : { kit: kitOf(holderId) }, () =>
        insertSecretHolder(database, { holderId, kind, state, madeBy: null }, at),
      );
    } else if (holder === undefined || holder.ended) {
      // The records of another office's folder would know nobody: then nothing is concluded from it.
      if (holder === undefined && !openerIsKnown) continue;
      dropped.push(entry);
      found('office.holder_dropped', { holderId, kind });
    } else if (kind === 'password') {
      const present = Buffer.from(presentSigningKey(database, holderId).publicKey);
      if (!present.equals(entry.signingPublicKey))
        found('office.password_reset', { userId: holderId }, () => noteKeys(database, entry, at));
      else if (holder.sealingPublicKey === null) findings.push(() => noteKeys(database, entry, at));
      else if (!Buffer.from(holder.sealingPublicKey).equals(entry.sealingPublicKey))
        found('office.lock_replaced', { userId: holderId }, () => noteKeys(database, entry, at));
    }
  }
  for (const [holderId, { kind, ended }] of known) {
    if (ended || listed.has(holderId)) continue;
    if (kind === 'password') {
      found('office.user_removed', { userId: holderId }, () => removeUserRecord(database, holderId, at));
    } else if (kind === 'keystore') {
      found('office.keystore_disabled', { holderId }, () => endSecretHolder(database, holderId, at));
    } else {
      found('office.recovery_kit_ended', { kit: kitOf(holderId) }, () =>
        endSecretHolder(database, holderId, at),
      );
    }
  }
  if (findings.length > 0) {
    database.transaction(() => {
      for (const enter of findings) enter();
    });
  }
  storage.changeHolders({ drop: dropped.map((entry) => entry.holderId) });
}

interface KnownHolder {
  kind: HolderEntry['kind'];
  ended: boolean;
  sealingPublicKey: Uint8Array | null;
}

function knownHolders(database: ReadDatabase): Map<string, KnownHolder> {
  const users = database.all<{
    id: string;
    removed_at: string | null;
    sealing_public_key: Uint8Array | null;
  }>('SELECT id, removed_at, sealing_public_key FROM users');
  const others = database.all<{ holder_id: string; kind: SecretHolderKind; state: string }>(
    'SELECT holder_id, kind, state FROM secret_holders',
  );
  return new Map<string, KnownHolder>([
    ...users.map((user): [string, KnownHolder] => [
      user.id,
      { kind: 'password', ended: user.removed_at !== null, sealingPublicKey: user.sealing_public_key },
    ]),
    ...others.map((other): [string, KnownHolder] => [
      other.holder_id,
      { kind: other.kind, ended: other.state === 'ended', sealingPublicKey: null },
    ]),
  ]);
}

/** The row stays, for the records; the person is no user any more. */
export function removeUserRecord(database: Database, userId: string, at: string): void {
  database.run('UPDATE users SET removed_at = ? WHERE id = ?', [at, userId]);
  endSigningKey(database, userId, at);
}
