import type { DueDate } from '../../shared/domain/retention/due-date.ts';
import { dueDateInWords } from '../../shared/text/due-date-in-words.ts';
import { useLanguage, useText } from '../app/text.tsx';
import './due-date-explanation.css';

/** How a due date came about, as a small line of its own: in a table cell or under a record unit. */
export function DueDateExplanation({ due }: { due: DueDate }) {
  const text = useText();
  const language = useLanguage();
  return <span className="due-date-explanation">{dueDateInWords(due, text, language)}</span>;
}
