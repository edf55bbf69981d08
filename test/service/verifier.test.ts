import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../main/hosts/build.ts';
import { readEvidence } from '../../main/register/evidence-file.ts';
import {
  certificateEnvelopeSchema,
  electronicContentOf,
  orderLeaves,
  unitLeaf,
} from '../../shared/domain/register/certificate.ts';
import type { EvidenceCheck, EvidenceFile } from '../../shared/domain/register/evidence.ts';
import { checkEvidence } from '../../shared/domain/register/evidence-check.ts';
import { toHexadecimal } from '../../shared/domain/register/hexadecimal.ts';
import { inclusionProof, nodesInMemory } from '../../shared/domain/register/merkle-tree.ts';
import { personProof } from '../../shared/domain/register/person-proof.ts';
import { capture, publishMembership } from '../fixtures/consent.ts';
import {
  copyOfOffice,
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
let prepared: TestOffice;
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
  // What turns out to be wrong is superseded; both stay.
  const { certificate } = await desk.call('register.getCertificate', { number });
  if (certificate.content.kind !== 'electronic') throw new Error('another kind of certificate');
  const corrected = await from.as('reviewer').call('register.supersedeCertificate', {
    number,
    digest: certificate.digest,
    reason: 'became_known',
    correction: {
      officeName: certificate.content.office.name,
      medium: { ...describedBySomebody, mediumType: certificate.content.media[0]?.mediumType ?? null },
      storageFacts: { encryptedVolume: 'yes', solidState: 'yes', swap: 'none' },
    },
  });
  await from.as('auditor').call('office.home', {});
  await keep('correction', 'register.certificate', { number: corrected.number }, 'pdf');
}

const describedBySomebody = {
  manufacturer: 'Samsung',
  model: 'SSD 990 PRO 1TB',
  serialNumber: 'S6Z1NJ0W123456',
  propertyNumber: 'IT-2024-0117',
  mediumType: null,
  source: 'GARAM-PC-03',
  categorization: null,
};

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
  // The folder as it is before anything of it is certified.
  await office.as('clerk').call('office.home', {});
  await office.restart();
  prepared = copyOfOffice(office.parent);
  await evidenceOf(office, '');
  files.set('person.json', Buffer.from(JSON.stringify(proofOfPerson())));
  const examples = process.env.ASHBOOK_WRITE_EXAMPLES;
  // The examples of docs/formats are written by this test when they are asked for.
  if (examples !== undefined)
    for (const [name, bytes] of files)
      if (!/^(?:foreign|forked)-/u.test(name)) writeFileSync(join(examples, name), bytes);
});
afterAll(async () => {
  await office.remove();
  await prepared.remove();
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

const checked = (given: readonly EvidenceFile[], key?: string) => checkEvidence(given, tools, key).checks;
const json = (name: string): unknown => JSON.parse(Buffer.from(files.get(name) ?? []).toString('utf8'));
const read = (name: string): Promise<EvidenceFile> => readEvidence(name, files.get(name) ?? new Uint8Array());
const check = async (...names: string[]) => checked(await Promise.all(names.map(read)));
/** `code` of what failed, in order. */
const failed = (checks: readonly EvidenceCheck[]) =>
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
    expect(failed(checked(foreigner))).toEqual([]);
    expect(failed(checked(foreigner, key))).toEqual(['key_expected']);
    expect(failed(checked([await read('certificate.json')], key))).toEqual([]);
  });
});

