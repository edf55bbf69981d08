import type { Control, FieldPath } from 'react-hook-form';
import { useText } from '../app/text.tsx';
import { FormTextArea, FormTextField } from '../components/index.ts';
import type { FormDraft } from './form-draft.ts';

type BilingualPath = Extract<
  FieldPath<FormDraft>,
  | 'title'
  | 'introduction'
  | `purposes.${number}.name`
  | `purposes.${number}.refusal`
  | `purposes.${number}.items.${number}.label`
>;

/** One text in both languages side by side: neither can be published without the other. */
export function BilingualFields({
  control,
  name,
  label,
  maximum,
  isLong = false,
  rows = 3,
}: {
  control: Control<FormDraft>;
  name: BilingualPath;
  label: string;
  /** Characters, as the contract has it. */
  maximum: number;
  isLong?: boolean;
  rows?: number;
}) {
  const text = useText();
  const rules = {
    validate: (value: unknown) =>
      (typeof value === 'string' && value.trim() !== '') || text('common.field.required'),
  };
  return (
    <div className="form-editor-bilingual">
      {(['en', 'ko'] as const).map((language) => {
        const field = {
          control,
          name: `${name}.${language}` as const,
          label: text(`collection.editor.in_${language}`, { label }),
          maxLength: maximum,
          rules,
        };
        return isLong ? (
          <FormTextArea key={language} {...field} rows={rows} />
        ) : (
          <FormTextField key={language} {...field} />
        );
      })}
    </div>
  );
}
