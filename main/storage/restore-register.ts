import { z } from 'zod';
import { digest, id, instant } from '../../shared/contract/fields.ts';
import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import { certificateNumber } from '../../shared/domain/register/certificate.ts';
import { sha256, verifyEd25519 } from './cryptography.ts';

const keyId = z.string().regex(/^[0-9a-f]{32}$/);
const counter = z.int().nonnegative();

/**
 * What an office has destroyed, in opaque ids: it travels with every backup and every copy of the keys, so that whoever
 * restores an older backup destroys the same again before anybody can look. Nothing in it is personal.
 */
const registerContent = z.strictObject({
  format: z.literal('ashbook-destroyed/1'),
  officeId: id,
  writtenAt: instant,
  epoch: counter,
  orders: z.array(
    z.strictObject({
      orderId: id,
      number: z.string().max(40),
      /** The epoch from which on no vault of the office held the keys. */
      epoch: counter,
      certificateNumber: certificateNumber.nullable(),
      units: z.array(id),
      /** People of whom nothing was kept. */
      people: z.array(id),
      /** Data keys that were destroyed: of these people, and of those who got another key for what was kept. */
      keys: z.array(keyId),
    }),
  ),
  /** The last number given, by series, so that none is given twice after a restore. */
  counters: z.record(z.string().regex(/^[a-z_]{1,20}(?:\.\d{4})?$/), counter),
  audit: z.strictObject({ size: counter, root: digest }),
});
export type RegisterContent = z.infer<typeof registerContent>;
export type RegisteredOrder = RegisterContent['orders'][number];

export const signedRegister = z.strictObject({
  content: registerContent,
  /** Ed25519 of the office, Base64. */
  signature: z.string().max(100),
});
export type SignedRegister = z.infer<typeof signedRegister>;

function signedBytes(content: RegisterContent): Uint8Array {
  return Buffer.concat([Buffer.from('ashbook-destroyed/1:'), sha256(canonicalJsonBytes(content))]);
}

export function signRegister(
  content: RegisterContent,
  signAsOffice: (message: Uint8Array) => Uint8Array,
): SignedRegister {
  const signature = Buffer.from(signAsOffice(signedBytes(content))).toString('base64');
  return { content, signature };
}

/** Whether this office signed it. Whose key that is comes from the vault, never from the file. */
export function registerIsSigned(register: SignedRegister, officePublicKey: Uint8Array): boolean {
  return verifyEd25519(
    officePublicKey,
    signedBytes(register.content),
    Buffer.from(register.signature, 'base64'),
  );
}

export interface JoinedRegisters {
  readonly orders: readonly RegisteredOrder[];
  readonly counters: ReadonlyMap<string, number>;
  readonly epoch: number;
  /** The longest audit log that any of them knew of. */
  readonly auditSize: number;
}

/** Everything that any of the registers says was destroyed. */
export function joinRegisters(registers: readonly RegisterContent[]): JoinedRegisters {
  const orders = new Map<string, RegisteredOrder>();
  const counters = new Map<string, number>();
  for (const register of registers) {
    for (const order of register.orders) {
      const known = orders.get(order.orderId);
      orders.set(order.orderId, known === undefined ? order : joinOrders(known, order));
    }
    for (const [name, value] of Object.entries(register.counters)) {
      counters.set(name, Math.max(counters.get(name) ?? 0, value));
    }
  }
  return {
    orders: [...orders.values()].sort((one, other) => one.epoch - other.epoch),
    counters,
    epoch: Math.max(0, ...registers.map((register) => register.epoch)),
    auditSize: Math.max(0, ...registers.map((register) => register.audit.size)),
  };
}

function joinOrders(one: RegisteredOrder, other: RegisteredOrder): RegisteredOrder {
  const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  return {
    ...one,
    certificateNumber: one.certificateNumber ?? other.certificateNumber,
    epoch: Math.max(one.epoch, other.epoch),
    units: union(one.units, other.units),
    people: union(one.people, other.people),
    keys: union(one.keys, other.keys),
  };
}
