import { afterEach, beforeEach, expect, it } from 'vitest';
import { capture, findRules, membershipForm, type PublishedForm, publish } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { aShelf, register, ruleOf } from '../../fixtures/paper.ts';

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  const { obliged, consented } = await findRules(office);
  form = await publish(office, membershipForm(obliged, consented));
});
afterEach(() => office.remove());

const clerk = () => office.as('clerk');
const reviewer = () => office.as('reviewer');

/** A consent taken on the screen, as if it had been given on paper: what is tested here is not how it is scanned. */
async function onPaper(name: string) {
  const consent = await capture(office, form, { name, telephone: '010-1111-2222' });
  office.storage.database.run("UPDATE consents SET way = 'paper' WHERE id = ?", [consent.consentId]);
  return consent;
}

it('a signed original is a known copy of its consent, and each form knows the other', async () => {
  const { shelf } = await aShelf(office);
  const ruleId = await ruleOf(office, 'P3Y');
  const folder = await register(office, {
    kind: 'folder',
    parentId: shelf.entryId,
    unit: { ruleId, collectedOn: '2023-01-01' },
  });
  const one = await onPaper('하나');
  const other = await onPaper('둘');
  for (const { consentId } of [one, other]) {
    await clerk().call('paper.registerOriginal', { consentId, holderId: folder.entryId, asDocument: false });
  }
  const { originals } = await clerk().call('paper.originalsOfPerson', { personId: one.personId });
  expect(originals).toMatchObject([
    { consentId: one.consentId, code: folder.code, copyReference: 'KC-0001' },
  ]);
  const unitIds = one.units.map(({ unitId }) => unitId);
  const { copies } = await office
    .as('auditor')
    .call('office.listKnownCopies', { show: 'outstanding', limit: 10, offset: 0 });
  expect(copies.map(({ kind, reference }) => [kind, reference]).sort()).toEqual([
    ['paper_duplicate', 'KC-0001'],
    ['paper_duplicate', 'KC-0002'],
  ]);

  const { twins } = await reviewer().call('paper.twinsOf', { unitIds });
  expect(twins).toMatchObject([
    {
      form: 'paper',
      unitIds: [...unitIds].sort(),
      code: folder.code,
      paperUnitId: folder.entryId,
      canBeOrdered: true,
      others: 1,
      isAsked: false,
    },
  ]);
  // The other way round, and both asked about.
  const back = await reviewer().call('paper.twinsOf', { unitIds: [folder.entryId] });
  expect(back.twins.map((twin) => (twin.form === 'electronic' ? twin.unitId : '')).sort()).toEqual(
    [...one.units, ...other.units].map(({ unitId }) => unitId).sort(),
  );
  const both = await reviewer().call('paper.twinsOf', { unitIds: [...unitIds, folder.entryId] });
  expect(both.twins.find(({ form: kind }) => kind === 'paper')?.isAsked).toBe(true);
});

it('an original as a document of its own is kept by the rule of its consent, and ends with it', async () => {
  const { shelf } = await aShelf(office);
  const { consentId, personId } = await onPaper('하나');
  const original = await clerk().call('paper.registerOriginal', {
    consentId,
    holderId: shelf.entryId,
    asDocument: true,
  });
  const opened = () => clerk().call('paper.openEntry', { entryId: original.entryId });
  const before = (await opened()).due;
  expect(before?.cause).toBe('period_ends');
  // Said again, it has moved: one document, one copy.
  const box = await register(office, { kind: 'box', parentId: shelf.entryId });
  const moved = await clerk().call('paper.registerOriginal', {
    consentId,
    holderId: box.entryId,
    asDocument: true,
  });
  expect(moved).toMatchObject({ entryId: original.entryId, copyReference: original.copyReference });
  expect((await opened()).entry.place.at(-1)?.code).toBe(box.code);

  await clerk().call('collection.withdrawAll', { personId });
  const { due } = await opened();
  expect(due?.withdrawnOn).toBe('2026-05-04');
});

it('is refused for a consent that was not given on paper', async () => {
  const { consentId } = await capture(office, form, { name: '하나', telephone: '010-1111-2222' });
  const box = await register(office, { kind: 'box' });
  const wanted = { consentId, holderId: box.entryId, asDocument: false };
  expect((await clerk().refused('paper.registerOriginal', wanted)).code).toBe('consent_not_on_paper');
});
