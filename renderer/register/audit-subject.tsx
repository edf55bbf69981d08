import type { AuditEntry } from '../../shared/domain/register/audit-entry.ts';
import { isMessageKey } from '../../shared/text/messages.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Identifier } from '../components/index.ts';
import './audit-subject.css';

/** A random id or a digest: shown by its beginning. */
const opaque = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64})$/;

/** What an entry is about: ids, codes and counts, each behind its name. */
export function AuditSubject({ about }: { about: AuditEntry['about'] }) {
  const text = useText();
  const format = useFormat();
  const inWords = (value: string | number) => {
    if (typeof value === 'number') return format.number(value);
    // A document is named by its channel.
    const key = [`register.audit.value.${value}`, `office.document.name.${value}`].find(isMessageKey);
    return key === undefined ? value : text(key);
  };
  return (
    <span className="audit-subject">
      {Object.entries(about).map(([name, value]) => {
        const key = `register.audit.about.${name}`;
        const label = isMessageKey(key) ? text(key) : '';
        return (
          <span key={name} className="audit-subject-part">
            <span className="quiet">{label}</span>{' '}
            {typeof value === 'string' && opaque.test(value) ? (
              <Identifier value={value} label={label} />
            ) : (
              inWords(value)
            )}
          </span>
        );
      })}
    </span>
  );
}
