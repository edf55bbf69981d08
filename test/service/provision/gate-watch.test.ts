import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { personSecrets, placeOfPerson } from '../../../main/collection/sealed-records.ts';
import type { ReadContext, WorkContext } from '../../../main/context.ts';
import { type DocumentCopy, documentHandler } from '../../../main/documents/document-handler.ts';
import { handlers } from '../../../main/handlers.ts';
import { pastTheGate } from '../../../main/provision/past-the-gate.ts';
import { openJson } from '../../../main/storage/sealed-json.ts';
import {
  type ChannelName,
  channelNames,
  contract,
  isChannelName,
} from '../../../shared/contract/contract.ts';
import { mayDo } from '../../../shared/domain/office/permission.ts';
import { attach, pdfOf } from '../../fixtures/attachment.ts';
import { capture, type PublishedForm } from '../../fixtures/consent.ts';
import { exampleOf, readInputSchema } from '../../fixtures/contract-input.ts';
import { encoded, handOver } from '../../fixtures/import.ts';
import { openTestOffice, type StaffMember, staff, type TestOffice } from '../../fixtures/office.ts';
import { provisionOf, publishThirdPartyForm } from '../../fixtures/third-party.ts';
import { readPdf } from '../../unit/documents/read-pdf.ts';

/** What stands nowhere but in the data of people. */
const signaturePath = 'M7391 8264L1357 2468';
const markers = [
  '표식한결',
  'zyxmarker.qvoth@example.org',
  '7391-8264',
  'violetscan',
  signaturePath,
] as const;

let office: TestOffice;
let form: PublishedForm & { readonly recipientId: string };
let personId: string;
let unitId: string;
let consentId: string;
const clerk = () => office.as('clerk');

beforeEach(async () => {
  office = await openTestOffice();
  form = await publishThirdPartyForm(office);
  const [name, email] = markers;
  const captured = await capture(office, form, {
    name,
    email,
    telephone: '010-7391-8264',
    signaturePath,
    additional: true,
  });
  ({ personId, consentId } = captured);
  unitId = captured.units[0]?.unitId ?? '';
});
afterEach(async () => {
  vi.restoreAllMocks();
  await office.remove();
});

