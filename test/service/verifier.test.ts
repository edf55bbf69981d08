import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvidence } from '../../main/hosts/verify/evidence-file.ts';
import {
  certificateEnvelopeSchema,
  electronicContentOf,
  orderLeaves,
  unitLeaf,
} from '../../shared/domain/register/certificate.ts';
import { checkEvidence, type EvidenceFile } from '../../shared/domain/register/evidence-check.ts';
import { toHexadecimal } from '../../shared/domain/register/hexadecimal.ts';
import { inclusionProof, nodesInMemory } from '../../shared/domain/register/merkle-tree.ts';
import { personProof } from '../../shared/domain/register/person-proof.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import {
  emptyTestOffice,
  foundation,
  openTestOffice,
  staff,
  type TestOffice,
  usualStart,
} from '../fixtures/office.ts';
import { destroy, dueUnits } from '../fixtures/order.ts';

/** Files of a real office, checked with another implementation of SHA-256 and Ed25519 than the one that made them. */
const tools = {
  sha256: (bytes: Uint8Array) => sha256(bytes),
  verify: (message: Uint8Array, signature: Uint8Array, key: Uint8Array) =>
    ed25519.verify(signature, message, key),
};
const root = fileURLToPath(new URL('../..', import.meta.url));

let office: TestOffice;
let foreign: TestOffice;
let forked: TestOffice;
const files = new Map<string, Uint8Array>();
let receipt = { code: '', unitIds: [''] };

async function evidenceOf(from: TestOffice, prefix: string): Promise<void> {
  const form = await publishMembership(from);
  const captured = await capture(from, form, { givenOn: '2025-01-10' });
  receipt = { code: captured.receiptCode, unitIds: captured.units.map(({ unitId }) => unitId) };
  await capture(from, form, { name: '다솜', givenOn: '2025-01-11' });
  const number = await destroy(from, await dueUnits(from));
  const desk = from.as('auditor');
  const keep = async (name: string, channel: string, ask: object, format: string) => {
    const answer = await desk.answer(channel, {
      ask,
      format,
      languages: ['ko', 'en'],
      to: { way: 'screen' },
    });
    if (!answer.ok) throw new Error(answer.error.code);
    files.set(`${prefix}${name}.${format}`, Buffer.from((answer.value as { bytes: string }).bytes, 'base64'));
  };
  await keep('certificate', 'register.certificate', { number }, 'pdf');
  await keep('certificate', 'register.certificate', { number }, 'json');
  const { size } = await desk.call('register.signCheckpoint', {});
  await keep('checkpoint', 'register.checkpointSheet', { size }, 'json');
  await keep('entry', 'register.entryProof', { sequence: 3 }, 'json');
}

beforeAll(async () => {
  foreign = emptyTestOffice('2020-01-06T00:00:00.000Z');
  await foreign.call('office.create', foundation);
  for (const who of ['reviewer', 'approver', 'operator', 'auditor'] as const) {
    await foreign.call('office.addUser', staff[who]);
  }
  foreign.clock.set(usualStart);
  await evidenceOf(foreign, 'foreign-');
  // The same office once more, from an older copy of its folder, which went on by itself.
  forked = await openTestOffice();
  await forked.as('clerk').call('office.home', {});
  await evidenceOf(forked, 'forked-');
  office = await openTestOffice();
  await evidenceOf(office, '');
  files.set('person.json', Buffer.from(JSON.stringify(proofOfPerson())));
});
afterAll(async () => {
  await office.remove();
  await foreign.remove();
  await forked.remove();
});

function proofOfPerson() {
  const envelope = certificateEnvelopeSchema.parse(json('certificate.json'));
  const content = electronicContentOf(envelope);
  const leaves = office.storage.database
    .all<{ leaf: Uint8Array }>('SELECT leaf FROM order_units')
    .map(({ leaf }) => new Uint8Array(leaf));
  const ordered = orderLeaves(leaves);
  return personProof.parse({
    format: 'ashbook-person-proof/1',
    receiptCode: receipt.code,
    certificate: {
      number: content.number,
      digest: envelope.digest,
      unitsRoot: content.unitsRoot,
      units: content.units.length,
    },
    units: receipt.unitIds.map((unitId) => {
      const leaf = toHexadecimal(unitLeaf(tools.sha256, unitId, receipt.code));
      const index = ordered.findIndex((one) => toHexadecimal(one) === leaf);
      const proof = inclusionProof(tools.sha256, nodesInMemory(tools.sha256, ordered), index, ordered.length);
      return { unitId, index, proof: proof.map(toHexadecimal) };
    }),
  });
}

