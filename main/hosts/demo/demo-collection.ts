import { Temporal } from 'temporal-polyfill';
import type { ChannelOutput } from '../../../shared/contract/contract.ts';
import { itemsAskedFor } from '../../../shared/domain/collection/consent.ts';
import { askedPurposes, type ConsentFormContent } from '../../../shared/domain/collection/consent-form.ts';
import { randomUUID } from '../../storage/cryptography.ts';
import { fillCatalogue } from './demo-catalogue.ts';
import { demoForms } from './demo-forms.ts';
import type { Story } from './demo-office.ts';
import { type InventedPerson, inventPeople } from './invented-people.ts';

/** A string that stands in no other place, and the record units it is gone with once all of them are destroyed. */
export interface Trace {
  readonly text: string;
  readonly units: ReadonlySet<string>;
}

interface PublishedForm {
  readonly formId: string;
  readonly formVersionId: string;
  readonly content: ConsentFormContent;
  readonly noticeDigest: { readonly en: string; readonly ko: string };
}

export interface DemoForms {
  readonly membership: PublishedForm;
  readonly purchase: PublishedForm;
}

export interface DemoConsent {
  readonly consentId: string;
  readonly givenOn: string;
  /** Every purpose that was agreed to. */
  readonly given: readonly string[];
  /** The first additional one, if it was. */
  readonly additional: string | null;
}

export async function publishForms({ call }: Story): Promise<DemoForms> {
  const { rules } = await call('retention.listRules', {});
  const ruleOf = (period: string, obligedByLaw: boolean) => {
    const rule = rules.find(
      ({ content }) => content.period === period && content.obligedByLaw === obligedByLaw,
    );
    if (rule === undefined) throw new Error('the starting rules have no such rule');
    return rule.ruleId;
  };
  const insurance = { name: '한강손해보험', contact: 'privacy@hangang-insurance.example' };
  const { recipientId } = await call('provision.addRecipient', { ...insurance, country: 'KR' });
  const drawn = demoForms(randomUUID, {
    consentRule: ruleOf('P1Y', false),
    contractRule: ruleOf('P5Y', true),
    insurance: { recipientId, name: insurance.name },
  });
  const { membership, purchase, health, children } = await fillCatalogue(call, drawn);
  const publish = async (content: ConsentFormContent): Promise<PublishedForm> => {
    const { formId, formVersionId } = await call('collection.publishForm', { formId: null, content });
    const digestIn = async (language: 'en' | 'ko') =>
      (await call('collection.getNotice', { formVersionId, language })).digest;
    return {
      formId,
      formVersionId,
      content,
      noticeDigest: { en: await digestIn('en'), ko: await digestIn('ko') },
    };
  };
  // Nobody has come for these two yet.
  await publish(health);
  await publish(children);
  return { membership: await publish(membership), purchase: await publish(purchase) };
}

/**
 * Publishes the membership form anew: news come by text message too, and say so. Whoever agreed to news has to be asked again, so that
 * renewals and the difference between two versions are there to be seen.
 */
export async function publishMembershipAnew({ call }: Story, { membership }: DemoForms): Promise<void> {
  const content = structuredClone(membership.content);
  const [, news] = content.purposes;
  const telephone = content.purposes[0]?.items.find(({ code }) => code === 'telephone');
  if (news === undefined || telephone === undefined) throw new Error('the membership form has news');
  news.name = { en: 'News and offers by e-mail and text message', ko: '소식 및 혜택 안내(전자우편, 문자)' };
  news.basis = {
    lawfulBasis: 'consent',
    consent: { kind: 'marketing', contactWays: ['email', 'text_message'] },
  };
  news.items = [...news.items, { ...telephone, kind: 'optional' }];
  const { id: _, catalogueId, items, ...rest } = news;
  if (catalogueId !== null) {
    await call('collection.saveCataloguePurpose', {
      purposeId: catalogueId,
      content: { ...rest, needs: items.map(({ code, kind }) => ({ code, kind })) },
    });
  }
  await call('collection.publishForm', { formId: membership.formId, content });
}

