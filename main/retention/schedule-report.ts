import { bilingualLine } from '../../shared/contract/fields.ts';
import type { ReportFilter } from '../../shared/contract/register-reports.ts';
import { periodInWords } from '../../shared/domain/collection/consent-notice.ts';
import { calendarMonths } from '../../shared/domain/retention/calendar-months.ts';
import { retentionRuleContent } from '../../shared/domain/retention/retention-rule.ts';
import {
  barsOf,
  inBoth,
  listSource,
  type ReportContext,
  type ReportRow,
  type ReportSource,
  saidAs,
} from '../register/report-source.ts';

interface Rule {
  id: string;
  record_class_id: string;
  class_name: string;
  version: number;
  content: string;
  kept: number;
  separated: number;
  due_now: number;
  on_paper: number;
  next_due: string | null;
}

const className = bilingualLine(120);

/** The rules in force, and what is kept under each: units whose own rule it is, whatever obliges to keep them besides. */
function readRules({ database, today }: ReportContext, filter: ReportFilter): Rule[] {
  return database.all<Rule>(
    `SELECT r.id, r.record_class_id, k.name AS class_name, v.version, v.content,
       coalesce(sum(u.units), 0) AS kept, coalesce(sum(u.separated), 0) AS separated, coalesce(sum(u.due_now), 0) AS due_now,
       coalesce(sum(u.on_paper), 0) AS on_paper, min(u.next_due) AS next_due
     FROM retention_rules r JOIN record_classes k ON k.id = r.record_class_id
     JOIN retention_rule_versions v ON v.id = r.applied_version_id
     LEFT JOIN retention_rule_versions w ON w.rule_id = r.id
     LEFT JOIN (
       SELECT rule_version_id, count(*) AS units, sum(state = 'separated') AS separated, sum(due_on <= :today) AS due_now,
         sum(carrier = 'paper') AS on_paper,
         min(CASE WHEN due_on > :today THEN due_on END) AS next_due
       FROM record_units WHERE :carrier IS NULL OR carrier = :carrier GROUP BY rule_version_id) u ON u.rule_version_id = w.id
     WHERE k.evidence IS NULL AND (:recordClassId IS NULL OR r.record_class_id = :recordClassId) GROUP BY r.id ORDER BY r.rowid`,
    { today, recordClassId: filter.recordClassId, carrier: filter.carrier },
  );
}

function rowOf(rule: Rule): ReportRow {
  const content = retentionRuleContent.parse(JSON.parse(rule.content));
  return {
    key: rule.id,
    cells: [
      className.parse(JSON.parse(rule.class_name)),
      content.name,
      saidAs(`retention.trigger.${content.trigger}`),
      inBoth((_, language) => periodInWords(content.period, language)),
      content.basis,
      saidAs(`retention.end_action.${content.endAction}`),
      rule.kept,
      rule.due_now,
      rule.next_due,
      rule.separated,
      rule.on_paper,
      rule.version,
      content.effectiveFrom,
    ],
  };
}

/** The retention schedule: every rule with its basis, how much is kept under it, and what falls due when. */
export const scheduleReport: ReportSource = listSource({
  read: (context, filter) => readRules(context, filter).map(rowOf),
  charts: (context, filter) => {
    const months = calendarMonths(context.today);
    const { recordClassId, carrier } = filter;
    const found = context.database.all<{ label: string; value: number }>(
      `SELECT substr(due_on, 1, 7) AS label, count(*) AS value FROM record_units
       WHERE order_id IS NULL AND due_on > :today AND due_on < :last AND (:recordClassId IS NULL OR record_class_id = :recordClassId)
         AND (:carrier IS NULL OR carrier = :carrier)
       GROUP BY 1`,
      { today: context.today, last: `${months.at(-1)}-99`, recordClassId, carrier },
    );
    const byMonth = new Map(found.map(({ label, value }) => [label, value]));
    const kept = readRules(context, filter).map((rule) => [rule.class_name, rule.kept] as const);
    return [
      {
        key: 'kept_by_class',
        kind: 'kinds',
        bars: barsOf(kept)
          .filter(({ value }) => value > 0)
          .map(({ label, value }) => ({ label: className.parse(JSON.parse(String(label))), value })),
      },
      {
        key: 'due_by_month',
        kind: 'months',
        bars: months.map((label) => ({ label, value: byMonth.get(label) ?? 0 })),
      },
    ];
  },
});