const json = (name: string): unknown => JSON.parse(Buffer.from(files.get(name) ?? []).toString('utf8'));
const read = (name: string): Promise<EvidenceFile> => readEvidence(name, files.get(name) ?? new Uint8Array());
const check = async (...names: string[]) => checkEvidence(await Promise.all(names.map(read)), tools);
/** `code` of what failed, in order. */
const failed = (checks: ReturnType<typeof checkEvidence>) =>
  checks.flatMap(({ code, result }) => (result === 'fail' ? [code] : []));
const changed = (name: string, change: (text: string) => string): EvidenceFile => {
  const before = JSON.stringify(json(name));
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  return { name, value: JSON.parse(after) };
};

describe('what an office hands over', () => {
  it('passes every check, alone and together', async () => {
    const checks = await check(
      'certificate.pdf',
      'certificate.json',
      'checkpoint.json',
      'entry.json',
      'person.json',
    );
    expect(failed(checks)).toEqual([]);
    const codes = new Set(checks.filter(({ result }) => result === 'pass').map(({ code }) => code));
    for (const code of [
      'certificate_digest',
      'certificate_signature',
      'certificate_deeds',
      'checkpoint_signature',
      'pdf_words',
      'pdf_signature',
      'sheet_continues',
      'entry_included',
      'person_included',
      'person_certificate',
      'one_office',
      'log_agrees',
      'log_continues',
    ] as const) {
      expect([...codes]).toContain(code);
    }
  });

  it('of two offices is told apart, though each passes by itself', async () => {
    expect(failed(await check('certificate.json', 'foreign-certificate.json'))).toEqual(['one_office']);
    const key = toHexadecimal(
      sha256(Buffer.from(certificateEnvelopeSchema.parse(json('certificate.json')).publicKey, 'base64')),
    );
    const foreigner = [await read('foreign-certificate.pdf')];
    expect(failed(checkEvidence(foreigner, tools))).toEqual([]);
    expect(failed(checkEvidence(foreigner, tools, key))).toEqual(['key_expected']);
    expect(failed(checkEvidence([await read('certificate.json')], tools, key))).toEqual([]);
  });
});

describe('a folder that was exchanged for an older copy and went on', () => {
  it('has another log of the same size, though every signature is right', async () => {
    const [mine, theirs] = await Promise.all([read('checkpoint.json'), read('forked-checkpoint.json')]);
    expect(failed(checkEvidence([theirs], tools))).toEqual([]);
    const checks = checkEvidence([mine, theirs], tools);
    expect(checks.filter(({ code }) => code.startsWith('log_')).map(({ result }) => result)).not.toContain(
      'pass',
    );
    expect(checks.find(({ code }) => code === 'one_office')?.result).toBe('pass');
  });
});