describe('every channel', () => {
  /** Ids of what the office holds, and what else a channel needs to answer something of it. */
  async function prepared(): Promise<Record<string, string | number>> {
    const vendor = { name: '한빛택배', task: '배송', contact: '', contractEndsOn: null, doesMarketing: true };
    const { vendorId } = await clerk().call('provision.addVendor', vendor);
    const what = { what: '배송지', way: 'file_transfer', isEncrypted: true, dueBackOn: null } as const;
    const everybody = { whose: 'everybody' } as const;
    const { handOverId } = await clerk().call('provision.recordHandOver', {
      ...what,
      vendorId,
      purposeId: form.essential,
      to: everybody,
      handedOverOn: '2026-05-04',
    });
    const { provisionId } = await clerk().call('provision.recordProvision', provisionOf(form));
    const { attachmentId } = await attach(office, unitId, pdfOf(2000, 'violetscan'), 'violetscan.pdf');
    await clerk().call('collection.openAttachment', { attachmentId, reason: 'serve_person' });
    const request = async (kind: 'access' | 'deletion') => {
      const { requestId } = await clerk().call('collection.recordRequest', {
        personId,
        kind,
        receivedOn: '2026-05-04',
        way: 'in_person',
        requestedBy: 'person',
        details: markers[0],
      });
      await clerk().call('collection.checkIdentity', { requestId, check: 'known_to_staff', confirmed: true });
      return requestId;
    };
    const requestId = await request('access');
    await clerk().call('collection.answerRequest', {
      requestId,
      outcome: 'fulfilled',
      reason: null,
      explanation: markers[0],
      language: 'ko',
    });
    const { draftId } = await clerk().call('collection.saveDraft', {
      draftId: null,
      formVersionId: form.formVersionId,
      draft: {
        personId,
        language: 'ko',
        givenOn: '2026-05-04',
        answers: [],
        values: [{ itemCode: 'name', value: markers[0] }],
        way: 'paper',
        signature: null,
        telephone: { calledAt: '', readBy: '', witnessStaff: '', witnessName: '' },
        isChild: false,
        guardian: { name: '', contact: '', verifiedBy: null, verifiedOn: null },
      },
    });
    const { importId } = await handOver(office, encoded(`성명,전화\n${markers[0]},010-7391-8264\n`));
    // A purpose of its own is withdrawn, so that somebody holds what has to come back.
    const other = await capture(office, form, {
      name: `${markers[0]}둘`,
      additional: true,
      email: 'b@example.org',
    });
    await clerk().call('provision.recordProvision', provisionOf(form));
    await clerk().call('collection.withdraw', { consentId: other.consentId, purposeIds: [form.additional] });
    const { recalls } = await clerk().call('provision.listRecalls', {
      show: 'open',
      vendorId: null,
      limit: 1,
      offset: 0,
    });
    return {
      ...{ personId, consentId, unitId, vendorId, handOverId, provisionId, requestId, draftId, importId },
      ...{ formId: form.formId, formVersionId: form.formVersionId, purposeId: form.additional },
      ...{ attachmentId, recipientId: form.recipientId },
      recallId: recalls[0]?.recallId ?? '',
      ...{ itemCode: 'telephone', limit: 50, offset: 0, index: 0, search: markers[0], name: markers[0] },
    };
  }

  const staffFor = (name: ChannelName): StaffMember | null => {
    const { access } = contract[name];
    if (access === 'anyone') return null;
    return (
      (['clerk', 'reviewer', 'operator', 'administrator', 'auditor'] as const).find(
        (who) => access === 'signed_in' || mayDo(staff[who].roles, access),
      ) ?? null
    );
  };

  /** What an answer says, document and pieces of files included. */
  async function textOf(value: unknown, saved: string): Promise<string> {
    const parts = [JSON.stringify(value)];
    const bytes = [
      ...(existsSync(saved) ? [readFileSync(saved)] : []),
      ...(typeof value === 'object' && value !== null
        ? Object.values(value).flatMap((part) =>
            typeof part === 'string' ? [Buffer.from(part, 'base64')] : [],
          )
        : []),
    ];
    for (const content of bytes) {
      const isPdf = content.subarray(0, 5).toString('latin1') === '%PDF-' && content.length > 5000;
      parts.push(isPdf ? (await readPdf(Uint8Array.from(content))).text.join('') : content.toString('utf8'));
    }
    return parts.join('\n');
  }

  it('that answers or writes out what is kept of people enters whose in the use log, or is listed with a reason', async () => {
    const known = await prepared();
    const folder = join(office.parent, 'saved');
    mkdirSync(folder);
    const { channels } = await office.call('contract.describe', {});
    const schemas = new Map(channels.map(({ channel, input }) => [channel, readInputSchema(input)]));
    // What ends something comes last.
    const rank = (name: ChannelName) =>
      /\.(open|show)/.test(name) ? 0 : { read: 1, work: 2, write: 3 }[contract[name].effect];
    const carriers = new Set<string>();
    const holes: string[] = [];
    const walked = channelNames
      .filter((name) => staffFor(name) !== null)
      .sort((one, other) => rank(one) - rank(other));
    let files = 0;
    for (const name of walked) {
      const schema = schemas.get(name) ?? {};
      const formats = schema.properties?.ask === undefined ? [null] : (schema.properties.format?.enum ?? []);
      for (const [format, way] of formats.flatMap((one) => [
        [one, 'screen'],
        ...(one === null ? [] : [[one, 'file']]),
      ])) {
        files += 1;
        const path = join(folder, `${files}.${format}`);
        const example = exampleOf(schema, known) as Record<string, unknown>;
        const to = way === 'file' ? { way, path, replace: true } : { way };
        const input = format === null ? example : { ...example, format, languages: ['ko'], to };
        const desk = office.as(staffFor(name) ?? 'clerk');
        // Seats whoever it is before the lines are counted.
        await desk.answer('office.home', {});
        const { database } = office.storage;
        const last = database.value<number>('SELECT max(rowid) FROM data_uses') ?? 0;
        const answer = await desk.answer(name, input);
        if (!answer.ok) {
          expect([name, answer.error.code]).not.toEqual([name, 'internal']);
          continue;
        }
        const text = await textOf(answer.value, path);
        if (!markers.some((marker) => text.includes(marker))) continue;
        carriers.add(name);
        const entered =
          database.value('SELECT 1 FROM data_uses WHERE rowid > ? AND kind = ?', [
            last,
            way === 'file' ? 'export' : 'read',
          ]) !== undefined;
        if (!entered && !Object.hasOwn(pastTheGate, name)) holes.push(name);
      }
    }
    expect(holes).toEqual([]);
    // That the walk comes where the data is: otherwise it would prove nothing.
    expect([...carriers].sort()).toEqual(
      expect.arrayContaining([
        'collection.accessAnswer',
        'collection.export',
        'collection.listPeople',
        'collection.openAttachment',
        'collection.openConsent',
        'collection.openDraft',
        'collection.openPerson',
        'collection.openRequest',
        'collection.receipt',
        'collection.requestLetter',
        'collection.showValue',
        'provision.recallLetter',
      ]),
    );
  });

  it('that stands in the list is one, and its reason is a sentence', () => {
    for (const [name, reason] of Object.entries(pastTheGate)) {
      expect(isChannelName(name), name).toBe(true);
      expect(reason).toMatch(/^[A-Z].{20,}\.$/u);
    }
  });
});

