import { expect, it } from 'vitest';
import { beyondMinimum, type CataloguePurpose } from '../../../shared/domain/collection/catalogue.ts';
import type { FormPurpose } from '../../../shared/domain/collection/consent-form.ts';
import { items, membershipForm } from '../../fixtures/consent.ts';

const id = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6';
const form = membershipForm(id);
const [essential, news] = form.purposes as [FormPurpose, FormPurpose];

function warnings(needs: CataloguePurpose['needs'] | undefined, changes: Partial<FormPurpose>): string[] {
  const purpose = { ...news, catalogueId: id, ...changes };
  return beyondMinimum({ ...form, purposes: [purpose] }, (asked) => (asked === id ? needs : undefined)).map(
    ({ code, item }) => (item === null ? code : `${code} ${item}`),
  );
}
const email = { code: 'email', kind: 'required' } as const;

it.each<[string, CataloguePurpose['needs'] | undefined, Partial<FormPurpose>, string[]]>([
  ['exactly what is needed', [email], { items: [items.email] }, []],
  ['less than is needed', [email, { code: 'request_note', kind: 'required' }], { items: [items.email] }, []],
  ['the name beside it', [email], { items: [items.name, items.email] }, []],
  ['more than is needed', [email], { items: [items.email, items.telephone] }, ['item_not_needed telephone']],
  [
    'what can be used as if it had to be given',
    [{ ...email, kind: 'optional' }],
    { items: [items.email] },
    ['item_not_needed_as_required email'],
  ],
  [
    'what has to be given as if it could be left',
    [email],
    { items: [{ ...items.email, kind: 'optional' }] },
    [],
  ],
  ['for a purpose written for this form alone', [email], { catalogueId: null }, ['purpose_not_in_catalogue']],
  ['for a purpose that is retired', undefined, {}, ['purpose_not_in_catalogue']],
])('asking for %s', (_, needs, changes, expected) => expect(warnings(needs, changes)).toEqual(expected));

it('says at which purpose', () => {
  const both = { ...form, purposes: [essential, { ...news, catalogueId: id }] };
  expect(beyondMinimum(both, () => [email])).toEqual([
    { code: 'purpose_not_in_catalogue', purpose: 0, item: null },
    { code: 'item_not_needed', purpose: 1, item: 'request_note' },
  ]);
});
