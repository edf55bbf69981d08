import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes as nodeRandomBytes,
  randomUUID as nodeRandomUUID,
  sign as nodeSign,
  verify as nodeVerify,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto';

/**
 * Thin wrappers over node:crypto, limited to what both OpenSSL (Node) and BoringSSL (Electron) offer.
 *
 * Secrets are returned in Buffers of their own, never slices of Node's shared pool, so that `zero` reaches every copy
 * this code made. (The JavaScript engine and the cryptographic library may keep copies of their own; nothing in
 * JavaScript can promise otherwise, which is why superseded keys are also useless: see vault.ts.)
 */

export const keyBytes = 32;
export const nonceBytes = 12;
export const tagBytes = 16;

/** What has been asked of the system and not been given out yet; what was given out is zero. */
const supply = Buffer.alloc(4096);
let supplied = supply.length;

/**
 * From the system's generator, some kilobytes at a time: an import takes half a million of them, and asking takes longer than sealing.
 * What is given out is in a Buffer of its own and stands nowhere else.
 */
export function randomBytes(length: number): Buffer {
  if (length > supply.length / 8) return nodeRandomBytes(length);
  if (supplied + length > supply.length) {
    randomFillSync(supply);
    supplied = 0;
  }
  const own = Buffer.alloc(length);
  supply.copy(own, 0, supplied, supplied + length);
  supply.fill(0, supplied, supplied + length);
  supplied += length;
  return own;
}

/** Version 4: version 7 would leak the time of its making. */
export function randomUUID(): string {
  return nodeRandomUUID();
}

export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  // In one go: a log of a million entries is two million hashes of a few dozen bytes.
  if (parts.length === 1 && parts[0] !== undefined) return hash('sha256', parts[0], 'buffer');
  const whole = createHash('sha256');
  for (const part of parts) whole.update(part);
  return whole.digest();
}

/** SHA-256 of what is too large to be held at once. */
export class Sha256Stream {
  readonly #hash = createHash('sha256');

  update(part: Uint8Array): void {
    this.#hash.update(part);
  }

  digest(): Buffer {
    return this.#hash.digest();
  }
}

export function hmacSha256(key: Uint8Array, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** HKDF-SHA-256 (RFC 5869). `purpose` separates the keys derived from one secret. */
export function deriveKey(secret: Uint8Array, salt: Uint8Array, purpose: string, length = keyBytes): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, length));
}

export function constantTimeEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

export function zero(...buffers: readonly (Uint8Array | undefined)[]): void {
  for (const buffer of buffers) buffer?.fill(0);
}

/** A copy outside of Node's shared pool. */
export function copySecret(secret: Uint8Array): Buffer {
  const copy = Buffer.alloc(secret.length);
  copy.set(secret);
  return copy;
}

const nothing = new Uint8Array();

/**
 * AES-256-GCM with a random 96-bit nonce: nonce, ciphertext, tag. Safe for 2^32 messages under one key (SP 800-38D).
 *
 * `createSecretKey`, here and below: a key given as bytes takes Node 24 three times as long as one that says what it is. Either way
 * the runtime has a copy of the key for as long as the cipher is not collected, and clears it then.
 */
export function sealAead(
  key: Uint8Array,
  plaintext: Uint8Array,
  associated: Uint8Array,
  /** Put before the nonce as it is. */
  header: Uint8Array = nothing,
): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(associated);
  const body = cipher.update(plaintext);
  cipher.final();
  return Buffer.concat([header, nonce, body, cipher.getAuthTag()]);
}

/** The plaintext, or undefined where key, associated data or content are not the ones sealed. */
export function openAead(key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const body = sealed.subarray(nonceBytes, sealed.length - tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(associated)
    .setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plaintext = decipher.update(body);
  try {
    decipher.final();
    return plaintext;
  } catch {
    // Unauthenticated plaintext must not be seen, not even in memory.
    zero(plaintext);
    return undefined;
  }
}

/** Ed25519 (RFC 8032): 64 bytes. */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Buffer {
  return nodeSign(null, message, privateKey('ed25519', seed));
}

export function verifyEd25519(publicKeyRaw: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKeyRaw.length !== keyBytes || signature.length !== 64) return false;
  return nodeVerify(null, message, publicKey('ed25519', publicKeyRaw), signature);
}