describe('what was changed', () => {
  it.each([
    [
      'a count',
      (text: string) => text.replace('"people":2', '"people":1'),
      ['certificate_digest', 'certificate_signature'],
    ],
    [
      'a digest',
      (text: string) => text.replace(/"digest":"..../u, '"digest":"0000'),
      ['certificate_digest', 'certificate_signature', 'certificate_deeds'],
    ],
    [
      'a role',
      (text: string) => text.replace('"roles":["reviewer"]', '"roles":["auditor"]'),
      ['certificate_digest', 'certificate_signature', 'certificate_deeds'],
    ],
    [
      'a member too many',
      (text: string) => text.replace('"content":{', '"content":{"more":1,'),
      ['certificate_shape'],
    ],
    [
      'a version from the future',
      (text: string) => text.replaceAll('ashbook-certificate/1', 'ashbook-certificate/9'),
      ['newer_format'],
    ],
  ])('%s', (_, change, codes) => {
    const found = failed(checkEvidence([changed('certificate.json', change)], tools));
    expect(found.slice(0, codes.length)).toEqual(codes.slice(0, found.length));
    expect(found.length).toBeGreaterThan(0);
  });

  it('a page that says something else than the data', async () => {
    const file = await read('certificate.pdf');
    const { content } = certificateEnvelopeSchema.parse(json('certificate.json'));
    const other = {
      ...file,
      pdf: {
        text: file.pdf?.text.replaceAll(content.number, '2026-0099') ?? '',
        signature: 'valid' as const,
      },
    };
    expect(failed(checkEvidence([other], tools))).toEqual(['pdf_words']);
  });

  it('one byte of a PDF, or something appended to it', async () => {
    const pdf = Buffer.from(files.get('certificate.pdf') ?? []);
    expect(
      failed(checkEvidence([await readEvidence('x.pdf', Buffer.concat([pdf, Buffer.from('\n%\n')]))], tools)),
    ).toEqual(['pdf_signature']);
    const at = pdf.indexOf('/Producer');
    pdf.write('/producer', at, 'latin1');
    expect(failed(checkEvidence([await readEvidence('x.pdf', pdf)], tools))).toEqual(['pdf_signature']);
  });

  it('a log that was cut or written anew', () => {
    const cut = changed('checkpoint.json', (text) =>
      text.replace(/("previous":\{"checkpoint":\{[^}]*"root":")..../u, '$10000'),
    );
    expect(failed(checkEvidence([cut], tools))).toEqual(['sheet_continues']);
    const entry = changed('entry.json', (text) => text.replace('"staffNumber":1', '"staffNumber":2'));
    expect(failed(checkEvidence([entry], tools))).toEqual(['entry_included']);
    const receiptOfSomebody = changed('person.json', (text) => text.replace(receipt.code, 'ab'.repeat(16)));
    expect(failed(checkEvidence([receiptOfSomebody], tools))).toEqual(['person_included']);
  });

  it.each(['', 'not json', '%PDF-1.7 broken', '{"format":"something"}', '[]'])(
    'is refused: %s',
    async (content) => {
      const file = await readEvidence('x', Buffer.from(content));
      expect(failed(checkEvidence([file], tools))).toHaveLength(1);
    },
  );
});

describe('on the command line', () => {
  const verify = (...given: string[]) =>
    spawnSync(
      process.execPath,
      [join(root, 'main/hosts/launch.mjs'), 'main/hosts/verify/main.ts', ...given],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );

  it('says one line a check and ends with what came of it', () => {
    const folder = join(office.parent, 'evidence');
    mkdirSync(folder);
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const good = verify('--language', 'ko', join(folder, 'certificate.pdf'), join(folder, 'checkpoint.json'));
    expect([good.status, good.stderr]).toEqual([0, '']);
    expect(good.stdout).toMatch(/^PASS {2}certificate\.pdf: /mu);
    expect(good.stdout).not.toContain(folder);
    const bad = verify('--language', 'en', join(folder, 'certificate.pdf'), join(folder, 'missing.json'));
    expect(bad.status).toBe(1);
    expect(bad.stdout).toMatch(/^FAIL {2}missing\.json: /mu);
    expect(verify().status).toBe(2);
  });

  it('passes on the examples of the documentation, as they were written', () => {
    const folder = join(root, 'docs/formats/examples');
    const names = readdirSync(folder).map((name) => join(folder, name));
    expect(names.length).toBeGreaterThan(3);
    const { status, stdout } = verify('--language', 'en', ...names);
    expect([status, stdout.match(/^FAIL/gmu)]).toEqual([0, null]);
  });
});

it('openssl says the same of the signature as we do', () => {
  const { digest, signature, publicKey } = certificateEnvelopeSchema.parse(json('certificate.json'));
  const at = (name: string, bytes: Uint8Array) => {
    const path = join(office.parent, name);
    writeFileSync(path, bytes);
    return path;
  };
  const key = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(publicKey, 'base64'),
  ]);
  const said = execFileSync(
    'openssl',
    [
      'pkeyutl',
      '-verify',
      '-rawin',
      '-pubin',
      '-keyform',
      'DER',
      '-inkey',
      at('key.der', key),
      '-in',
      at('signed', Buffer.from(`ashbook-certificate/1:${digest}`)),
      '-sigfile',
      at('signature', Buffer.from(signature, 'base64')),
    ],
    { encoding: 'utf8' },
  );
  expect(said).toContain('Signature Verified Successfully');
  expect(readFileSync(join(office.parent, 'signed'), 'utf8')).toContain(digest);
});
