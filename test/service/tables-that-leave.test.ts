import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type ChannelName, contract } from '../../shared/contract/contract.ts';
import { neutralised } from '../../shared/domain/office/table-cell.ts';
import { reportNames } from '../../shared/domain/register/report.ts';
import { capture, publish } from '../fixtures/consent.ts';
import { encoded, handOver, suggested } from '../fixtures/import.ts';
import { openTestOffice, type StaffMember, type TestOffice } from '../fixtures/office.ts';
import { aShelf, nothingSaid, register } from '../fixtures/paper.ts';
import { provisionOf, publishThirdPartyForm } from '../fixtures/third-party.ts';

/** What a spreadsheet would run, wherever somebody may write a word of their own. */
const formula = '=HYPERLINK("http://x.example","a")';
const both = { en: formula, ko: formula };

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.remove());

/** Every channel of the contract that can answer with this format, so that a new table is not forgotten here. */
function channelsWith(format: 'csv' | 'xlsx'): ChannelName[] {
  const offers = z.looseObject({
    properties: z.looseObject({ format: z.looseObject({ enum: z.array(z.string()) }) }),
  });
  return (Object.keys(contract) as ChannelName[])
    .filter((name) => {
      const schema = offers.safeParse(
        z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' }),
      );
      return schema.success && schema.data.properties.format.enum.includes(format);
    })
    .sort();
}

interface Table {
  channel: ChannelName;
  who: StaffMember;
  ask: unknown;
}

/** An office in which everything that a table tells of is called like a formula, and what to ask each channel for. */
async function everyTable(): Promise<Table[]> {
  const { users } = await office.as('administrator').call('office.listUsers', {});
  const supervisor = users.find(({ displayName }) => displayName.startsWith('윤서준'));
  await office
    .as('administrator')
    .call('office.setUserRoles', { userId: supervisor?.id ?? '', roles: ['clerk', 'reviewer', 'auditor'] });
  const clerk = office.as('clerk');
  const { vendorId } = await clerk.call('provision.addVendor', {
    name: formula,
    task: formula,
    contact: formula,
    contractEndsOn: null,
    doesMarketing: true,
  });
  const insured = await publishThirdPartyForm(office);
  const content = {
    ...insured.content,
    title: both,
    purposes: insured.content.purposes.map((purpose) => ({
      ...purpose,
      name: both,
      refusal: both,
      items: purpose.items.map((item) => ({ ...item, label: both })),
    })),
  };
  const form = { ...(await publish(office, content, insured.formId)), recipientId: insured.recipientId };
  const { consentId } = await capture(office, form, {
    name: formula,
    email: 'x@example.org',
    note: formula,
    additional: true,
  });
  await clerk.call('provision.recordProvision', {
    ...provisionOf(form),
    to: { whose: 'everybody' },
    fileName: formula,
    restrictions: formula,
  });
  await clerk.call('provision.recordHandOver', {
    vendorId,
    purposeId: form.essential,
    to: { whose: 'named', consentIds: [consentId] },
    what: formula,
    way: 'file_transfer',
    isEncrypted: true,
    handedOverOn: '2026-05-04',
    dueBackOn: null,
  });
  const { shelf } = await aShelf(office);
  await register(office, {
    kind: 'box',
    parentId: shelf.entryId,
    words: { ...nothingSaid, title: formula, note: formula },
  });
  const { inventoryId } = await clerk.call('paper.beginInventory', { placeId: shelf.entryId });
  await clerk.call('paper.closeInventory', { inventoryId, enterPlaces: false });
  const { importId } = await handOver(office, encoded(`"${formula.replaceAll('"', '""')}",b\n=1+1,=2+2\n`));
  const plan = await suggested(office, form, importId, {
    columns: [
      { to: 'item', itemCode: 'name' },
      { to: 'item', itemCode: 'telephone' },
    ],
    givenOn: '2026-05-04',
    answers: [
      { purposeId: form.essential, answer: 'given' },
      { purposeId: form.additional, answer: 'refused' },
    ],
  });
  await clerk.call('collection.checkImport', { importId, plan });
  const consents = { what: 'consents', search: '', formId: form.formId, reason: 'answer_request' };
  // What is imported is known as long as whoever imports it is at the desk: the clerk's tables come first.
  return [
    { channel: 'collection.export', who: 'clerk', ask: consents },
    { channel: 'collection.export', who: 'clerk', ask: { ...consents, what: 'people', formId: null } },
    { channel: 'collection.importFindings', who: 'clerk', ask: { importId } },
    { channel: 'paper.inventoryReport', who: 'clerk', ask: { inventoryId } },
    { channel: 'provision.ledger', who: 'clerk', ask: { from: null, to: null } },
    { channel: 'provision.peopleToBeTold', who: 'clerk', ask: { vendorId } },
    { channel: 'provision.recordOfProcessing', who: 'auditor', ask: {} },
    { channel: 'provision.useLog', who: 'auditor', ask: { filter: null } },
    { channel: 'collection.exportUnmasked', who: 'supervisor', ask: consents },
    ...reportNames.map(
      (report): Table => ({ channel: 'register.reportFile', who: 'supervisor', ask: { report, filter: {} } }),
    ),
  ];
}

async function fileOf({ channel, who, ask }: Table, format: 'csv' | 'xlsx', number: number): Promise<Buffer> {
  const path = join(office.parent, `${number}.${format}`);
  const input = { ask, format, languages: ['ko'], to: { way: 'file', path, replace: false } };
  const answer = await office.as(who).answer(channel, input);
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
  return readFileSync(path);
}

it('is calculated by no spreadsheet, whichever table it is and whatever stands in it', async () => {
  const tables = await everyTable();
  const asked = [...new Set(tables.map(({ channel }) => channel))].sort();
  expect(asked).toEqual(channelsWith('csv'));
  expect(asked).toEqual(channelsWith('xlsx'));
  const withFormula = new Set<string>();
  for (const [number, table] of tables.entries()) {
    const rows: string[][] = parse(await fileOf(table, 'csv', number), { bom: true, relaxColumnCount: true });
    for (const cell of rows.flat()) {
      expect(neutralised(cell), `${table.channel} ${cell}`).toBe(cell);
      if (cell === `'${formula}`) withFormula.add(table.channel);
    }
    const { sheets } = await readXlsx(await fileOf(table, 'xlsx', number), { readStyles: true });
    const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
    expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([]);
  }
  // The tables that hold words of people's own: the test would not notice a formula that never reached them.
  expect([...withFormula].sort()).toEqual([
    'collection.export',
    'collection.exportUnmasked',
    'provision.ledger',
    'provision.peopleToBeTold',
    'provision.recordOfProcessing',
    'provision.useLog',
    'register.reportFile',
  ]);
});
