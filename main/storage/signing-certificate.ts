import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { Refusal } from '../../shared/domain/refusal.ts';
import { sha256 } from './cryptography.ts';
import { keyAlgorithm, toArrayBuffer } from './document-signing-key.ts';

/** What can be read off an X.509 certificate that signs documents. */
export interface SigningCertificateFacts {
  /** Common name and organisation of whom it names, and of who issued it. */
  readonly subject: string;
  readonly issuer: string;
  readonly isSelfIssued: boolean;
  /** Hexadecimal. */
  readonly serialNumber: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** `RSA 3072`, `P-256`. */
  readonly key: string;
  /** SHA-256 of its DER, hexadecimal. */
  readonly fingerprint: string;
}

const field = { field: 'file' };
const leastRsaBits = 2048;

export function readSigningCertificate(der: Uint8Array): SigningCertificateFacts {
  const certificate = pkijs.Certificate.fromBER(toArrayBuffer(der));
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    isSelfIssued: certificate.issuer.isEqual(certificate.subject),
    serialNumber: hexadecimal(new Uint8Array(certificate.serialNumber.valueBlock.valueHexView)),
    notBefore: certificate.notBefore.value,
    notAfter: certificate.notAfter.value,
    key: keyOf(certificate),
    fingerprint: sha256(der).toString('hex'),
  };
}

/**
 * Whether a certificate may sign documents now.
 * @throws Refusal `signing_certificate_expired`, `signing_certificate_not_yet_valid`, `signing_certificate_usage`,
 *   `signing_certificate_key`
 */
export function checkSigningCertificate(der: Uint8Array, now: Date): void {
  const certificate = pkijs.Certificate.fromBER(toArrayBuffer(der));
  const day = (date: Date) => date.toISOString().slice(0, 10);
  if (certificate.notAfter.value < now)
    throw new Refusal('signing_certificate_expired', { ...field, date: day(certificate.notAfter.value) });
  if (certificate.notBefore.value > now)
    throw new Refusal('signing_certificate_not_yet_valid', {
      ...field,
      date: day(certificate.notBefore.value),
    });
  if (!maySign(certificate)) throw new Refusal('signing_certificate_usage', field);
  try {
    if (keyAlgorithm(certificate).name !== 'ECDSA' && rsaBits(certificate) < leastRsaBits)
      throw new TypeError('a short key');
  } catch {
    throw new Refusal('signing_certificate_key', { ...field, bits: leastRsaBits });
  }
}

/** RFC 5280, section 4.2.1.3: without the extension any use is allowed; with it, one of the two for signatures must be set. */
function maySign(certificate: pkijs.Certificate): boolean {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.15');
  if (extension === undefined) return true;
  const usage: unknown = extension.parsedValue;
  if (!(usage instanceof asn1js.BitString)) return false;
  const [first = 0] = usage.valueBlock.valueHexView;
  // digitalSignature (0) and nonRepudiation (1)
  return (first & 0b1100_0000) !== 0;
}

function keyOf(certificate: pkijs.Certificate): string {
  try {
    const algorithm = keyAlgorithm(certificate);
    return 'namedCurve' in algorithm ? algorithm.namedCurve : `RSA ${rsaBits(certificate)}`;
  } catch {
    return '?';
  }
}

function rsaBits({ subjectPublicKeyInfo }: pkijs.Certificate): number {
  const key: unknown = subjectPublicKeyInfo.parsedKey;
  if (!(key instanceof pkijs.RSAPublicKey)) return 0;
  const modulus = key.modulus.valueBlock.valueHexView;
  // A leading zero byte only says that the number is positive.
  return (modulus.length - (modulus[0] === 0 ? 1 : 0)) * 8;
}

const shownNames = ['2.5.4.3', '2.5.4.10'];

function nameOf(name: pkijs.RelativeDistinguishedNames): string {
  const values = shownNames.flatMap((type) =>
    name.typesAndValues.filter((one) => one.type === type).map((one) => String(one.value.valueBlock.value)),
  );
  return [...new Set(values)].join(', ').slice(0, 200);
}

function hexadecimal(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
