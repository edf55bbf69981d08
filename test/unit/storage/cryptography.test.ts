import { describe, expect, it } from 'vitest';
import {
  deriveKey,
  ed25519PublicKey,
  openAead,
  openFromMany,
  randomBytes,
  sealAead,
  sealToMany,
  sha256,
  signEd25519,
  verifyEd25519,
  x25519PublicKey,
} from '../../../main/storage/cryptography.ts';

const hex = (text: string) => Buffer.from(text, 'hex');

describe('published test vectors', () => {
  it('SHA-256, FIPS 180-2 appendix B.1', () => {
    expect(sha256('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('HKDF-SHA-256, RFC 5869 appendix A.3 (no salt, no info)', () => {
    const key = deriveKey(Buffer.alloc(22, 0x0b), Buffer.alloc(0), '', 42);
    expect(key.toString('hex')).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    );
  });

  it('Ed25519, RFC 8032 section 7.1 test 2', () => {
    const seed = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    const publicKey = ed25519PublicKey(seed);
    expect(publicKey.toString('hex')).toBe(
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    );
    const signature = signEd25519(seed, hex('72'));
    expect(signature.toString('hex')).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(verifyEd25519(publicKey, hex('72'), signature)).toBe(true);
    expect(verifyEd25519(publicKey, hex('73'), signature)).toBe(false);
    expect(verifyEd25519(publicKey, hex('72'), signature.subarray(1))).toBe(false);
  });

  it('X25519, RFC 7748 section 5.2: one iteration from the base point', () => {
    const secret = Buffer.alloc(32);
    secret[0] = 9;
    expect(x25519PublicKey(secret).toString('hex')).toBe(
      '422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079',
    );
  });
});

describe('sealing', () => {
  const key = randomBytes(32);
  const associated = Buffer.from('place');

  it('opens what it sealed, and never seals twice alike', () => {
    const one = sealAead(key, Buffer.from('text'), associated);
    const other = sealAead(key, Buffer.from('text'), associated);
    expect(openAead(key, one, associated)?.toString()).toBe('text');
    expect(one.equals(other)).toBe(false);
    expect(openAead(key, sealAead(key, Buffer.alloc(0), associated), associated)).toHaveLength(0);
  });

  it('refuses every single flipped bit, another key, another place, a shorter text', () => {
    const sealed = sealAead(key, Buffer.from('text'), associated);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openAead(key, flipped, associated)).toBeUndefined();
    }
    expect(openAead(randomBytes(32), sealed, associated)).toBeUndefined();
    expect(openAead(key, sealed, Buffer.from('other'))).toBeUndefined();
    for (let length = 0; length < sealed.length; length += 1) {
      expect(openAead(key, sealed.subarray(0, length), associated)).toBeUndefined();
    }
  });

  it('seals one secret to many, each box for its own recipient only', () => {
    const secrets = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const recipients = secrets.map(x25519PublicKey);
    const secret = randomBytes(32);
    const { ephemeralPublicKey, boxes } = sealToMany(recipients, secret, 'purpose', associated);
    for (const [index, own] of secrets.entries()) {
      for (const [other, box] of boxes.entries()) {
        const opened = openFromMany(own, ephemeralPublicKey, box, 'purpose', associated);
        expect(opened?.equals(secret)).toBe(index === other ? true : undefined);
      }
      const box = boxes[index] ?? Buffer.alloc(0);
      expect(openFromMany(own, ephemeralPublicKey, box, 'another purpose', associated)).toBeUndefined();
      expect(openFromMany(own, ephemeralPublicKey, box, 'purpose', Buffer.from('other'))).toBeUndefined();
      expect(openFromMany(own, Buffer.alloc(32), box, 'purpose', associated)).toBeUndefined();
    }
  });
});
