import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { randomBytes } from './cryptography.ts';

/**
 * The digital signature of the office's PDF documents: an X.509 certificate and detached CMS signatures (RFC 5652), as ISO
 * 32000-1, 12.8 wants them. The office's own key is RSA with 3,072 bits and SHA-256, because every viewer can check it; the
 * office's Ed25519 key, which signs the machine-readable certificate, cannot be used inside a PDF by most of them.
 */
export interface DocumentSigningKey {
  /** X.509, DER. */
  readonly certificate: Uint8Array;
  /** Those of its issuers, DER; none where the office vouches for itself. */
  readonly chain: readonly Uint8Array[];
  /** PKCS #8, DER; to be zeroed by whoever has it. */
  readonly privateKey: Uint8Array;
}

const { subtle } = globalThis.crypto;
const engine = new pkijs.CryptoEngine({ name: 'webcrypto', crypto: globalThis.crypto });
pkijs.setEngine('webcrypto', engine);

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** Twenty years: a certificate of destruction is looked at long after it was signed. */
const yearsValid = 20;

/** Makes a key pair and the certificate that the office issues to itself. */
export async function makeDocumentSigningKey(officeName: string, now: Date): Promise<DocumentSigningKey> {
  const keys = await subtle.generateKey(
    { ...rsa, modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  const serial = randomBytes(16);
  // Positive, as RFC 5280, section 4.1.2.2, wants it.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x01;
  certificate.serialNumber = new asn1js.Integer({ valueHex: toArrayBuffer(serial) });
  for (const name of [certificate.issuer, certificate.subject]) {
    for (const type of [organizationName, commonName]) {
      name.typesAndValues.push(
        new pkijs.AttributeTypeAndValue({
          type,
          value: new asn1js.Utf8String({ value: officeName.slice(0, 64) }),
        }),
      );
    }
  }
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + yearsValid);
  certificate.notBefore.value = now;
  certificate.notAfter.value = until;
  const usage = new asn1js.BitString({ valueHex: new Uint8Array([0b1100_0000]).buffer, unusedBits: 6 });
  certificate.extensions = [
    extension('2.5.29.19', new pkijs.BasicConstraints({ cA: false }).toSchema()),
    // digitalSignature, nonRepudiation
    extension('2.5.29.15', usage),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine);
  await certificate.sign(keys.privateKey, 'SHA-256', engine);
  return {
    certificate: new Uint8Array(certificate.toSchema(true).toBER()),
    chain: [],
    privateKey: new Uint8Array(await subtle.exportKey('pkcs8', keys.privateKey)),
  };
}

const organizationName = '2.5.4.10';
const commonName = '2.5.4.3';
const dataContent = '1.2.840.113549.1.7.1';
const contentTypeAttribute = '1.2.840.113549.1.9.3';
const messageDigestAttribute = '1.2.840.113549.1.9.4';
const signingTimeAttribute = '1.2.840.113549.1.9.5';

/** A detached signature over `content`: SignedData in DER, with the certificate and those of its issuers in it. */
export async function signDetached(
  { certificate, chain, privateKey }: DocumentSigningKey,
  content: Uint8Array,
  signedAt: Date,
): Promise<Uint8Array> {
  const signer = pkijs.Certificate.fromBER(toArrayBuffer(certificate));
  const key = await importPrivateKey(privateKey, signer);
  const digest = await subtle.digest('SHA-256', toArrayBuffer(content));
  const attribute = (type: string, value: unknown) => new pkijs.Attribute({ type, values: [value] });
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: dataContent }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(contentTypeAttribute, new asn1js.ObjectIdentifier({ value: dataContent })),
            attribute(signingTimeAttribute, new asn1js.UTCTime({ valueDate: signedAt })),
            attribute(messageDigestAttribute, new asn1js.OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
    certificates: [signer, ...chain.map((one) => pkijs.Certificate.fromBER(toArrayBuffer(one)))],
  });
  await signed.sign(key, 0, 'SHA-256', toArrayBuffer(content), engine);
  const schema = new pkijs.ContentInfo({
    contentType: pkijs.ContentInfo.SIGNED_DATA,
    content: signed.toSchema(true),
  }).toSchema();
  return new Uint8Array(schema.toBER());
}

/** Whether the private key belongs to the certificate: what it signs is verified by the certificate's key. */
export async function keyFits(privateKey: Uint8Array, certificate: pkijs.Certificate): Promise<boolean> {
  try {
    const key = await importPrivateKey(privateKey, certificate);
    const algorithm = { ...keyAlgorithm(certificate), hash: 'SHA-256' };
    const publicKey = await certificate.getPublicKey(undefined, engine);
    const message = toArrayBuffer(randomBytes(32));
    return await subtle.verify(algorithm, publicKey, await subtle.sign(algorithm, key, message), message);
  } catch {
    return false;
  }
}

function importPrivateKey(privateKey: Uint8Array, certificate: pkijs.Certificate): Promise<CryptoKey> {
  return subtle.importKey('pkcs8', toArrayBuffer(privateKey), keyAlgorithm(certificate), false, ['sign']);
}

const curves: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};

/** RSA, or a curve that viewers know. @throws TypeError for any other kind of key */
export function keyAlgorithm({ subjectPublicKeyInfo }: pkijs.Certificate): typeof rsa | EcKeyImportParams {
  const { algorithmId, algorithmParams } = subjectPublicKeyInfo.algorithm;
  if (algorithmId === '1.2.840.113549.1.1.1') return rsa;
  const parameters: unknown = algorithmParams;
  const named =
    parameters instanceof asn1js.ObjectIdentifier ? curves[parameters.valueBlock.toString()] : undefined;
  if (algorithmId !== '1.2.840.10045.2.1' || named === undefined)
    throw new TypeError('a key that no viewer checks');
  return { name: 'ECDSA', namedCurve: named };
}

function extension(extnID: string, value: { toBER(): ArrayBuffer }): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical: true, extnValue: value.toBER() });
}

export function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
