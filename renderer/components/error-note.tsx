import type { CallError } from '../../shared/contract/answer.ts';
import { useAnswerText, useText } from '../app/text.tsx';
import './notes.css';

/** What went wrong, in the words of `error.key`. Nothing for null, so it can always stand in its place. */
export function ErrorNote({ error }: { error: CallError | null | undefined }) {
  const text = useText();
  const answerText = useAnswerText();
  if (!error) return null;
  const fields = error.fields ?? [];
  return (
    <div className="error-note" role="alert">
      <strong className="error-note-title">{text('common.error.title')}</strong>
      <p>{answerText(error.key, error.params)}</p>
      {fields.length === 0 ? null : (
        <ul className="error-note-fields">
          {fields.map((field) => (
            <li key={field.path}>{answerText(field.key, field.params)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
