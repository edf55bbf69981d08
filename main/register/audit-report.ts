import { auditEntry } from '../../shared/domain/register/audit-entry.ts';
import { auditSubjectInWords } from '../../shared/text/audit-subject.ts';
import { isMessageKey } from '../../shared/text/messages.ts';
import { inBoth, monthOf, type ReportSource, saidAs, sqlSource } from './report-source.ts';

/** An extract of the audit log: of a time, of a room, of one member of staff. */
export const auditReport: ReportSource = sqlSource<{ key: number; entry: string }>({
  from: 'audit_entries a',
  key: 'a.sequence',
  columns: 'a.entry',
  order: 'a.sequence DESC',
  where: {
    from: 'a.at >= :fromAt',
    to: 'a.at < :toAt',
    room: "a.code >= :room || '.' AND a.code < :room || '/'",
    staffNumber: 'a.staff_number = :staffNumber',
  },
  cells:
    () =>
    ({ key, entry: stored }) => {
      // Its content was removed by rule: only that it stood there is left.
      if (stored === '') return [key, null, saidAs('register.audit.removed_entry'), null, null];
      const entry = auditEntry.parse(JSON.parse(stored));
      const { staffNumber } = entry;
      return [
        key,
        entry.at,
        inBoth((text) => text(`register.audit.code.${entry.code}`)),
        inBoth((text) =>
          staffNumber === null
            ? text('register.audit.application')
            : text('register.audit.staff', { number: staffNumber }),
        ),
        inBoth((text, language) =>
          auditSubjectInWords(entry.about, text, language)
            .map(({ label, value, isOpaque }) => `${label} ${isOpaque ? value.slice(0, 8) : value}`.trim())
            .join(' · '),
        ),
      ];
    },
  charts: [
    { key: 'entries_by_month', kind: 'months', label: monthOf('a.at') },
    {
      key: 'entries_by_room',
      kind: 'kinds',
      label: "substr(a.code, 1, instr(a.code, '.') - 1)",
      name: () => (room) => {
        const key = `common.room.${room}`;
        return isMessageKey(key) ? inBoth((text) => text(key)) : room;
      },
    },
  ],
});
