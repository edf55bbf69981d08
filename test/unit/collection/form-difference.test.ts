import { describe, expect, it } from 'vitest';
import type {
  ConsentAsked,
  ConsentFormContent,
  FormPurpose,
  PurposeBasis,
} from '../../../shared/domain/collection/consent-form.ts';
import {
  differenceOf,
  type FormChange,
  purposesToRenew,
} from '../../../shared/domain/collection/form-difference.ts';
import { items, membershipForm } from '../../fixtures/consent.ts';

const ruleId = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6';
const otherRule = '0ccd5a0b-4a4c-4b0e-9d6e-6f2b9b5b7a10';
const form = membershipForm(ruleId);
const [essential, news] = form.purposes as [FormPurpose, FormPurpose];
const both = (text: string) => ({ en: text, ko: text });
const retentionOf = (id: string) => both(id === ruleId ? '1 year' : '3 years');

function changesOf(before: ConsentFormContent, after: ConsentFormContent): FormChange[] {
  return differenceOf({ content: before, retentionOf }, { content: after, retentionOf });
}
/** What is said of the additional purpose when it becomes another: `part effect`. */
function said(before: Partial<FormPurpose>, after: Partial<FormPurpose>): string[] {
  const withNews = (changes: Partial<FormPurpose>) => ({
    ...form,
    purposes: [essential, { ...news, ...changes }],
  });
  return changesOf(withNews(before), withNews(after)).map(({ part, effect }) => `${part} ${effect}`);
}
const asking = (consent: ConsentAsked): Partial<FormPurpose> => ({
  basis: { lawfulBasis: 'consent', consent },
});

const recipient = { recipientId: ruleId, name: 'Hangang', purpose: both('delivery'), period: both('1 year') };
const provision = (changes: Partial<typeof recipient> = {}) =>
  asking({ kind: 'third_party_provision', recipients: [{ ...recipient, ...changes }] });
const transfer = (changes: object, refusalMethod = 'At the desk') =>
  asking({
    kind: 'transfer_abroad',
    refusalMethod: both(refusalMethod),
    recipients: [
      {
        ...recipient,
        contact: 'a@b.example',
        country: both('Germany'),
        timeAndMethod: both('daily'),
        ...changes,
      },
    ],
  });
const contract: PurposeBasis = { lawfulBasis: 'contract', ground: both('A contract') };

