import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkContext } from '../../main/context.ts';
import { type DocumentCopy, documentHandler } from '../../main/documents/document-handler.ts';
import { readCopySecrets } from '../../main/office/known-copy.ts';
import type { DocumentDestination } from '../../shared/contract/document.ts';
import { openTestOffice, staff, type TestOffice } from '../fixtures/office.ts';
import { isRefusedLater } from '../unit/storage/refused.ts';

const personId = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6';

let office: TestOffice;
let context: WorkContext;
beforeEach(async () => {
  office = await openTestOffice();
  const { signInName, password } = staff.clerk;
  await office.call('office.signIn', { signInName, password });
  context = office.thread.workContext('register.certificate');
});
afterEach(async () => {
  await office.remove();
});

const send = (copy: DocumentCopy | null, to: DocumentDestination) =>
  documentHandler<{ personId: string }, 'pdf' | 'csv'>('register.certificate', (_, ask, { format }) => ({
    bytes: Buffer.from(`${format} of ${ask.personId}`),
    fileName: 'a-list',
    about: { people: 1 },
    copy,
  }))(context, { ask: { personId }, format: 'csv', languages: ['en'], to });

const copies = () =>
  context.database
    .all<{ id: string; kind: string; scope: string; how: string | null; sealed: Uint8Array }>(
      'SELECT id, kind, scope, how, sealed FROM known_copies ORDER BY number',
    )
    .map(({ id, sealed, ...row }) => ({ ...row, where: readCopySecrets(context.vault, id, sealed).where }));
const lastEntry = () =>
  JSON.parse(
    context.database.value<string>('SELECT entry FROM audit_entries ORDER BY sequence DESC LIMIT 1') ?? '',
  );

const ofPerson: DocumentCopy = { scope: 'listed', personIds: [personId], use: 'serve_person' };
const forPerson: DocumentCopy = { ...ofPerson, isForPerson: true };
const print = { way: 'print', keptBy: 'office', where: 'Cabinet 3' } as const;

describe('a document with personal data', () => {
  it('is no copy while it is only shown', async () => {
    const answer = await send(ofPerson, { way: 'screen' });
    expect(answer).toMatchObject({ fileName: 'a-list.csv', personalData: 'copy', copyReference: null });
    expect(Buffer.from(answer.bytes ?? '', 'base64').toString()).toBe(`csv of ${personId}`);
    expect(copies()).toEqual([]);
  });

  it('is entered as a known copy of that person before it is printed', async () => {
    expect(await send(ofPerson, print)).toMatchObject({ copyReference: 'KC-0001' });
    expect(copies()).toEqual([{ kind: 'print', scope: 'listed', how: null, where: 'Cabinet 3' }]);
    expect(context.database.all('SELECT kind, subject_id FROM known_copy_subjects')).toEqual([
      { kind: 'person', subject_id: personId },
    ]);
    expect(lastEntry()).toMatchObject({
      code: 'office.document_printed',
      about: { document: 'register.certificate', as: 'csv', people: 1, reference: 'KC-0001' },
    });
  });

  it('leaves no copy where it is handed to the person it was made for, and only there', async () => {
    const handed = { ...print, keptBy: 'person' } as const;
    expect(await send(forPerson, handed)).toMatchObject({ personalData: 'person', copyReference: null });
    expect(copies()).toEqual([]);
    expect(lastEntry().about).toMatchObject({ keptBy: 'person' });
    // Whoever says so of a list of people is not believed.
    expect(await send(ofPerson, handed)).toMatchObject({ copyReference: 'KC-0001' });
    expect(await send(forPerson, print)).toMatchObject({ copyReference: 'KC-0002' });
  });

  it('is written where the person says, which is known afterwards', async () => {
    const path = join(office.parent, 'list.csv');
    expect(await send(forPerson, { way: 'file', path, replace: false })).toMatchObject({
      bytes: null,
      copyReference: 'KC-0001',
    });
    expect(readFileSync(path, 'utf8')).toBe(`csv of ${personId}`);
    expect(copies()).toEqual([{ kind: 'export', scope: 'listed', how: null, where: path }]);
    // Neither a path nor a name stands in the log.
    expect(JSON.stringify(lastEntry())).not.toContain('list');
  });

  it('leaves no open copy behind where the disk refuses the file', async () => {
    const path = join(office.parent, 'folder', 'list.csv');
    mkdirSync(join(office.parent, 'folder'));
    const made = documentHandler<object, 'csv'>('register.certificate', () => {
      // The medium is pulled out between the check and the writing.
      rmSync(join(office.parent, 'folder'), { recursive: true });
      return { bytes: Buffer.from('x'), fileName: 'a-list', about: {}, copy: ofPerson };
    })(context, { ask: {}, format: 'csv', languages: ['en'], to: { way: 'file', path, replace: false } });
    await isRefusedLater(made, 'path_not_writable');
    expect(copies()).toMatchObject([{ kind: 'export', how: 'destroyed' }]);
  });
});

it('a document without personal data leaves an entry and no copy', async () => {
  const path = join(office.parent, 'list.csv');
  expect(await send(null, { way: 'file', path, replace: false })).toMatchObject({ copyReference: null });
  expect(copies()).toEqual([]);
  expect(lastEntry()).toMatchObject({ code: 'office.document_saved' });
});