describe('a folder that was exchanged for an older copy and went on', () => {
  it('has another log of the same size, though every signature is right', async () => {
    const [mine, theirs] = await Promise.all([read('checkpoint.json'), read('forked-checkpoint.json')]);
    expect(failed(checked([theirs]))).toEqual([]);
    const checks = checked([mine, theirs]);
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
    const found = failed(checked([changed('certificate.json', change)]));
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
    expect(failed(checked([other]))).toEqual(['pdf_words']);
  });

  it('one byte of a PDF, or something appended to it', async () => {
    const pdf = Buffer.from(files.get('certificate.pdf') ?? []);
    expect(
      failed(checked([await readEvidence('x.pdf', Buffer.concat([pdf, Buffer.from('\n%\n')]))])),
    ).toEqual(['pdf_signature']);
    const at = pdf.indexOf('/Producer');
    pdf.write('/producer', at, 'latin1');
    expect(failed(checked([await readEvidence('x.pdf', pdf)]))).toEqual(['pdf_signature']);
  });

  it('a log that was cut or written anew', () => {
    const cut = changed('checkpoint.json', (text) =>
      text.replace(/("previous":\{"checkpoint":\{[^}]*"root":")..../u, '$10000'),
    );
    expect(failed(checked([cut]))).toEqual(['sheet_continues']);
    const entry = changed('entry.json', (text) => text.replace('"staffNumber":1', '"staffNumber":2'));
    expect(failed(checked([entry]))).toEqual(['entry_included']);
    const receiptOfSomebody = changed('person.json', (text) => text.replace(receipt.code, 'ab'.repeat(16)));
    expect(failed(checked([receiptOfSomebody]))).toEqual(['person_included']);
  });

  it.each(['', 'not json', '%PDF-1.7 broken', '{"format":"something"}', '[]'])(
    'is refused: %s',
    async (content) => {
      const file = await readEvidence('x', Buffer.from(content));
      expect(failed(checked([file]))).toHaveLength(1);
    },
  );
});

describe('a correction', () => {
  it('names what it supersedes and what is different, and the other one is said to be superseded', async () => {
    const checks = await check('certificate.pdf', 'correction.pdf');
    expect(failed(checks)).toEqual([]);
    const results = checks.map(({ code, result }) => `${code}: ${result}`);
    expect(results).toEqual(
      expect.arrayContaining(['supersession_signature: pass', 'supersedes: pass', 'superseded: unknown']),
    );
    const alone = await check('correction.pdf');
    expect(alone.find(({ code }) => code === 'supersedes_absent')?.result).toBe('unknown');
  });

  it('of another certificate, or with more in it than it says, is found', async () => {
    const correction = await read('correction.pdf');
    const original = await read('certificate.pdf');
    const other = await read('foreign-certificate.json');
    expect(failed(checked([other, correction]))).toContain('supersedes');
    const text = JSON.stringify(correction.value);
    const more: EvidenceFile = {
      name: 'more.json',
      value: JSON.parse(text.replace('"encryptedVolume":"yes"', '"encryptedVolume":"no"')),
    };
    expect(failed(checked([original, more]))).toEqual(expect.arrayContaining(['supersedes']));
    const bySomebodyElse: EvidenceFile = {
      name: 'else.json',
      value: JSON.parse(text.replace('"reason":"became_known"', '"reason":"entered_wrongly"')),
    };
    expect(failed(checked([bySomebodyElse]))).toContain('supersession_signature');
  });
});

describe('in the window', () => {
  const brought = (...names: string[]) =>
    office.as('auditor').call('register.checkEvidence', {
      files: names.map((name) => ({
        name,
        content: Buffer.from(files.get(name) ?? []).toString('base64'),
      })),
      key: null,
    });
  const results = (checks: readonly { code: string; result: string }[], code: string) =>
    checks.filter((one) => one.code === code).map(({ result }) => result);

  it('says the same, and that the log of this office still has the checkpoints', async () => {
    const { checks } = await brought('certificate.pdf', 'checkpoint.json');
    expect(checks.filter(({ result }) => result === 'fail')).toEqual([]);
    expect(results(checks, 'own_log').length).toBeGreaterThan(1);
    expect(new Set(results(checks, 'own_log'))).toEqual(new Set(['pass']));
    const { entries } = await office.call('register.listAuditEntries', { limit: 1, offset: 0 });
    expect(entries[0]).toMatchObject({ code: 'register.evidence_checked', about: { failed: 0 } });
  });

  it('cannot compare what is of another office', async () => {
    const { checks } = await brought('foreign-certificate.pdf');
    expect(results(checks, 'own_log_foreign')).toEqual(['unknown']);
  });

  it('finds a folder that was exchanged for an older copy as a whole, by what was signed since, and says where', async () => {
    const { checks } = await brought('forked-certificate.json');
    const own = checks.find(({ code }) => code === 'own_log');
    expect(own?.result).toBe('fail');
    expect(own?.about.from).toBeLessThanOrEqual(Number(own?.about.to));
    // The copy had never been opened since; the certificate is of a log that it does not have.
    const older = copyOfOffice(prepared.parent);
    try {
      const answer = await older.as('auditor').call('register.checkEvidence', {
        files: [
          {
            name: 'certificate.json',
            content: Buffer.from(files.get('certificate.json') ?? []).toString('base64'),
          },
        ],
        key: null,
      });
      const found = answer.checks.find(({ code }) => code === 'own_log');
      expect(found?.result).toBe('fail');
      expect(found?.about.to).toBeGreaterThan(0);
    } finally {
      await older.remove();
    }
  });
});

describe('standing alone', () => {
  beforeAll(() => buildStale({ electron: false, only: 'verifier' }));
  const folder = () => join(office.parent, 'alone');

  it('the script needs nothing but Node.js, whatever folder it lies in', () => {
    mkdirSync(folder());
    for (const [name, bytes] of files) writeFileSync(join(folder(), name), bytes);
    copyFileSync(join(root, 'dist/verifier/ashbook-verify.mjs'), join(folder(), 'ashbook-verify.mjs'));
    // Not the Node.js of the project, where the computer has another.
    const said = (...given: string[]) =>
      spawnSync('node', ['ashbook-verify.mjs', '--language', 'en', ...given], {
        cwd: folder(),
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: folder() },
      });
    const good = said('certificate.pdf', 'correction.pdf', 'checkpoint.json', 'entry.json', 'person.json');
    expect([good.status, good.stderr, good.stdout.match(/^FAIL.*/gmu)]).toEqual([0, '', null]);
    expect(good.stdout).toContain('is superseded by');
    const damaged = Buffer.from(files.get('certificate.pdf') ?? []);
    damaged.write('/producer', damaged.indexOf('/Producer'), 'latin1');
    writeFileSync(join(folder(), 'damaged.pdf'), damaged);
    const bad = said('damaged.pdf');
    expect(bad.status).toBe(1);
    expect(bad.stdout).toMatch(/^FAIL {2}damaged\.pdf: the file was changed/mu);
  });

  it('script and page are saved from the application, byte for byte as they were made', async () => {
    for (const format of ['mjs', 'html'] as const) {
      const { bytes, personalData } = await office.as('auditor').call('register.verifier', {
        ask: {},
        format,
        languages: ['en'],
        to: { way: 'screen' },
      });
      const made = readFileSync(join(root, `dist/verifier/ashbook-verify.${format}`));
      expect(Buffer.compare(Buffer.from(bytes ?? '', 'base64'), made)).toBe(0);
      expect(personalData).toBe('none');
    }
  });

  it('the page has a policy that lets nothing in or out', () => {
    const page = readFileSync(join(root, 'dist/verifier/ashbook-verify.html'), 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^ ]+'; style-src 'sha256-[^ ]+';/u);
    expect(policy).not.toMatch(/unsafe|http|blob|data:/u);
    expect(page.match(/<(?:script|link|img|iframe)[^>]+(?:src|href)=/gu)).toBeNull();
  });
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
