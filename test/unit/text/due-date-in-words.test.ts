import { describe, expect, it } from 'vitest';
import { type DueDate, dueDateOf as dueDateOfRules } from '../../../shared/domain/retention/due-date.ts';
import type { RetentionRuleContent } from '../../../shared/domain/retention/retention-rule.ts';
import { dueDateInWords } from '../../../shared/text/due-date-in-words.ts';
import { createText } from '../../../shared/text/messages.ts';

const contract: RetentionRuleContent = {
  name: { en: 'Contracts', ko: '계약에 관한 기록' },
  trigger: 'collected',
  event: null,
  counting: 'day',
  fiscalYearEnd: null,
  effectiveTo: null,
  endAction: 'review',
  jurisdiction: 'korea',
  period: 'P5Y',
  basis: { en: 'E-Commerce Decree art. 6(1)', ko: '전자상거래법 시행령 제6조 제1항' },
  obligedByLaw: true,
  lawEdition: { en: 'in force 2026', ko: '2026년 시행' },
  effectiveFrom: '2026-01-01',
  source: 'read_in_law',
};
function dueDateOf(content: RetentionRuleContent, collectedOn: string, withdrawnOn: string | null): DueDate {
  const happenings =
    withdrawnOn === null ? [] : [{ kind: 'consent_withdrawn', event: null, on: withdrawnOn } as const];
  return dueDateOfRules([{ ruleVersionId: 'rule', version: 1, content }], {
    collectedOn,
    happenings,
    retainedThrough: null,
    setApartOn: null,
  });
}
const english = (due: DueDate) => dueDateInWords(due, createText('en'), 'en');
const korean = (due: DueDate) => dueDateInWords(due, createText('ko'), 'ko');

describe('a due date in words', () => {
  it('says trigger, period, basis and both days', () => {
    const due = dueDateOf(contract, '2021-03-02', null);
    expect(english(due)).toBe(
      'collected 2021-03-02 + 5 years, E-Commerce Decree art. 6(1): kept through 2026-03-02, due from 2026-03-03',
    );
    expect(korean(due)).toBe(
      '2021-03-02 수집 + 5년, 전자상거래법 시행령 제6조 제1항: 2026-03-02까지 보관, 2026-03-03부터 파기 대상',
    );
  });

  it('says from where a year-end rule counts', () => {
    const due = dueDateOf(
      { ...contract, counting: 'calendar_year_end', period: 'P1Y6M' },
      '2021-03-02',
      null,
    );
    expect(english(due)).toBe(
      'collected 2021-03-02, counted from the end of the year 2021-12-31 + 1 year 6 months, E-Commerce Decree art. 6(1): kept through 2023-06-30, due from 2023-07-01',
    );
    expect(korean(due)).toBe(
      '2021-03-02 수집, 연말 2021-12-31부터 기산 + 1년 6개월, 전자상거래법 시행령 제6조 제1항: 2023-06-30까지 보관, 2023-07-01부터 파기 대상',
    );
  });

  it('says that a withdrawal makes it due at once', () => {
    const due = dueDateOf({ ...contract, obligedByLaw: false }, '2026-03-02', '2026-11-23');
    expect(english(due)).toBe('consent withdrawn on 2026-11-23: due at once');
    expect(korean(due)).toBe('2026-11-23 동의 철회: 즉시 파기 대상');
    // As the register of destroyed units hands it out.
    expect(english({ ...due, withdrawnOn: null })).toBe('consent withdrawn on 2026-11-23: due at once');
  });

  it('says that the law obliges the office to keep it in spite of the withdrawal', () => {
    const due = dueDateOf(contract, '2024-02-29', '2026-11-23');
    expect(english(due)).toBe(
      'consent withdrawn on 2026-11-23, but the law obliges keeping: collected 2024-02-29 + 5 years, E-Commerce Decree art. 6(1): kept separately through 2029-02-28, due from 2029-03-01',
    );
    expect(korean(due)).toBe(
      '2026-11-23 동의 철회, 다만 법령상 보존 의무 있음: 2024-02-29 수집 + 5년, 전자상거래법 시행령 제6조 제1항: 2029-02-28까지 분리보관, 2029-03-01부터 파기 대상',
    );
    expect(english({ ...due, withdrawnOn: null })).toMatch(
      /^consent withdrawn, but the law obliges keeping: collected/,
    );
  });

  it('does not mention a withdrawal that came after the period had ended', () => {
    expect(english(dueDateOf(contract, '2015-01-10', '2026-11-23'))).toBe(
      'collected 2015-01-10 + 5 years, E-Commerce Decree art. 6(1): kept through 2020-01-10, due from 2020-01-11',
    );
  });
});