export function ed25519PublicKey(seed: Uint8Array): Buffer {
  return rawPublicKey(privateKey('ed25519', seed));
}

export function x25519PublicKey(secret: Uint8Array): Buffer {
  return rawPublicKey(privateKey('x25519', secret));
}

/** One secret for many recipients: an ephemeral public key, and for each recipient the secret under a key of its own. */
export interface SealedToMany {
  /** X25519, 32 bytes. */
  readonly ephemeralPublicKey: Buffer;
  /** In the order of the recipients given: ciphertext and tag. */
  readonly boxes: readonly Buffer[];
}

/**
 * Seals a secret to several X25519 public keys. The key of each box is HKDF(shared secret; salt = ephemeral public key
 * and recipient's public key; purpose), which binds a box to its recipient; as each such key seals exactly one message,
 * a nonce of zeros is safe.
 */
export function sealToMany(
  recipients: readonly Uint8Array[],
  secret: Uint8Array,
  purpose: string,
  associated: Uint8Array,
): SealedToMany {
  const ephemeralSecret = nodeRandomBytes(keyBytes);
  const ephemeral = privateKey('x25519', ephemeralSecret);
  const ephemeralPublicKey = rawPublicKey(ephemeral);
  try {
    const boxes = recipients.map((recipient) => {
      const key = boxKey(ephemeral, recipient, ephemeralPublicKey, recipient, purpose);
      const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(nonceBytes)).setAAD(associated);
      const body = cipher.update(secret);
      cipher.final();
      zero(key);
      return Buffer.concat([body, cipher.getAuthTag()]);
    });
    return { ephemeralPublicKey, boxes };
  } finally {
    zero(ephemeralSecret);
  }
}

/** Opens one recipient's box of `sealToMany`, or answers undefined. */
export function openFromMany(
  recipientSecret: Uint8Array,
  ephemeralPublicKey: Uint8Array,
  box: Uint8Array,
  purpose: string,
  associated: Uint8Array,
): Buffer | undefined {
  const recipient = privateKey('x25519', recipientSecret);
  let key: Buffer;
  try {
    key = boxKey(recipient, ephemeralPublicKey, ephemeralPublicKey, rawPublicKey(recipient), purpose);
  } catch {
    // A damaged public key can be a point that yields no shared secret.
    return undefined;
  }
  try {
    return openAead(key, Buffer.concat([Buffer.alloc(nonceBytes), box]), associated);
  } finally {
    zero(key);
  }
}

function boxKey(
  own: KeyObject,
  other: Uint8Array,
  ephemeralPublicKey: Uint8Array,
  recipientPublicKey: Uint8Array,
  purpose: string,
): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: publicKey('x25519', other) });
  const key = deriveKey(shared, Buffer.concat([ephemeralPublicKey, recipientPublicKey]), purpose);
  zero(shared);
  return key;
}

type Curve = 'ed25519' | 'x25519';

/** RFC 8410: the object identifiers 1.3.101.110 (X25519) and 1.3.101.112 (Ed25519). */
const curveByte: Record<Curve, number> = { x25519: 0x6e, ed25519: 0x70 };

function privateKey(curve: Curve, secret: Uint8Array): KeyObject {
  if (secret.length !== keyBytes) throw new Error('a raw private key has 32 bytes');
  const prefix = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, curveByte[curve], 4, 0x22, 4, 0x20];
  const der = Buffer.alloc(prefix.length + keyBytes);
  der.set(prefix);
  der.set(secret, prefix.length);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    zero(der);
  }
}

function publicKey(curve: Curve, raw: Uint8Array): KeyObject {
  const prefix = Buffer.from([0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, curveByte[curve], 3, 0x21, 0]);
  return createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' });
}

function rawPublicKey(key: KeyObject): Buffer {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return Buffer.from(der.subarray(der.length - keyBytes));
}
