import type { AuditEntry } from '../../shared/domain/register/audit-entry.ts';
import { auditSubjectInWords } from '../../shared/text/audit-subject.ts';
import { useLanguage, useText } from '../app/text.tsx';
import { Identifier } from '../components/index.ts';
import './audit-subject.css';

/** What an entry is about: ids, codes and counts, each behind its name. */
export function AuditSubject({ about }: { about: AuditEntry['about'] }) {
  const text = useText();
  const language = useLanguage();
  return (
    <span className="audit-subject">
      {auditSubjectInWords(about, text, language).map(({ name, label, value, isOpaque }) => (
        <span key={name} className="audit-subject-part">
          <span className="quiet">{label}</span>{' '}
          {isOpaque ? <Identifier value={value} label={label} /> : value}
        </span>
      ))}
    </span>
  );
}
