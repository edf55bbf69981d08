import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  checkEvidence,
  type EvidenceCheck,
  type EvidenceFile,
  type EvidenceTools,
} from '../../../shared/domain/register/evidence-check.ts';
import { type Language, languages } from '../../../shared/text/language.ts';
import { createText } from '../../../shared/text/messages.ts';
import { readEvidence } from './evidence-file.ts';

/**
 * `npm run --silent verify -- FILE...`: checks certificates (PDF or JSON), checkpoints and proofs on any computer, without the
 * office and its data folder. One line a check; ends with 0 where nothing failed, 1 where something did, 2 where it was not told
 * what to check. The cryptography is another implementation than the one that made the evidence.
 */
const tools: EvidenceTools = {
  sha256: (bytes) => sha256(bytes),
  verify: (message, signature, publicKey) => {
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false });
    } catch {
      return false;
    }
  },
};

const marks: Readonly<Record<EvidenceCheck['result'], string>> = {
  pass: 'PASS',
  fail: 'FAIL',
  unknown: '----',
};

function languageOf(named: string): Language {
  return languages.find((language) => language === named) ?? 'en';
}

function options() {
  const local = new Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2);
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string' }, language: { type: 'string' } },
    });
    return { files: positionals, key: values.key, language: languageOf(values.language ?? local) };
  } catch {
    return { files: [], key: undefined, language: languageOf(local) };
  }
}

async function main(): Promise<number> {
  const { files, key, language } = options();
  const text = createText(language);
  if (files.length === 0) {
    console.error(text('register.verify.usage'));
    return 2;
  }
  const read: EvidenceFile[] = [];
  for (const path of files) {
    // The name alone: a folder may be called after somebody.
    const name = basename(path);
    try {
      read.push(await readEvidence(name, readFileSync(path)));
    } catch {
      read.push({ name, value: undefined });
    }
  }
  const checks = checkEvidence(read, tools, key?.toLowerCase());
  for (const { result, code, about, files: of } of checks) {
    console.log(
      `${marks[result]}  ${of.join(' + ')}: ${text(`register.verify.${code}`, { ...about, result })}`,
    );
  }
  const failed = checks.filter(({ result }) => result === 'fail').length;
  console.log(text('register.verify.summary', { checks: checks.length, failed }));
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
