import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { Refusal } from '../../shared/domain/refusal.ts';
import { zero } from './cryptography.ts';
import { type DocumentSigningKey, keyFits, toArrayBuffer } from './document-signing-key.ts';

const oids = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  pbes2: '1.2.840.113549.1.5.13',
} as const;

/**
 * Opens a PKCS #12 file (RFC 7292): one private key, its certificate and those of its issuers. What is in it is encrypted with the
 * passphrase by PBES2 (RFC 8018), as OpenSSL 3, current browsers and Windows ("AES256-SHA256") write it; the older ways, which
 * use RC2 and DES, are refused by name. Whether the file is whole is shown by the key fitting the certificate.
 *
 * @throws Refusal `pkcs12_unreadable`, `pkcs12_old_encryption`, `pkcs12_passphrase`, `pkcs12_no_key`, `pkcs12_many_keys`
 */
export async function openPkcs12(file: Uint8Array, passphrase: string): Promise<DocumentSigningKey> {
  const contents = authenticatedSafe(file);
  const password = new TextEncoder().encode(passphrase);
  try {
    const bags: pkijs.SafeBag[] = [];
    for (const content of contents) bags.push(...(await openBags(content, password)));
    const keys: Uint8Array[] = [];
    const certificates: pkijs.Certificate[] = [];
    for (const bag of bags) {
      if (bag.bagId === oids.keyBag && bag.bagValue instanceof pkijs.PrivateKeyInfo)
        keys.push(new Uint8Array(bag.bagValue.toSchema().toBER()));
      if (bag.bagId === oids.shroudedKeyBag && bag.bagValue instanceof pkijs.PKCS8ShroudedKeyBag)
        keys.push(await decrypted(bag.bagValue.encryptionAlgorithm, bag.bagValue.encryptedData, password));
      const certificate = certificateOf(bag);
      if (certificate !== null) certificates.push(certificate);
    }
    const [key, ...others] = keys;
    if (key === undefined || certificates.length === 0) throw new Refusal('pkcs12_no_key', field);
    if (others.length > 0) {
      zero(...keys);
      throw new Refusal('pkcs12_many_keys', field);
    }
    return withItsCertificate(key, certificates);
  } finally {
    zero(password);
  }
}

const field = { field: 'file' };

function authenticatedSafe(file: Uint8Array): pkijs.ContentInfo[] {
  try {
    const pfx = pkijs.PFX.fromBER(toArrayBuffer(file));
    if (pfx.authSafe.contentType !== oids.data) throw new TypeError('not sealed by a password');
    const content: unknown = pfx.authSafe.content;
    if (!(content instanceof asn1js.OctetString)) throw new TypeError('no content');
    return pkijs.AuthenticatedSafe.fromBER(content.getValue()).safeContents;
  } catch {
    throw new Refusal('pkcs12_unreadable', field);
  }
}

async function openBags(content: pkijs.ContentInfo, password: Uint8Array): Promise<pkijs.SafeBag[]> {
  const inner: unknown = content.content;
  if (content.contentType === oids.data && inner instanceof asn1js.OctetString)
    return pkijs.SafeContents.fromBER(inner.getValue()).safeBags;
  if (content.contentType !== oids.encryptedData) throw new Refusal('pkcs12_unreadable', field);
  const { encryptedContentInfo } = new pkijs.EncryptedData({ schema: inner });
  const { contentEncryptionAlgorithm, encryptedContent } = encryptedContentInfo;
  if (encryptedContent === undefined) throw new Refusal('pkcs12_unreadable', field);
  const plain = await decrypted(contentEncryptionAlgorithm, encryptedContent, password);
  return pkijs.SafeContents.fromBER(toArrayBuffer(plain)).safeBags;
}

async function decrypted(
  algorithm: pkijs.AlgorithmIdentifier,
  encrypted: asn1js.OctetString,
  password: Uint8Array,
): Promise<Uint8Array> {
  if (algorithm.algorithmId !== oids.pbes2) throw new Refusal('pkcs12_old_encryption', field);
  try {
    const data = new pkijs.EncryptedData({
      encryptedContentInfo: new pkijs.EncryptedContentInfo({
        contentType: oids.data,
        contentEncryptionAlgorithm: algorithm,
        encryptedContent: encrypted,
      }),
    });
    const plain = new Uint8Array(await data.decrypt({ password: toArrayBuffer(password) }));
    // A wrong passphrase may leave padding that looks right: what comes out must be a structure.
    if (asn1js.fromBER(toArrayBuffer(plain)).offset === -1) throw new TypeError('no structure');
    return plain;
  } catch {
    throw new Refusal('pkcs12_passphrase', { field: 'passphrase' });
  }
}

function certificateOf(bag: pkijs.SafeBag): pkijs.Certificate | null {
  if (bag.bagId !== oids.certBag || !(bag.bagValue instanceof pkijs.CertBag)) return null;
  const { certId, certValue } = bag.bagValue;
  if (certId !== oids.x509Certificate) return null;
  const value: unknown = certValue;
  if (!(value instanceof asn1js.OctetString)) return null;
  return pkijs.Certificate.fromBER(value.getValue());
}

/** The certificate whose public key belongs to the private one; the others lead to whoever vouches for it. */
async function withItsCertificate(
  privateKey: Uint8Array,
  certificates: readonly pkijs.Certificate[],
): Promise<DocumentSigningKey> {
  let own: pkijs.Certificate | undefined;
  for (const certificate of certificates) {
    if (own === undefined && (await keyFits(privateKey, certificate))) own = certificate;
  }
  if (own === undefined) {
    zero(privateKey);
    throw new Refusal('pkcs12_no_key', field);
  }
  const der = (certificate: pkijs.Certificate) => new Uint8Array(certificate.toSchema(true).toBER());
  return {
    certificate: der(own),
    chain: certificates.filter((certificate) => certificate !== own).map(der),
    privateKey,
  };
}
