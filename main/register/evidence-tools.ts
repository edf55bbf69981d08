import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { EvidenceTools } from '../../shared/domain/register/evidence.ts';

/** The cryptography of the verifier: another implementation than the one that made the evidence, and the same on every computer. */
export const evidenceTools: EvidenceTools = {
  sha256: (bytes) => sha256(bytes),
  verify: (message, signature, publicKey) => {
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false;
    }
  },
};
