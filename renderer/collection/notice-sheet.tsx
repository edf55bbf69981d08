import type { ReactNode } from 'react';
import type { ConsentNotice, NoticeLine } from '../../shared/domain/collection/consent-notice.ts';
import './notice-sheet.css';

/**
 * The notice of a consent form as the person reads it, line for line. Lines marked for emphasis are larger and bold
 * (Personal Information Protection Act, Enforcement Decree art. 17(2)); nothing is added to the text and nothing left out.
 *
 * @param afterPurpose what stands under the lines of a purpose: the answer to it
 */
export function NoticeSheet({
  notice,
  afterPurpose,
  children,
}: {
  notice: ConsentNotice;
  afterPurpose?: (purposeId: string) => ReactNode;
  /** What stands at the foot of the sheet: details, signature. */
  children?: ReactNode;
}) {
  const parts = partsOf(notice.lines);
  return (
    <article className="notice-sheet" lang={notice.language}>
      <p className="notice-sheet-office">{notice.office}</p>
      {parts.map((part) => (
        <section
          key={part.key}
          className={part.purposeId === null ? 'notice-sheet-part' : 'notice-sheet-group'}
        >
          {part.lines.map((line) => (
            <Line key={line.key} line={line.line} />
          ))}
          {part.purposeId === null ? null : afterPurpose?.(part.purposeId)}
        </section>
      ))}
      {children}
    </article>
  );
}

function Line({ line }: { line: NoticeLine }) {
  const className = `notice-sheet-line notice-sheet-${line.role}`;
  if (line.role === 'title') return <h2 className={className}>{line.text}</h2>;
  if (line.role === 'unasked') return <h3 className={className}>{line.text}</h3>;
  if (line.role === 'purpose') return <h3 className={className}>{line.text}</h3>;
  return (
    <p className={className}>
      {line.emphasised ? <strong className="notice-sheet-emphasis">{line.text}</strong> : line.text}
    </p>
  );
}

interface Part {
  key: string;
  purposeId: string | null;
  lines: { key: string; line: NoticeLine }[];
}

/** Neighbouring lines of one purpose belong together; the others stand by themselves. */
function partsOf(lines: readonly NoticeLine[]): Part[] {
  const parts: Part[] = [];
  for (const [index, line] of lines.entries()) {
    const last = parts.at(-1);
    const entry = { key: String(index), line };
    if (last !== undefined && last.purposeId === line.purposeId) last.lines.push(entry);
    else parts.push({ key: entry.key, purposeId: line.purposeId, lines: [entry] });
  }
  return parts;
}
