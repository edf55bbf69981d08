import { z } from 'zod';
import type { Bilingual, Language } from '../../contract/fields.ts';
import { line, paragraph } from '../../contract/fields.ts';
import type { RetentionRuleContent } from '../retention/retention-rule.ts';
import type { ConsentFormContent } from './consent-form.ts';

/**
 * The text a person is shown before answering, line by line, in one language. It is made by this function alone, for the
 * screen and for what is kept with the consent, so that what was shown and what is stored cannot differ.
 *
 * What has to be told: the purpose, the items, the period of retention, and the right to refuse with what refusing
 * brings (PIPA art. 15(2)). The retention period is marked for emphasis (Enforcement Decree art. 17(2)).
 */
export const noticeLine = z.strictObject({
  role: z.enum(['title', 'introduction', 'purpose', 'kind', 'items', 'retention', 'refusal', 'rights']),
  purposeId: z.string().nullable(),
  text: paragraph(4000),
  emphasised: z.boolean(),
});
export type NoticeLine = z.infer<typeof noticeLine>;

export const consentNotice = z.strictObject({
  language: z.enum(['en', 'ko']),
  office: line(120),
  lines: z.array(noticeLine).min(1).max(200),
});
export type ConsentNotice = z.infer<typeof consentNotice>;

const words = {
  en: {
    kind: {
      essential: 'Needed for the service',
      additional: 'Optional: you can refuse this and still use the service',
      protection_of_users: 'Protection of users',
    },
    required: 'Required items',
    optional: 'Optional items',
    automatic: 'Recorded automatically',
    retention: (period: string, basis: string) =>
      `Kept for ${period} (${basis}), then destroyed without delay.`,
    rights:
      'You may refuse any of these purposes. You may withdraw what you have agreed to at any time, as easily as you gave it.',
    yearEnd: (period: string) => `${period} from the end of the year`,
  },
  ko: {
    kind: {
      essential: '필수: 서비스 제공에 필요합니다',
      additional: '선택: 동의하지 않아도 서비스를 이용하실 수 있습니다',
      protection_of_users: '이용자 보호',
    },
    required: '필수 항목',
    optional: '선택 항목',
    automatic: '자동 수집 항목',
    retention: (period: string, basis: string) =>
      `보유 및 이용 기간: ${period} (${basis}). 기간이 끝나면 지체 없이 파기합니다.`,
    rights:
      '각 목적에 대한 동의를 거부할 권리가 있으며, 동의한 내용은 언제든지 동의할 때와 같은 방법으로 철회하실 수 있습니다.',
    yearEnd: (period: string) => `해당 연도 말부터 ${period}`,
  },
} as const;

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

export function noticeOf(
  content: ConsentFormContent,
  ruleOf: (retentionRuleId: string) => RetentionRuleContent,
  officeName: string,
  language: Language,
): ConsentNotice {
  const say = words[language];
  const pick = (text: Bilingual) => text[language];
  const lines: NoticeLine[] = [];
  const add = (role: NoticeLine['role'], text: string, purposeId: string | null = null, emphasised = false) =>
    lines.push({ role, purposeId, text, emphasised });
  add('title', pick(content.title));
  add('introduction', pick(content.introduction));
  for (const purpose of content.purposes) {
    add('purpose', pick(purpose.name), purpose.id);
    add('kind', say.kind[purpose.kind], purpose.id);
    for (const kind of ['required', 'optional', 'automatic'] as const) {
      const labels = purpose.items.filter((item) => item.kind === kind);
      if (labels.length === 0) continue;
      // Sensitive data and unique identifiers stand out (Enforcement Decree art. 17(2)).
      const stands = labels.some((item) => item.sensitivity !== 'ordinary');
      add('items', `${say[kind]}: ${labels.map((item) => pick(item.label)).join(', ')}`, purpose.id, stands);
    }
    const rule = ruleOf(purpose.retentionRuleId);
    const period = periodInWords(rule.period, language);
    const counted = rule.trigger === 'collected_year_end' ? say.yearEnd(period) : period;
    add('retention', say.retention(counted, pick(rule.basis)), purpose.id, true);
    add('refusal', pick(purpose.refusal), purpose.id);
  }
  add('rights', say.rights);
  return { language, office: officeName, lines };
}
