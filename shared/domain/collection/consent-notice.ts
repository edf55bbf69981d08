import { z } from 'zod';
import type { Bilingual, Language } from '../../contract/fields.ts';
import { line, paragraph } from '../../contract/fields.ts';
import type { RetentionRuleContent } from '../retention/retention-rule.ts';
import {
  type ConsentFormContent,
  type FormItem,
  type FormPurpose,
  recipientsOf,
  restsOnConsent,
} from './consent-form.ts';
import { noticeWords } from './notice-words.ts';

/**
 * The text a person is shown before answering, line by line, in one language. It is made by this function alone, for the
 * screen and for what is kept with the consent, so that what was shown and what is stored cannot differ.
 *
 * What has to be told is in mandatory-statements.ts. Purposes that need no consent stand apart at the end, with their ground
 * (PIPA art. 22(3)). Marked for emphasis are, each on a line of its own: that one may be contacted for marketing, sensitive data
 * and unique identifiers, the period of retention, recipients and their purpose (PIPA art. 22(2), Decree art. 17(3)).
 */
export const noticeLine = z.strictObject({
  role: z.enum([
    'title',
    'introduction',
    'child',
    'guardian',
    'purpose',
    'kind',
    'items',
    'source',
    'contact',
    'recipient',
    'transfer',
    'retention',
    'validity',
    'refusal',
    'rights',
    'unasked',
    'ground',
  ]),
  purposeId: z.string().nullable(),
  text: paragraph(4000),
  emphasised: z.boolean(),
});
export type NoticeLine = z.infer<typeof noticeLine>;

export const consentNotice = z.strictObject({
  language: z.enum(['en', 'ko']),
  office: line(120),
  // 20 purposes with 10 recipients each, and what stands around them.
  lines: z.array(noticeLine).min(1).max(1000),
});
export type ConsentNotice = z.infer<typeof consentNotice>;

/** A period such as P1Y6M in words. Kept here rather than with the messages: it becomes part of a stored legal text. */
export function periodInWords(period: string, language: Language): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(period);
  if (match === null) throw new RangeError('not a period of years, months and days');
  const [years, months, days] = [Number(match[1] ?? 0), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const english = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  const parts =
    language === 'ko'
      ? [years && `${years}년`, months && `${months}개월`, days && `${days}일`]
      : [years && english(years, 'year'), months && english(months, 'month'), days && english(days, 'day')];
  const said = parts.filter((part) => typeof part === 'string');
  if (said.length > 0) return said.join(' ');
  return language === 'ko' ? '0일' : '0 days';
}

const countedFrom = {
  en: {
    day: {
      collected: '',
      consent_ended: ' from the day the consent ends',
      purpose_fulfilled: ' from the day the purpose is fulfilled',
      contract_ended: ' from the day the contract ends',
      last_activity: ' from the last use',
      event: ' from the day that the law names',
    },
    year: {
      collected: '',
      consent_ended: ' in which the consent ends',
      purpose_fulfilled: ' in which the purpose is fulfilled',
      contract_ended: ' in which the contract ends',
      last_activity: ' of the last use',
      event: ' of the day that the law names',
    },
  },
  ko: {
    day: {
      collected: '',
      consent_ended: '동의가 끝난 날부터 ',
      purpose_fulfilled: '목적을 달성한 날부터 ',
      contract_ended: '계약이 끝난 날부터 ',
      last_activity: '마지막으로 이용한 날부터 ',
      event: '법령에서 정한 날부터 ',
    },
    year: {
      collected: '해당',
      consent_ended: '동의가 끝난',
      purpose_fulfilled: '목적을 달성한',
      contract_ended: '계약이 끝난',
      last_activity: '마지막으로 이용한',
      event: '법령에서 정한 날이 속한',
    },
  },
} as const;

/** A rule's period and from where it is counted: "5 years from the end of the year in which the contract ends". */
export function countedPeriodInWords(
  rule: Pick<RetentionRuleContent, 'period' | 'trigger' | 'counting'>,
  language: Language,
): string {
  const period = periodInWords(rule.period, language);
  const { trigger, counting } = rule;
  if (language === 'en') {
    if (counting === 'day') return `${period}${countedFrom.en.day[trigger]}`;
    const year = counting === 'calendar_year_end' ? 'year' : 'fiscal year';
    return `${period} from the end of the ${year}${countedFrom.en.year[trigger]}`;
  }
  if (counting === 'day') return `${countedFrom.ko.day[trigger]}${period}`;
  const year = counting === 'calendar_year_end' ? '연도' : '회계연도';
  return `${countedFrom.ko.year[trigger]} ${year} 말부터 ${period}`;
}

/** How long, and on what ground: as it is told to the person. */
export function retentionInWords(rule: RetentionRuleContent, language: Language): string {
  return noticeWords[language].retention(countedPeriodInWords(rule, language), rule.basis[language]);
}

/** Makes the lines of one notice: in one language, each line under its purpose. */
class NoticeWriter {
  readonly lines: NoticeLine[] = [];
  readonly #language: Language;
  readonly #ruleOf: (retentionRuleId: string) => RetentionRuleContent;

