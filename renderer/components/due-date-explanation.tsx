import type { DueDate } from '../../shared/domain/retention/due-date.ts';
import { dueDateInWords } from '../../shared/text/due-date-in-words.ts';
import { useLanguage, useText } from '../app/text.tsx';
import './due-date-explanation.css';

/** How a due date came about, as a small line of its own: in a table cell or under a record unit. */
export function DueDateExplanation({ due }: { due: DueDate }) {
  const text = useText();
  const language = useLanguage();
  // Split around the dates: a date is never broken at its hyphens.
  const parts = dueDateInWords(due, text, language).split(/(\d{4}-\d{2}-\d{2})/);
  return (
    <span className="due-date-explanation">
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
          <span key={index} className="due-date-explanation-date">
            {part}
          </span>
        ),
      )}
    </span>
  );
}
