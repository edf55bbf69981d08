import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { EvidenceCheck, EvidenceFile } from '../../../shared/domain/register/evidence.ts';
import { checkEvidence } from '../../../shared/domain/register/evidence-check.ts';
import { type Language, languages } from '../../../shared/text/language.ts';
import { checkInWords, createVerifyText } from '../../../shared/text/register-verify.ts';
import { readEvidence } from '../../register/evidence-file.ts';
import { evidenceTools } from '../../register/evidence-tools.ts';

const marks: Readonly<Record<EvidenceCheck['result'], string>> = {
  pass: 'PASS',
  fail: 'FAIL',
  unknown: '----',
};

/**
 * Checks certificates (PDF or JSON), checkpoints and proofs on any computer, without the office and its data folder. One line a
 * check; answers 0 where nothing failed, 1 where something did, 2 where it was not told what to check.
 */
export async function runVerifier(given: readonly string[]): Promise<number> {
  const { files, key, language } = options(given);
  const text = createVerifyText(language);
  if (files.length === 0) {
    console.error(text('register.verify.usage'));
    return 2;
  }
  const read: EvidenceFile[] = [];
  for (const path of files) {
    // The name alone: a folder may be called after somebody.
    const name = basename(path);
    try {
      read.push(await readEvidence(name, new Uint8Array(readFileSync(path))));
    } catch {
      read.push({ name, value: undefined });
    }
  }
  const { checks } = checkEvidence(read, evidenceTools, key?.toLowerCase());
  for (const check of checks) console.log(`${marks[check.result]}  ${checkInWords(text, check)}`);
  const failed = checks.filter(({ result }) => result === 'fail').length;
  console.log(text('register.verify.summary', { checks: checks.length, failed }));
  return failed === 0 ? 0 : 1;
}

function options(given: readonly string[]) {
  const local = new Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2);
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { key: { type: 'string' }, language: { type: 'string' } },
    });
    return { files: positionals, key: values.key, language: languageOf(values.language ?? local) };
  } catch {
    return { files: [], key: undefined, language: languageOf(local) };
  }
}

function languageOf(named: string): Language {
  return languages.find((language) => language === named) ?? 'en';
}
