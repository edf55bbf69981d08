import { defineMessages } from './language.ts';

/**
 * How a due date came about. Fragments in lower case: they stand in tables, in running text and on certificates. Dates stay
 * in ISO 8601: the sentence is a calculation, and is to be checked with a calendar.
 */
export const dueDateMessages = defineMessages({
  'retention.due.trigger.collected': { en: 'collected {on}', ko: '{on} 수집' },
  'retention.due.trigger.consent_ended': { en: 'consent ended {on}', ko: '{on} 동의 종료' },
  'retention.due.trigger.purpose_fulfilled': { en: 'purpose fulfilled {on}', ko: '{on} 목적 달성' },
  'retention.due.trigger.contract_ended': { en: 'contract ended {on}', ko: '{on} 계약 종료' },
  'retention.due.trigger.last_activity': { en: 'last activity {on}', ko: '{on} 마지막 이용' },
  'retention.due.trigger.event': { en: '“{event}” on {on}', ko: '{on} ‘{event}’ 발생' },
  'retention.due.counted.calendar_year_end': {
    en: '{trigger}, counted from the end of the year {from}',
    ko: '{trigger}, 연말 {from}부터 기산',
  },
  'retention.due.counted.fiscal_year_end': {
    en: '{trigger}, counted from the end of the fiscal year {from}',
    ko: '{trigger}, 회계연도 말 {from}부터 기산',
  },
  'retention.due.waits.collected': { en: 'its collection', ko: '수집' },
  'retention.due.waits.consent_ended': { en: 'the end of the consent', ko: '동의 종료' },
  'retention.due.waits.purpose_fulfilled': { en: 'the purpose to be fulfilled', ko: '목적 달성' },
  'retention.due.waits.contract_ended': { en: 'the end of the contract', ko: '계약 종료' },
  'retention.due.waits.last_activity': { en: 'the last activity', ko: '마지막 이용' },
  'retention.due.waits.event': { en: '“{event}”', ko: '‘{event}’ 발생' },
  'retention.due.period_ends': {
    en: '{trigger} + {period}, {basis}: kept through {keptThrough}, due from {dueOn}',
    ko: '{trigger} + {period}, {basis}: {keptThrough}까지 보관, {dueOn}부터 파기 대상',
  },
  'retention.due.consent_withdrawn': {
    en: 'consent withdrawn on {withdrawnOn}: due at once',
    ko: '{withdrawnOn} 동의 철회: 즉시 파기 대상',
  },
  'retention.due.consent_expired': {
    en: 'consent expired on {dueOn}: due at once',
    ko: '{dueOn} 동의 기간 만료: 즉시 파기 대상',
  },
  'retention.due.purpose_fulfilled': {
    en: 'purpose fulfilled on {dueOn}: due at once',
    ko: '{dueOn} 목적 달성: 즉시 파기 대상',
  },
  'retention.due.withdrawn_but_obliged': {
    en: 'consent withdrawn on {withdrawnOn}, but the law obliges keeping: {trigger} + {period}, {basis}: kept separately through {keptThrough}, due from {dueOn}',
    ko: '{withdrawnOn} 동의 철회, 다만 법령상 보존 의무 있음: {trigger} + {period}, {basis}: {keptThrough}까지 분리보관, {dueOn}부터 파기 대상',
  },
  'retention.due.withdrawn_but_obliged_undated': {
    en: 'consent withdrawn, but the law obliges keeping: {trigger} + {period}, {basis}: kept separately through {keptThrough}, due from {dueOn}',
    ko: '동의 철회, 다만 법령상 보존 의무 있음: {trigger} + {period}, {basis}: {keptThrough}까지 분리보관, {dueOn}부터 파기 대상',
  },
  'retention.due.ended_but_obliged': {
    en: 'purpose over, but the law obliges keeping: {trigger} + {period}, {basis}: kept separately through {keptThrough}, due from {dueOn}',
    ko: '목적 종료, 다만 법령상 보존 의무 있음: {trigger} + {period}, {basis}: {keptThrough}까지 분리보관, {dueOn}부터 파기 대상',
  },
  'retention.due.retained': {
    en: 'retained by a decision of the review: kept separately through {keptThrough}, due from {dueOn}',
    ko: '파기 검토에서 연장 결정: {keptThrough}까지 분리보관, {dueOn}부터 파기 대상',
  },
  'retention.due.open': {
    en: 'no date yet: waits for {waits}, then + {period}, {basis}',
    ko: '예정일 미정: {waits} 후 {period}, {basis}',
  },
});
