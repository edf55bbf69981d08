import { defineMessages } from './language.ts';

/**
 * How a due date came about. Fragments in lower case: they stand in tables, in running text and on certificates. Dates stay
 * in ISO 8601: the sentence is a calculation, and is to be checked with a calendar.
 */
export const dueDateMessages = defineMessages({
  'retention.due.trigger.collected': { en: 'collected {on}', ko: '{on} 수집' },
  'retention.due.trigger.collected_year_end': {
    en: 'collected {on}, counted from the end of the year {from}',
    ko: '{on} 수집, 연말 {from}부터 기산',
  },
  'retention.due.period_ends': {
    en: '{trigger} + {period}, {basis}: kept through {keptThrough}, due from {dueOn}',
    ko: '{trigger} + {period}, {basis}: {keptThrough}까지 보관, {dueOn}부터 파기 대상',
  },
  'retention.due.consent_withdrawn': {
    en: 'consent withdrawn on {withdrawnOn}: due at once',
    ko: '{withdrawnOn} 동의 철회: 즉시 파기 대상',
  },
  'retention.due.withdrawn_but_obliged': {
    en: 'consent withdrawn on {withdrawnOn}, but the law obliges keeping: {trigger} + {period}, {basis}: kept separately through {keptThrough}, due from {dueOn}',
    ko: '{withdrawnOn} 동의 철회, 다만 법령상 보존 의무 있음: {trigger} + {period}, {basis}: {keptThrough}까지 분리보관, {dueOn}부터 파기 대상',
  },
  'retention.due.withdrawn_but_obliged_undated': {
    en: 'consent withdrawn, but the law obliges keeping: {trigger} + {period}, {basis}: kept separately through {keptThrough}, due from {dueOn}',
    ko: '동의 철회, 다만 법령상 보존 의무 있음: {trigger} + {period}, {basis}: {keptThrough}까지 분리보관, {dueOn}부터 파기 대상',
  },
});
