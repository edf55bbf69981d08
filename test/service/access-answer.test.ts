import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { personTables } from '../../main/collection/person-records.ts';
import { attach, jpegOf } from '../fixtures/attachment.ts';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';
import { writtenPdf } from '../fixtures/written-pdf.ts';
import { readPdf } from '../unit/documents/read-pdf.ts';

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  form = await publish(office, membershipForm(obliged, consented));
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');

async function accessRequest(personId: string): Promise<string> {
  const { requestId } = await clerk().call('collection.recordRequest', {
    personId,
    kind: 'access',
    receivedOn: '2026-05-04',
    way: 'in_person',
    requestedBy: 'person',
    details: '제 정보를 모두 보고 싶습니다',
  });
  await clerk().call('collection.checkIdentity', { requestId, check: 'known_to_staff', confirmed: true });
  return requestId;
}

async function answerOf(requestId: string, format: 'pdf' | 'json'): Promise<Buffer> {
  const { bytes } = await clerk().call('collection.accessAnswer', {
    ask: { requestId },
    format,
    languages: ['ko'],
    to: { way: 'screen' },
  });
  return Buffer.from(bytes ?? '', 'base64');
}

const rows = z.array(z.looseObject({}));
const machineReadable = z.object({
  format: z.literal('ashbook-access/1'),
  answer: z.object({ name: z.string(), uses: rows, copies: rows, recipients: rows }),
  forms: rows,
  notices: rows,
  retentionRules: rows,
  records: z.record(z.string(), rows),
});

/** Somebody of whom there is something in every table, and somebody else of whom there must be nothing in the answer. */
async function aLife() {
  const { personId, consentId, units } = await capture(office, form, {
    name: '표식하늘',
    telephone: '010-7391-8264',
    additional: true,
    note: '보라색 우산',
    givenOn: '2026-01-10',
  });
  const other = await capture(office, form, { name: '남남이', telephone: '010-9999-0000' });
  const unitId = units.find((unit) => unit.purposeId === form.essential)?.unitId ?? '';
  const newsUnitId = units.find((unit) => unit.purposeId === form.additional)?.unitId ?? '';
  await attach(office, unitId, await writtenPdf('Referral'), 'referral.pdf');
  const { vendorId } = await clerk().call('provision.addVendor', {
    name: '표식택배',
    task: '배송',
    contact: '',
    contractEndsOn: null,
    doesMarketing: false,
  });
  await clerk().call('provision.recordHandOver', {
    vendorId,
    purposeId: form.essential,
    to: { whose: 'named', consentIds: [consentId] },
    what: '배송지',
    way: 'file_transfer',
    isEncrypted: true,
    handedOverOn: '2026-05-04',
    dueBackOn: null,
  });
  await clerk().call('collection.correctItems', {
    personId,
    requestId: null,
    corrections: [{ unitId, itemCode: 'telephone', value: '010-7391-0001' }],
  });
  const suspension = await clerk().call('collection.recordRequest', {
    personId,
    kind: 'suspension',
    receivedOn: '2026-05-04',
    way: 'post',
    requestedBy: 'person',
    details: '광고는 멈춰 주세요',
  });
  await clerk().call('collection.checkIdentity', {
    requestId: suspension.requestId,
    check: 'called_back',
    confirmed: true,
  });
  await clerk().call('collection.suspendProcessing', {
    requestId: suspension.requestId,
    purposeIds: [form.additional],
  });
  await office
    .as('reviewer')
    .call('retention.placeHold', { unitIds: [unitId], authority: '법원', reason: '소송' });
  const { entries } = await clerk().call('paper.registerEntries', {
    kind: 'box',
    parentId: null,
    code: null,
    words: { title: '초록 상자', note: '', formerCode: '', formRanges: [] },
    extent: { coversFrom: null, coversTo: null, records: null, sheets: null, weightGrams: null },
    unit: null,
  });
  await clerk().call('paper.linkPerson', { entryId: entries[0]?.entryId ?? '', personId });
  await clerk().call('collection.openPerson', { personId, reason: 'serve_person' });
  await clerk().call('collection.openPerson', { personId: other.personId, reason: 'serve_person' });
  return { personId, other: other.personId, unitId, newsUnitId };
}

