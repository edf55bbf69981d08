import { fromBase64 } from './base64.ts';
import type { EvidenceCheck, EvidenceFile, EvidenceTools, KnownEvidence } from './evidence.ts';
import { checkFile } from './evidence-single.ts';
import { checkTogether } from './evidence-together.ts';
import { toHexadecimalDigest } from './evidence-words.ts';

/**
 * Checks every file by itself and all of them together. The order of the checks is the order of the files.
 *
 * @param expectedKey SHA-256 of the office's public key, hexadecimal, as it is known from elsewhere: a signature alone only says
 *   that whoever has some key signed
 */
export function checkEvidence(
  files: readonly EvidenceFile[],
  tools: EvidenceTools,
  expectedKey?: string,
): { checks: EvidenceCheck[]; known: KnownEvidence } {
  const known: KnownEvidence = { certificates: [], checkpoints: [], steps: [], proofs: [] };
  const single = files.flatMap((file) => checkFile(file, tools, known));
  const keys = known.checkpoints.map(
    ({ name, key }): EvidenceCheck => ({
      code: 'key_expected',
      result: toHexadecimalDigest(tools.sha256, fromBase64(key)) === expectedKey ? 'pass' : 'fail',
      files: [name],
      about: {},
    }),
  );
  const checks = [...single, ...(expectedKey === undefined ? [] : keys), ...checkTogether(known, tools)];
  return { checks, known };
}