describe('what changes', () => {
  it('is nothing between equal forms, nor when only the order differs', () => {
    expect(changesOf(form, structuredClone(form))).toEqual([]);
    const turned = form.purposes.toReversed().map((each) => ({ ...each, items: each.items.toReversed() }));
    expect(changesOf(form, { ...form, purposes: turned })).toEqual([]);
  });

  it.each<[string, Partial<FormPurpose>, Partial<FormPurpose>, string[]]>([
    ['an item more', {}, { items: [...news.items, items.telephone] }, ['item_added renews']],
    ['an item less', {}, { items: [items.email] }, ['item_removed renews']],
    [
      'an item asked as optional',
      {},
      { items: [{ ...items.email, kind: 'optional' }, items.note] },
      ['item_kind renews'],
    ],
    [
      'an item that is sensitive now',
      {},
      { items: [{ ...items.email, sensitivity: 'sensitive' }, items.note] },
      ['item_sensitivity renews'],
    ],
    [
      'another label of the same item',
      {},
      { items: [{ ...items.email, label: both('E-mail address') }, items.note] },
      ['item_label wording'],
    ],
    ['another period', {}, { retentionRuleId: otherRule }, ['retention renews']],
    ['a term of the consent', {}, { validFor: 'P2Y' }, ['validity renews']],
    ['how needful it is', {}, { kind: 'protection_of_users' }, ['purpose_kind renews']],
    ['another purpose in words', {}, { name: both('News and offers') }, ['purpose_name text']],
    [
      'spacing, punctuation and capitals of it',
      {},
      { name: { en: 'News: by E-Mail', ko: '소식안내' } },
      ['purpose_name wording'],
    ],
    ['what refusing means', {}, { refusal: both('Then we cannot help you.') }, ['refusal text']],
    [
      'the kind of consent',
      {},
      asking({ kind: 'marketing', contactWays: ['email'] }),
      ['consent_kind renews'],
    ],
    [
      'ways of contact',
      asking({ kind: 'marketing', contactWays: ['email', 'post'] }),
      asking({ kind: 'marketing', contactWays: ['post', 'email', 'telephone'] }),
      ['contact_ways renews'],
    ],
    [
      'the order of ways of contact',
      asking({ kind: 'marketing', contactWays: ['email', 'post'] }),
      asking({ kind: 'marketing', contactWays: ['post', 'email'] }),
      [],
    ],
    [
      'another recipient',
      provision(),
      provision({ recipientId: otherRule, name: 'Other' }),
      ['recipient_added renews', 'recipient_removed renews'],
    ],
    [
      'what a recipient is told to do',
      provision(),
      provision({ name: 'Hangang Express', purpose: both('advertising'), period: both('3 years') }),
      ['recipient_name text', 'recipient_purpose text', 'recipient_period text'],
    ],
    [
      'a transfer',
      transfer({}),
      transfer({ contact: 'c@d.example', country: both('France'), timeAndMethod: both('weekly') }, 'By post'),
      ['refusal_method text', 'recipient_contact text', 'country text', 'time_and_method text'],
    ],
    [
      'where the data comes from',
      asking({ kind: 'onward_provision', receivedFrom: both('One office'), recipients: [recipient] }),
      asking({ kind: 'onward_provision', receivedFrom: both('Another office'), recipients: [recipient] }),
      ['received_from text'],
    ],
    [
      'a purpose that needs no consent any more',
      {},
      { basis: contract, items: [items.email] },
      ['basis none', 'item_removed none'],
    ],
    [
      'the ground of a purpose nobody is asked about',
      { basis: contract },
      { basis: { ...contract, ground: both('Another contract') }, name: both('Else') },
      ['purpose_name none', 'ground none'],
    ],
  ])('is %s', (_, before, after, expected) => expect(said(before, after)).toEqual(expected));

  it('is wording in title and introduction, whatever they say', () => {
    expect(
      changesOf(form, { ...form, title: both('Other'), introduction: both('Other') }).map(
        ({ part, effect }) => `${part} ${effect}`,
      ),
    ).toEqual(['title wording', 'introduction wording']);
  });

  it('is a purpose more or less, on which no consent rests', () => {
    const changes = changesOf({ ...form, purposes: [essential] }, { ...form, purposes: [news] });
    expect(changes.map(({ part, effect }) => `${part} ${effect}`)).toEqual([
      'purpose_added none',
      'purpose_removed none',
    ]);
    expect([...purposesToRenew(changes, [])]).toEqual([]);
  });

  it('says what was told before and what is told now, and of which purpose', () => {
    const [change] = changesOf(form, {
      ...form,
      purposes: [essential, { ...news, retentionRuleId: otherRule }],
    });
    expect(change).toEqual({
      key: `${news.id} retention`,
      part: 'retention',
      effect: 'renews',
      purposeId: news.id,
      purposeName: news.name,
      subject: null,
      before: both('1 year'),
      after: both('3 years'),
    });
  });

  it('has a key for each', () => {
    const after = {
      ...form,
      title: both('Other'),
      purposes: [
        { ...essential, items: [items.name], refusal: both('x') },
        { ...news, items: [], name: both('Other') },
      ],
    };
    const keys = changesOf(form, after).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

it('whoever publishes can say of words that they are wording, and of nothing else', () => {
  const changes = changesOf(form, {
    ...form,
    purposes: [
      { ...essential, retentionRuleId: otherRule },
      { ...news, name: both('News and offers') },
    ],
  });
  const keys = changes.map(({ key }) => key);
  expect([...purposesToRenew(changes, [])]).toEqual([essential.id, news.id]);
  expect([...purposesToRenew(changes, keys)]).toEqual([essential.id]);
});