/** Tables that hold nothing of a person, each with why. A new table has to be put here or into `personTables`. */
const withoutPeople: Record<string, string> = {
  office: 'the office itself',
  users: 'the staff',
  user_signing_keys: 'the staff',
  retention_rules: 'rules',
  retention_rule_versions: 'rules',
  record_classes: 'rules',
  rule_changes: 'rules',
  retention_settings: 'numbers',
  retention_extensions: 'decisions of the review; what they keep is in the answer',
  retention_extension_units: 'ids of records that a decision was about',
  consent_forms: 'forms',
  consent_form_versions: 'forms; those of the person are in the answer',
  form_version_rules: 'forms',
  form_version_notices: 'texts of forms; those of the person are in the answer',
  form_version_renewals: 'forms',
  form_drafts: 'forms that are being written',
  catalogue_items: 'what forms are made from',
  catalogue_purposes: 'what forms are made from',
  consent_notices: 'texts; those of the person are in the answer',
  holds: 'who ordered a hold and why is the office’s own note; that there is one is told',
  vendor_contracts: 'contracts with vendors',
  sub_vendors: 'those to whom vendors entrust on',
  vendor_checks: 'training and inspections of vendors',
  vendor_publications: 'when the list of vendors was published',
  recall_documents: 'certificates of vendors, which name nobody; the recall is in the answer',
  vendors: 'vendors; those who received something are in the answer',
  paper_settings: 'a number',
  unit_keys: 'keys of records that belong to nobody',
  execution_unit_keys: 'keys of records that belonged to nobody',
  shredding_machines: 'machines',
  shredding_vendors: 'certifications of vendors',
  paper_batches: 'runs of a machine; boxes belong to nobody in particular',
  batch_signatures: 'what operators and witnesses signed',
  sealed_containers: 'containers and their seals',
  order_paper_units: 'where the boxes of an order are',
  custody_hand_overs: 'who of the staff handed containers to whom',
  hand_over_containers: 'containers',
  evidence_rules: 'rules',
  order_evidence: 'photographs and sheets of an order',
  order_files: 'photographs and sheets of an order',
  drawn_signatures: 'signatures of operators, witnesses and vendors',
  paper_parts: 'which part of which record goes and how; the paper itself is in the answer',
  paper_movements: 'where paper went and who took it; what is kept of the person is in the answer',
  paper_inventories: 'which shelves were gone through',
  paper_inventory_entries: 'what was found on shelves, by code',
  destruction_orders: 'orders name no people; the units on them are in the answer',
  order_groups: 'counts of an order by class, purpose and cause',
  order_handlers: 'who took the consents of an order, as users',
  scheduled_executions: 'which orders of destruction operators scheduled, and what became of it',
  delegations: 'who of the staff stands in for whom',
  retention_setting_changes: 'numbers that two people change',
  deeds: 'signatures of the staff',
  executions: 'counts of destructions',
  execution_people: 'people who are being destroyed',
  execution_samples: 'payloads that no key opens',
  execution_attachments: 'files of what is being destroyed',
  certificates: 'certificates name no people',
  storage_medium_descriptions: 'what stands on the label of a disk',
  audit_entries: 'opaque ids and codes; outlives people by law',
  audit_tree: 'hashes',
  audit_checkpoints: 'hashes',
  checkpoint_sheets: 'which sheets of the log were printed and filed',
  register_settings: 'a day',
  evidence_removals: 'what was removed of log and certificates; names nobody',
  evidence_removal_deeds: 'signatures of the staff',
  clock_watermark: 'a moment',
  days_swept: 'a day',
  database_key_changes: 'keys',
  database_key_plan: 'keys',
  known_copy_events: 'what became of a copy; the copy is in the answer',
  backups: 'ciphertext of everything',
  vault_copies: 'keys',
  backup_plan: 'a plan',
  restored_destructions: 'destructions',
  restored_subjects: 'ids of what was destroyed',
  restored_counters: 'numbers',
  search_changes: 'what the search index has yet to take in',
  search_state: 'a number',
  recipients: 'third parties; those of a consent are in its form',
  ended_keys: 'names of keys that are over',
  recipient_versions: 'what third parties were called before',
  imports: 'files and counts; the file is a known copy of everybody in it',
  document_certificates: 'certificates of the office’s own keys',
  use_log_end: 'a moment',
  vault_state: 'which epoch the records are of',
  secret_holders: 'who holds the keys: nobody’s data',
};

