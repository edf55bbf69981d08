import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { fromHexadecimal } from '../../shared/domain/register/hexadecimal.ts';

/**
 * Whether the last digital signature of a PDF covers the whole file and is right (ISO 32000-1, 12.8.1; RFC 5652). Who signed is
 * not asked: an office's certificate is its own, and the evidence is the signature over the data.
 */
export async function checkPdfSignature(file: Uint8Array): Promise<'valid' | 'invalid' | 'absent'> {
  // One character a byte.
  const text = new TextDecoder('latin1').decode(file);
  const range = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/gu)].at(-1)?.slice(1).map(Number);
  if (range === undefined) return 'absent';
  const [start = -1, length = 0, rest = 0, restLength = 0] = range;
  const between = text.slice(length, rest);
  // Nothing but the signature's own hexadecimal string may lie outside of what is signed.
  if (start !== 0 || rest + restLength !== file.length || !/^<[0-9a-fA-F]*>$/u.test(between))
    return 'invalid';
  try {
    const contents = fromHexadecimal(between.slice(1, -1).toLowerCase());
    const parsed = asn1js.fromBER(new Uint8Array(contents).buffer);
    const cms = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: parsed.result }).content });
    const signed = new Uint8Array(length + restLength);
    signed.set(file.subarray(0, length));
    signed.set(file.subarray(rest), length);
    const isRight = await cms.verify({ signer: 0, data: signed.buffer, checkChain: false });
    return isRight ? 'valid' : 'invalid';
  } catch {
    return 'invalid';
  }
}