  constructor(language: Language, ruleOf: (retentionRuleId: string) => RetentionRuleContent) {
    this.#language = language;
    this.#ruleOf = ruleOf;
  }

  add(role: NoticeLine['role'], text: string, purposeId: string | null = null, emphasised = false): void {
    this.lines.push({ role, purposeId, text, emphasised });
  }

  tell(role: NoticeLine['role'], text: Bilingual, purposeId: string | null = null): void {
    this.add(role, text[this.#language], purposeId);
  }

  asked(purpose: FormPurpose): void {
    this.tell('purpose', purpose.name, purpose.id);
    this.add('kind', this.#words.kind[purpose.kind], purpose.id);
    this.#consent(purpose);
    this.#items(purpose);
    this.#recipients(purpose);
    this.#retention(purpose);
    if (purpose.validFor !== null) {
      const period = periodInWords(purpose.validFor, this.#language);
      this.add('validity', this.#words.validity(period), purpose.id);
    }
    this.#refusalMethod(purpose);
    this.tell('refusal', purpose.refusal, purpose.id);
  }

  unasked(purpose: FormPurpose): void {
    const { basis } = purpose;
    if (basis.lawfulBasis === 'consent') return;
    this.tell('purpose', purpose.name, purpose.id);
    const ground = basis.ground[this.#language];
    this.add('ground', this.#words.ground(this.#words.basis[basis.lawfulBasis], ground), purpose.id);
    this.#items(purpose);
    this.#retention(purpose);
  }

  get #words() {
    return noticeWords[this.#language];
  }

  /** What kind of consent is asked for, and what that kind tells first. */
  #consent({ id, basis }: FormPurpose): void {
    if (basis.lawfulBasis !== 'consent') return;
    const { consent } = basis;
    const said = this.#words.consent[consent.kind];
    if (said !== null) this.add('kind', said, id);
    if (consent.kind === 'onward_provision') {
      this.add('source', this.#words.receivedFrom(consent.receivedFrom[this.#language]), id);
    }
    if (consent.kind === 'marketing') {
      const ways = consent.contactWays.map((way) => this.#words.contactWay[way]).join(', ');
      this.add('contact', this.#words.contact(ways), id, true);
    }
  }

  /** Ordinary items by kind; what is sensitive or identifies uniquely on lines of its own, emphasised. */
  #items(purpose: FormPurpose): void {
    const words = this.#words;
    for (const sensitivity of ['ordinary', 'sensitive', 'unique_identifier'] as const) {
      for (const kind of ['required', 'optional', 'automatic'] as const) {
        const items = purpose.items.filter((item) => item.kind === kind && item.sensitivity === sensitivity);
        if (items.length === 0) continue;
        const labels = items.map((item: FormItem) => item.label[this.#language]).join(', ');
        const heading =
          sensitivity === 'ordinary'
            ? words[kind]
            : words.special(words[kind], words.sensitivity[sensitivity]);
        this.add('items', `${heading}: ${labels}`, purpose.id, sensitivity !== 'ordinary');
      }
    }
  }

  #recipients(purpose: FormPurpose): void {
    const say = (text: Bilingual) => text[this.#language];
    for (const recipient of recipientsOf(purpose)) {
      const { name, contact, country, timeAndMethod } = recipient;
      const called = contact === undefined || contact.trim() === '' ? name : `${name} (${contact})`;
      this.add(
        'recipient',
        this.#words.recipient(called, say(recipient.purpose), say(recipient.period)),
        purpose.id,
        true,
      );
      if (country === undefined || timeAndMethod === undefined) continue;
      this.add('transfer', this.#words.transfer(say(country), say(timeAndMethod)), purpose.id);
    }
  }

  #retention(purpose: FormPurpose): void {
    const rule = this.#ruleOf(purpose.retentionRuleId);
    this.add('retention', retentionInWords(rule, this.#language), purpose.id, true);
  }

  #refusalMethod({ id, basis }: FormPurpose): void {
    if (basis.lawfulBasis !== 'consent' || basis.consent.kind !== 'transfer_abroad') return;
    this.tell('refusal', basis.consent.refusalMethod, id);
  }

  unaskedHeading(): void {
    this.add('unasked', this.#words.unasked);
  }

  rights(): void {
    this.add('rights', this.#words.rights);
  }
}

export function noticeOf(
  content: ConsentFormContent,
  ruleOf: (retentionRuleId: string) => RetentionRuleContent,
  officeName: string,
  language: Language,
): ConsentNotice {
  const writer = new NoticeWriter(language, ruleOf);
  writer.tell('title', content.title);
  writer.tell('introduction', content.introduction);
  if (content.children !== null) {
    writer.tell('child', content.children.childStatement);
    writer.tell('guardian', content.children.guardianStatement);
  }
  for (const purpose of content.purposes.filter(restsOnConsent)) writer.asked(purpose);
  writer.rights();
  const unasked = content.purposes.filter((purpose) => !restsOnConsent(purpose));
  if (unasked.length > 0) writer.unaskedHeading();
  for (const purpose of unasked) writer.unasked(purpose);
  return { language, office: officeName, lines: writer.lines };
}
