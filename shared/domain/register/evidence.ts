import type { CertificateEnvelope } from './certificate.ts';
import type { AuditCheckpoint, VerifyEd25519 } from './checkpoint.ts';
import type { Sha256 } from './merkle-tree.ts';
import type { PersonProof } from './person-proof.ts';

/** What can be said of a file or of two together; the sentence is the message `register.verify.<code>`. */
export const evidenceCodes = [
  'unreadable',
  'unknown_format',
  'newer_format',
  'certificate_shape',
  'certificate_digest',
  'certificate_signature',
  'certificate_deeds',
  'certificate_batches',
  'checkpoint_signature',
  'pdf_words',
  'pdf_signature',
  'pdf_signature_absent',
  'sheet_shape',
  'sheet_continues',
  'entry_shape',
  'entry_included',
  'entry_removed',
  'person_shape',
  'person_included',
  'person_certificate',
  'person_certificate_absent',
  'completion_of',
  'completion_of_absent',
  'supersession_signature',
  'supersedes',
  'supersedes_absent',
  'superseded',
  'key_expected',
  'one_office',
  'log_agrees',
  'log_continues',
  'log_not_proven',
  'own_log',
  'own_log_foreign',
] as const;
export type EvidenceCode = (typeof evidenceCodes)[number];

export interface EvidenceCheck {
  readonly code: EvidenceCode;
  /** `unknown`: what was given does not suffice to say. */
  readonly result: 'pass' | 'fail' | 'unknown';
  /** Of which files; of more than one where they were compared. */
  readonly files: readonly string[];
  readonly about: Readonly<Record<string, string | number>>;
}

/** A file as it was read: its data, and what its pages say where it has pages. */
export interface EvidenceFile {
  readonly name: string;
  /** Parsed JSON: the file's own, or what is embedded in a PDF. Undefined where there is none. */
  readonly value: unknown;
  readonly pdf?: {
    /** Text of all pages, without white space. */
    readonly text: string;
    /** Whether a signature covers the whole file and is right. */
    readonly signature: 'valid' | 'invalid' | 'absent';
  };
}

export interface EvidenceTools {
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
}

/** What was found in the files, to be compared. */
export interface KnownEvidence {
  readonly certificates: { name: string; envelope: CertificateEnvelope }[];
  readonly checkpoints: { name: string; checkpoint: AuditCheckpoint; key: string }[];
  readonly steps: { name: string; from: AuditCheckpoint; to: AuditCheckpoint; proof: readonly string[] }[];
  readonly proofs: { name: string; proof: PersonProof }[];
}