/** Captures one or two consents a person, given at some time in the past years, so that some are due by now. */
export async function captureEverybody(story: Story, forms: DemoForms): Promise<DemoConsent[]> {
  const consents: DemoConsent[] = [];
  const people = inventPeople(story.people, story.seed);
  for (const [index, person] of people.entries()) {
    const nameUnits = new Set<string>();
    story.traces.push({ text: person.name, units: nameUnits });
    const both = story.random() < 0.3;
    const first = story.random() < 0.55 ? forms.membership : forms.purchase;
    const second = first === forms.membership ? forms.purchase : forms.membership;
    const captured = await captureOne(story, person, null, first, forms);
    consents.push(captured.consent);
    for (const unit of captured.units) nameUnits.add(unit);
    if (both) {
      const again = await captureOne(story, person, captured.personId, second, forms);
      consents.push(again.consent);
      for (const unit of again.units) nameUnits.add(unit);
    }
    if (index % 20 === 19 || index + 1 === people.length) story.tell('capture', index + 1, people.length);
  }
  return consents;
}

async function captureOne(
  story: Story,
  person: InventedPerson,
  personId: string | null,
  form: PublishedForm,
  forms: DemoForms,
) {
  const { random, traces } = story;
  const { content, formVersionId } = form;
  const [essential, additional] = content.purposes;
  if (essential === undefined || additional === undefined) throw new Error('a demo form has two purposes');
  const language = /[가-힣]/u.test(person.name) ? 'ko' : 'en';
  const agreesToMore = random() < 0.6;
  const monthsBack = form === forms.purchase ? 72 : 30;
  const givenOn = Temporal.PlainDate.from(story.today)
    .subtract({ days: Math.floor(random() * monthsBack * 30) })
    .toString();
  const asked = askedPurposes(content);
  const given = new Set(asked.filter(({ kind }) => agreesToMore || kind === 'essential').map(({ id }) => id));
  // A note is given only where the telephone is not asked for twice, so that every string stands in one unit.
  const answers: Record<string, string> = {
    name: person.name,
    telephone: person.telephone,
    email: person.email,
    address: person.address,
  };
  if (form === forms.membership) answers.request_note = person.note;
  const values = itemsAskedFor(content, given).flatMap(({ code }) => {
    const value = answers[code];
    return value === undefined ? [] : [{ itemCode: code, value }];
  });
  const signature = person.signature();
  const captured = await story.call('collection.capture', {
    formVersionId,
    language,
    noticeDigest: form.noticeDigest[language],
    personId,
    answers: asked.map(({ id }) => ({ purposeId: id, answer: given.has(id) ? 'given' : 'refused' })),
    values,
    evidence: { way: 'screen', signature },
    otherThan: [],
    guardian: null,
    draftId: null,
    givenOn,
  });
  const units = captured.units.map((unit) => unit.unitId);
  traces.push({ text: signature.path, units: new Set(units) });
  traceValues(story, captured, content, values);
  const consent: DemoConsent = {
    consentId: captured.consentId,
    givenOn,
    given: [...given],
    additional: agreesToMore ? additional.id : null,
  };
  return { personId: captured.personId, consent, units };
}

/** A value may be kept for several purposes and several consents: it is gone when the last of their units is. */
function traceValues(
  { traces }: Story,
  captured: ChannelOutput<'collection.capture'>,
  content: ConsentFormContent,
  values: readonly { itemCode: string; value: string }[],
): void {
  for (const { itemCode, value } of values) {
    if (itemCode === 'name') continue;
    const holding = captured.units
      .filter((unit) =>
        content.purposes.some(
          (purpose) => purpose.id === unit.purposeId && purpose.items.some((item) => item.code === itemCode),
        ),
      )
      .map((unit) => unit.unitId);
    const known = traces.findIndex((trace) => trace.text === value);
    if (known === -1) traces.push({ text: value, units: new Set(holding) });
    else traces[known] = { text: value, units: new Set([...(traces[known]?.units ?? []), ...holding]) };
  }
}

/** One in twelve withdraws: half of them everything, half the additional purpose alone. Answers the consents that stand untouched. */
export async function withdrawSome(
  { call, random, tell }: Story,
  consents: readonly DemoConsent[],
): Promise<DemoConsent[]> {
  const withdrawing = new Set(consents.filter(() => random() < 1 / 12));
  for (const { consentId, given, additional } of withdrawing) {
    const purposeIds = random() < 0.5 && additional !== null ? [additional] : [...given];
    // An order alone rests on a contract: there is no consent to withdraw.
    if (purposeIds.length === 0) continue;
    await call('collection.withdraw', { consentId, purposeIds });
  }
  tell('withdraw', withdrawing.size, withdrawing.size);
  return consents.filter((consent) => !withdrawing.has(consent));
}
