import { afterEach, expect, it } from 'vitest';
import { contentOf, draftOfPurpose } from '../../shared/domain/collection/form-draft.ts';
import { faultsOfForm } from '../../shared/domain/collection/form-faults.ts';
import { openTestOffice, type TestOffice } from '../fixtures/office.ts';

let office: TestOffice;
afterEach(() => office.remove());

const catalogue = async () => office.as('reviewer').call('collection.listCatalogue', {});

it('begins with usual purposes, each under the rule it usually stands under, of which a form can be made at once', async () => {
  office = await openTestOffice();
  const begun = await office.as('reviewer').call('collection.beginCatalogue', {});
  const { purposes, items } = await catalogue();
  expect(begun).toEqual({ purposes: purposes.length, items: items.length });
  const { rules } = await office.as('reviewer').call('retention.listRules', {});
  const ruleOf = (english: string) => {
    const ruleId = purposes.find(({ content }) => content.name.en === english)?.content.retentionRuleId;
    return rules.find((rule) => rule.ruleId === ruleId)?.content;
  };
  expect(ruleOf('Contract, payment and delivery')).toMatchObject({ period: 'P5Y', obligedByLaw: true });
  expect(ruleOf('Answering inquiries')).toMatchObject({ period: 'P3Y' });
  expect(ruleOf('News and offers')).toMatchObject({ period: 'P1Y', obligedByLaw: false });
  const known = new Map(items.map((item) => [item.code, item]));
  expect(items.every(({ sensitivity }) => sensitivity === 'ordinary')).toBe(true);
  const drafts = purposes.map(({ purposeId, content: { needs, ...rest } }) =>
    draftOfPurpose({
      ...rest,
      id: crypto.randomUUID(),
      catalogueId: purposeId,
      items: needs.flatMap(({ code, kind }) => {
        const item = known.get(code);
        if (item === undefined) throw new Error(`an item that is not there: ${code}`);
        const { label, sensitivity, valueType } = item;
        return [{ code, kind, label, sensitivity, valueType }];
      }),
    }),
  );
  const content = contentOf({
    title: { en: 'Everything', ko: '전체' },
    introduction: { en: 'All of it.', ko: '전체 목적입니다.' },
    isForChildren: false,
    guardianStatement: { en: '', ko: '' },
    childStatement: { en: '', ko: '' },
    purposes: drafts,
  });
  expect(faultsOfForm(content)).toEqual([]);
  await office.as('reviewer').call('collection.publishForm', { formId: null, content });
  expect((await office.as('reviewer').refused('collection.beginCatalogue', {})).code).toBe(
    'catalogue_not_empty',
  );
});

it('keeps an item that was entered before as it was entered', async () => {
  office = await openTestOffice();
  const item = {
    code: 'telephone',
    label: { en: 'Mobile', ko: '휴대전화' },
    sensitivity: 'ordinary' as const,
    valueType: 'telephone' as const,
  };
  await office.as('reviewer').call('collection.saveCatalogueItem', { item });
  await office.as('reviewer').call('collection.beginCatalogue', {});
  expect((await catalogue()).items.find(({ code }) => code === 'telephone')).toMatchObject(item);
  expect((await office.as('clerk').refused('collection.beginCatalogue', {})).code).toBe('forbidden');
});
