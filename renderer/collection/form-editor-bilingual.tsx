import type { FieldPath } from 'react-hook-form';
import type { FormDraft } from '../../shared/domain/collection/form-draft.ts';
import { useText } from '../app/text.tsx';
import { FormTextArea, FormTextField } from '../components/index.ts';
import { useEditor } from './form-editor-context.ts';
import { Statement } from './form-editor-fault.tsx';

/** Paths of the form whose value is a text in both languages. */
type BilingualPath =
  Extract<FieldPath<FormDraft>, `${string}.en`> extends infer Path
    ? Path extends `${infer Whole}.en`
      ? Whole
      : never
    : never;

/** One text in both languages side by side: neither can be published without the other. */
export function BilingualFields({
  name,
  label,
  maximum,
  isLong = false,
  rows = 3,
  statement,
}: {
  name: BilingualPath;
  label: string;
  /** Characters, as the contract has it. */
  maximum: number;
  isLong?: boolean;
  rows?: number;
  /** For a statement a law asks for: the dotted path of the field as it is published. Whether it is told is said with the article. */
  statement?: string;
}) {
  const text = useText();
  const { form } = useEditor();
  const rules = {
    validate: (value: unknown) =>
      (typeof value === 'string' && value.trim() !== '') || text('common.field.required'),
  };
  const fields = (
    <div className="form-editor-bilingual">
      {(['ko', 'en'] as const).map((language) => {
        const field = {
          control: form.control,
          name: `${name}.${language}` as FieldPath<FormDraft>,
          label: text(`collection.editor.in_${language}`, { label }),
          maxLength: maximum,
          ...(statement === undefined ? { rules } : {}),
        };
        return isLong ? (
          <FormTextArea key={language} {...field} rows={rows} />
        ) : (
          <FormTextField key={language} {...field} />
        );
      })}
    </div>
  );
  return statement === undefined ? fields : <Statement field={statement}>{fields}</Statement>;
}