describe('completeness', () => {
  it('every table of the schema is in the answer, or it is said why not', async () => {
    await clerk().call('office.home', {});
    const { database } = office.storage;
    const tables = database
      .all<{ name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .map(({ name }) => name);
    const answered = new Set(personTables.map(({ table }) => table));
    expect(tables.filter((name) => !answered.has(name) && !Object.hasOwn(withoutPeople, name))).toEqual([]);
    expect([...answered, ...Object.keys(withoutPeople)].filter((name) => !tables.includes(name))).toEqual([]);
    expect([...answered].filter((name) => Object.hasOwn(withoutPeople, name))).toEqual([]);
    // Whatever can point at a person, or is sealed under a person's key, must be in the answer.
    const points = tables.filter((name) =>
      database
        .all<{ name: string }>(`PRAGMA table_info(${name})`)
        .some((column) => column.name === 'person_id' || column.name === 'consent_id'),
    );
    expect(points.filter((name) => !answered.has(name)).sort()).toEqual([
      'execution_people',
      'search_changes',
    ]);
  });

  it('the answer for a machine holds every row of the person, opened, and nothing of anybody else', async () => {
    const { personId, other } = await aLife();
    const requestId = await accessRequest(personId);
    const json = (await answerOf(requestId, 'json')).toString('utf8');
    const answer = machineReadable.parse(JSON.parse(json));
    const { database } = office.storage;
    for (const { table, where } of personTables) {
      const kept = database.value<number>(`SELECT count(*) FROM ${table} WHERE ${where}`, { personId }) ?? 0;
      // Reading it for the answer is a line of the use log of its own, entered after it was made.
      const made = table === 'data_uses' ? 1 : table === 'data_use_units' ? 2 : 0;
      expect([table, answer.records[table]?.length]).toEqual([table, kept - made]);
    }
    const expectedEmpty = [
      'consent_ends',
      'order_units',
      'capture_drafts',
      'separated_records',
      'set_aside_units',
      'unit_happenings',
      'unit_rules',
      'units_due_already',
      'provisions',
      'provision_consents',
      'recalls',
      'marketing_notices',
      'paper_originals',
    ];
    expect(
      Object.entries(answer.records)
        .flatMap(([table, found]) => (found.length === 0 ? [table] : []))
        .sort(),
    ).toEqual(expectedEmpty.sort());
    for (const part of [
      '표식하늘',
      '010-7391-0001',
      '보라색 우산',
      '초록 상자',
      'referral.pdf',
      '표식택배',
      '광고는 멈춰 주세요',
      '제 정보를 모두 보고 싶습니다',
      'M10 20L30 40',
    ]) {
      expect(json).toContain(part);
    }
    for (const part of ['남남이', '010-9999-0000', other, '010-7391-8264', '소송']) {
      expect(json).not.toContain(part);
    }
    // Keys are no data of the person.
    expect(json).not.toMatch(/data_key|"sealed"/);
    expect(answer.records.attachments?.[0]).not.toHaveProperty('content.key');
    expect(answer.forms).toHaveLength(1);
    expect(answer.notices).toHaveLength(1);
    expect(answer.retentionRules).toHaveLength(2);
  });
});

it('the document to read says what is kept and why, who received it, what was asked and who looked', async () => {
  const { personId } = await aLife();
  const requestId = await accessRequest(personId);
  const pdf = await readPdf(Uint8Array.from(await answerOf(requestId, 'pdf')));
  expect(pdf).toMatchObject({ tagged: true, language: 'ko' });
  const said = pdf.text.join('');
  for (const part of [
    '표식하늘 귀하',
    '회원 서비스 제공',
    '010-7391-0001',
    '보라색 우산',
    '표식택배(배송)',
    'referral.pdf',
    '광고는 멈춰 주세요',
    '전화번호: 2026년 5월 4일 정정',
    '파기가 보류되어 있습니다',
    '수탁자 보유본',
    '민원·서비스 처리',
    '1년간 보관',
  ]) {
    expect(said).toContain(part.replaceAll(/\s+/gu, ''));
  }
  expect(said).not.toContain('남남이');
});

it('as one archive it holds both, and every attached file as it was', async () => {
  const { personId, unitId } = await aLife();
  const picture = jpegOf(3 * 1024 * 1024);
  await attach(office, unitId, picture, '../위험한 이름?.jpg');
  const requestId = await accessRequest(personId);
  const path = join(office.parent, 'all.zip');
  const ask = { ask: { requestId }, format: 'zip' as const, languages: ['ko' as const] };
  const saved = await clerk().call('collection.accessAnswer', {
    ...ask,
    to: { way: 'file', path, replace: false },
  });
  const archive = readFileSync(path);
  expect(saved).toMatchObject({ bytes: null, size: archive.length, copyReference: 'KC-0002' });
  const files = unzipSync(archive);
  const names = Object.keys(files).sort();
  expect(names).toHaveLength(4);
  expect(names.slice(0, 2)).toEqual(['access-answer.json', 'access-answer.pdf']);
  expect(names.slice(2).map((name) => name.replace(/\d{3}/u, 'n'))).toEqual(
    expect.arrayContaining(['attachments/n _위험한 이름_.jpg', 'attachments/n referral.pdf']),
  );
  const pictured = names.find((name) => name.endsWith('.jpg')) ?? '';
  expect(Buffer.compare(Buffer.from(files[pictured] ?? []), picture)).toBe(0);
  const json = z
    .object({ files: z.array(z.object({ file: z.string(), sha256: z.string() })) })
    .parse(JSON.parse(Buffer.from(files['access-answer.json'] ?? []).toString('utf8')));
  for (const { file, sha256 } of json.files)
    expect(
      createHash('sha256')
        .update(files[file] ?? new Uint8Array())
        .digest('hex'),
    ).toBe(sha256);
  // It is too large to be shown, and cannot be printed.
  expect((await clerk().refused('collection.accessAnswer', { ...ask, to: { way: 'screen' } })).code).toBe(
    'document_only_as_file',
  );
});

it('is made only once it is known who asks, and is a use of the data', async () => {
  const { personId } = await capture(office, form);
  const { requestId } = await clerk().call('collection.recordRequest', {
    personId,
    kind: 'access',
    receivedOn: '2026-05-04',
    way: 'email',
    requestedBy: 'person',
    details: '',
  });
  const ask = (format: 'pdf' | 'json') => ({
    ask: { requestId },
    format,
    languages: ['ko' as const],
    to: { way: 'screen' as const },
  });
  expect((await clerk().refused('collection.accessAnswer', ask('json'))).code).toBe('request_identity_open');
  await clerk().call('collection.checkIdentity', { requestId, check: 'receipt_code', confirmed: true });
  const uses = async () =>
    (await clerk().call('provision.listUses', { filter: null, limit: 100, offset: 0 })).total;
  const before = await uses();
  await clerk().call('collection.accessAnswer', ask('json'));
  expect(await uses()).toBe(before + 1);
  const printed = await clerk().call('collection.accessAnswer', {
    ...ask('json'),
    to: { way: 'print', keptBy: 'office', where: '' },
  });
  expect(printed.copyReference).toBe('KC-0001');
});
