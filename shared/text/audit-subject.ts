import type { AuditSubject } from '../domain/register/audit-entry.ts';
import { formatNumber } from './format.ts';
import type { Language } from './language.ts';
import { isMessageKey, type Text } from './messages.ts';

/** A random id or a digest: recognised by its beginning. */
const opaque = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64})$/;

export interface SubjectPart {
  /** The name as the entry has it. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly isOpaque: boolean;
}

/** What an entry is about: ids, codes and counts, each behind its name. `text` must speak the same `language`. */
export function auditSubjectInWords(about: AuditSubject, text: Text, language: Language): SubjectPart[] {
  const inWords = (value: string | number) => {
    if (typeof value === 'number') return formatNumber(value, language);
    // A document is named by its channel.
    const key = [`register.audit.value.${value}`, `office.document.name.${value}`].find(isMessageKey);
    return key === undefined ? value : text(key);
  };
  return Object.entries(about).map(([name, value]) => {
    const key = `register.audit.about.${name}`;
    return {
      name,
      label: isMessageKey(key) ? text(key) : '',
      value: inWords(value),
      isOpaque: typeof value === 'string' && opaque.test(value),
    };
  });
}