describe('a channel that forgets the gate', () => {
  const nameOf = ({ database, vault }: Pick<ReadContext, 'database' | 'vault'>) => {
    const sealed = database.value<Uint8Array>('SELECT sealed FROM people WHERE id = ?', [personId]);
    return openJson(vault, placeOfPerson(personId), sealed ?? Buffer.of(), personSecrets).name;
  };

  it('answers nothing where it reads', async () => {
    vi.spyOn(handlers, 'retention.listRules').mockImplementation((context) => {
      nameOf(context);
      return { rules: [] };
    });
    expect((await office.as('reviewer').refused('retention.listRules', {})).code).toBe('internal');
    expect(office.log.join()).not.toContain(markers[0]);
  });

  it('writes nothing where it writes', async () => {
    vi.spyOn(handlers, 'provision.addVendor').mockImplementation((context) => {
      nameOf(context);
      context.audit('provision.vendor_added', { vendorId: personId });
      return { vendorId: personId };
    });
    const vendor = { name: 'x', task: 'y', contact: '', contractEndsOn: null, doesMarketing: false };
    expect((await clerk().refused('provision.addVendor', vendor)).code).toBe('internal');
    const { entries } = await office.as('auditor').call('register.listAuditEntries', { limit: 3, offset: 0 });
    expect(entries.map(({ code }) => code)).not.toContain('provision.vendor_added');
  });

  it('makes no document of it, and leaves no file', async () => {
    await clerk().call('office.home', {});
    const path = join(office.parent, 'list.csv');
    const saved = (copy: DocumentCopy | null, opens: boolean) => {
      const context: WorkContext = office.thread.workContext('provision.ledger');
      const make = documentHandler<object, 'csv'>('provision.ledger', () => ({
        bytes: Buffer.from(opens ? nameOf(context) : 'nothing'),
        fileName: 'list',
        about: {},
        copy,
      }));
      return make(context, {
        ask: {},
        format: 'csv',
        languages: ['ko'],
        to: { way: 'file', path, replace: true },
      });
    };
    const pastIt = /past the gate/;
    await expect(saved(null, true)).rejects.toThrow(pastIt);
    await expect(saved({ scope: 'listed', personIds: [personId], use: 'asked' }, false)).rejects.toThrow(
      pastIt,
    );
    await expect(saved({ scope: 'listed', unitIds: [unitId], use: 'serve_person' }, false)).rejects.toThrow(
      pastIt,
    );
    expect(existsSync(path)).toBe(false);
    await saved({ scope: 'listed', personIds: [personId], unitIds: [unitId], use: 'serve_person' }, true);
    expect(readFileSync(path, 'utf8')).toBe(markers[0]);
    const { uses } = await office
      .as('auditor')
      .call('provision.listUses', { filter: null, limit: 1, offset: 0 });
    expect(uses[0]).toMatchObject({ personId, kind: 'export', reason: 'serve_person' });
  });
});
