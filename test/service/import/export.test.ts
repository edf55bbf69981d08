import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelInput } from '../../../shared/contract/contract.ts';
import type { ConsentFormContent } from '../../../shared/domain/collection/consent-form.ts';
import {
  capture,
  findRules,
  items,
  membershipForm,
  type PublishedForm,
  publish,
} from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';

let office: TestOffice;
let form: PublishedForm;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publish(office, withSensitiveEmail(membershipForm((await findRules(office)).consented)));
});
afterEach(() => office.remove());

/** Nobody's e-mail address is sensitive by law; here it stands for what is, asked for by a consent of its own. */
function withSensitiveEmail(content: ConsentFormContent): ConsentFormContent {
  const purposes = content.purposes.map((purpose) =>
    purpose.kind === 'essential'
      ? { ...purpose, items: [...purpose.items, items.note] }
      : {
          ...purpose,
          basis: { lawfulBasis: 'consent' as const, consent: { kind: 'sensitive_data' as const } },
          items: [{ ...items.email, sensitivity: 'sensitive' as const }],
        },
  );
  return { ...content, purposes };
}

const ask = (
  changes: Partial<ChannelInput<'collection.export'>> = {},
): ChannelInput<'collection.export'> => ({
  ask: { what: 'consents', search: '', formId: form.formId, reason: 'answer_request' },
  format: 'csv',
  languages: ['ko'],
  to: { way: 'file', path: join(office.parent, 'table.csv'), replace: false },
  ...changes,
});
const written = (name = 'table.csv') => readFileSync(join(office.parent, name), 'utf8');

it('writes the consents of a form with its purposes and items, masked and neutralised, and enters the copy and the uses', async () => {
  await capture(office, form, { name: '=HYPERLINK("x")', telephone: '+82 10-1234-5678' });
  office.clock.advance({ seconds: 1 });
  await capture(office, form, { name: '이몽룡', additional: true, email: 'lee@example.org', note: '-1+2' });
  const done = await office.as('clerk').call('collection.export', ask());
  expect(done).toMatchObject({ bytes: null, personalData: 'copy', copyReference: 'KC-0001' });
  expect(written().slice(1).split('\r\n')).toEqual([
    '성명,동의일,동의서 버전,회원 서비스 제공,소식 안내,전화번호,요청 사항,전자우편',
    "이몽룡,2026-05-04,1,동의,동의,010-1234-5678,'-1+2,●●●",
    '"\'=HYPERLINK(""x"")",2026-05-04,1,동의,동의하지 않음,+82 10-1234-5678,,',
    '',
  ]);
  const { copies } = await office
    .as('auditor')
    .call('office.listKnownCopies', { show: 'outstanding', limit: 5, offset: 0 });
  expect(copies).toMatchObject([{ kind: 'export', scope: 'listed', subjects: 2 }]);
  const { uses } = await office
    .as('clerk')
    .call('provision.listUses', { limit: 10, offset: 0, filter: null });
  expect(uses.map(({ reason, kind }) => [reason, kind])).toEqual(Array(2).fill(['answer_request', 'export']));
});

it('writes people of a search as a workbook with real dates', async () => {
  await capture(office, form, { name: '홍길동' });
  await capture(office, form, { name: '이몽룡' });
  const path = join(office.parent, 'people.xlsx');
  await office.as('clerk').call('collection.export', {
    ...ask({ format: 'xlsx', languages: ['en'], to: { way: 'file', path, replace: false } }),
    ask: { what: 'people', search: 'ㅎㄱㄷ', formId: null, reason: 'serve_person' },
  });
  const { sheets } = await readXlsx(readFileSync(path), { readStyles: true });
  expect(sheets[0]?.rows).toEqual([
    ['Name', 'Consents', 'Last consent', 'State'],
    ['홍길동', 1, new Date('2026-05-04T00:00:00Z'), 'As given'],
  ]);
});

it('is refused to whoever may not, unmasked without both permissions, without a file, and of nobody', async () => {
  await capture(office, form, { additional: true });
  expect((await office.as('reviewer').refused('collection.export', ask())).code).toBe('forbidden');
  expect((await office.as('clerk').refused('collection.exportUnmasked', ask())).code).toBe('forbidden');
  // A reviewer holds the one permission without the other.
  expect((await office.as('reviewer').refused('collection.exportUnmasked', ask())).code).toBe('forbidden');
  const shown = await office.as('clerk').refused('collection.export', ask({ to: { way: 'screen' } }));
  expect(shown.code).toBe('export_to_file_only');
  const nobody = ask({ ask: { what: 'people', search: 'nobody', formId: null, reason: 'serve_person' } });
  expect((await office.as('clerk').refused('collection.export', nobody)).code).toBe('export_nothing');
  const copies = await office
    .as('auditor')
    .call('office.listKnownCopies', { show: 'all', limit: 5, offset: 0 });
  expect(copies.total).toBe(0);

  const administrator = office.as('administrator');
  const { users } = await administrator.call('office.listUsers', {});
  const clerk = users.find(({ roles }) => roles.includes('clerk'));
  await administrator.call('office.setUserRoles', {
    userId: clerk?.id ?? '',
    roles: ['clerk', 'reviewer'],
  });
  await office.as('clerk').call('collection.exportUnmasked', ask());
  expect(written()).toContain('hong@example.org');
});
