import type { Control, FieldPath } from 'react-hook-form';
import { type MediumDescription, mediumTypes } from '../../shared/domain/register/storage-medium.ts';
import { useText } from '../app/text.tsx';
import { FormSelect, FormTextField } from '../components/index.ts';

/** As it is typed: an empty field is what nobody knows. */
export interface MediumValues {
  manufacturer: string;
  model: string;
  serialNumber: string;
  propertyNumber: string;
  mediumType: MediumDescription['mediumType'] | 'unknown';
  source: string;
  categorization: MediumDescription['categorization'] | 'unknown';
}

export function mediumValues(medium: MediumDescription): MediumValues {
  return {
    manufacturer: medium.manufacturer ?? '',
    model: medium.model ?? '',
    serialNumber: medium.serialNumber ?? '',
    propertyNumber: medium.propertyNumber ?? '',
    mediumType: medium.mediumType ?? 'unknown',
    source: medium.source ?? '',
    categorization: medium.categorization ?? 'unknown',
  };
}

export function mediumOf(values: MediumValues): MediumDescription {
  const said = (text: string) => text.trim().replaceAll(/\s+/gu, ' ') || null;
  return {
    manufacturer: said(values.manufacturer),
    model: said(values.model),
    serialNumber: said(values.serialNumber),
    propertyNumber: said(values.propertyNumber),
    mediumType: values.mediumType === 'unknown' ? null : values.mediumType,
    source: said(values.source),
    categorization: values.categorization === 'unknown' ? null : values.categorization,
  };
}

const typed = ['manufacturer', 'model', 'serialNumber', 'propertyNumber', 'source'] as const;

/** What can be read off a storage medium (NIST SP 800-88 r2, section 4.6). */
export function MediumFields<Values extends { medium: MediumValues }>({
  control,
}: {
  control: Control<Values>;
}) {
  const text = useText();
  // The form's own values have these fields: that is what `Values` says, and the library cannot follow.
  const of = (name: keyof MediumValues) => `medium.${name}` as FieldPath<Values>;
  const unknown = { value: 'unknown' as const, label: text('register.medium.unknown') };
  return (
    <div className="columns">
      {typed.map((name) => (
        <FormTextField
          key={name}
          control={control}
          name={of(name)}
          label={text(`register.medium.${name}`)}
          maxLength={60}
          isOptional
          rules={{
            pattern: { value: /^[\x20-\x7e]*$/u, message: text('register.medium.letters') },
          }}
        />
      ))}
      <FormSelect
        control={control}
        name={of('mediumType')}
        label={text('register.medium.mediumType')}
        options={[
          unknown,
          ...mediumTypes.map((value) => ({ value, label: text(`documents.medium.type.${value}`) })),
        ]}
      />
      <FormSelect
        control={control}
        name={of('categorization')}
        label={text('register.medium.categorization')}
        options={[
          unknown,
          ...(['low', 'moderate', 'high'] as const).map((value) => ({
            value,
            label: text(`documents.medium.categorization.${value}`),
          })),
        ]}
      />
    </div>
  );
}
