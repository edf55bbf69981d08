import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { mediumFields } from '../../shared/domain/register/storage-medium.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  DefinitionList,
  Dialog,
  DialogButtons,
  ErrorNote,
  notify,
  Section,
} from '../components/index.ts';
import { MediumFields, type MediumValues, mediumOf, mediumValues } from './medium-fields.tsx';

type StorageMedium = ChannelOutput<'register.getStorageMedium'>;

/** The disk the records lie on: what the office entered goes before what the operating system tells. */
export function StorageMediumSection() {
  const text = useText();
  const format = useOfficeFormat();
  const [isOpen, setOpen] = useState(false);
  const medium = useCall('register.getStorageMedium', {});
  return (
    <Answered query={medium}>
      {(value) => (
        <Section
          title={text('register.medium.title')}
          actions={<Button onPress={() => setOpen(true)}>{text('register.medium.describe')}</Button>}
        >
          <p className="quiet">{text('register.medium.lead')}</p>
          <DefinitionList
            entries={mediumFields.map((field) => ({
              term: text(`register.medium.${field}`),
              value: <Said field={field} medium={value} />,
            }))}
          />
          {value.describedAt === null ? null : (
            <p className="quiet small">
              {text('register.medium.described', { at: format.instant(value.describedAt) })}
            </p>
          )}
          {isOpen ? (
            <Dialog
              isOpen
              onClose={() => setOpen(false)}
              title={text('register.medium.describe')}
              size="wide"
            >
              <Describe medium={value} onClose={() => setOpen(false)} />
            </Dialog>
          ) : null}
        </Section>
      )}
    </Answered>
  );
}

function Said({ field, medium }: { field: (typeof mediumFields)[number]; medium: StorageMedium }) {
  const text = useText();
  const entered = medium.entered[field];
  const value = entered ?? medium.told[field];
  if (value === null) return <span className="quiet">{text('register.medium.unknown')}</span>;
  const words =
    field === 'mediumType'
      ? text(`documents.medium.type.${medium.entered.mediumType ?? medium.told.mediumType ?? 'other'}`)
      : field === 'categorization'
        ? text(`documents.medium.categorization.${medium.entered.categorization ?? 'low'}`)
        : value;
  return entered === null ? (
    <span>
      {words} <span className="quiet small">{text('register.medium.told')}</span>
    </span>
  ) : (
    <span>{words}</span>
  );
}

function Describe({ medium, onClose }: { medium: StorageMedium; onClose(): void }) {
  const text = useText();
  const form = useForm<{ medium: MediumValues }>({
    defaultValues: { medium: mediumValues(medium.entered) },
  });
  const describe = useSend('register.describeStorageMedium');
  const { submit, failure } = useFormCall(describe, form, (path) => `medium.${path}`);
  const save = form.handleSubmit(async (values) => {
    if ((await submit(mediumOf(values.medium))) === undefined) return;
    notify(text('register.medium.done'));
    onClose();
  });
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.stopPropagation();
        void save(event);
      }}
    >
      <p>{text('register.medium.describe.text')}</p>
      <MediumFields control={form.control} />
      <ErrorNote error={failure} />
      <DialogButtons>
        <Button onPress={onClose}>{text('common.cancel')}</Button>
        <Button kind="primary" type="submit" isBusy={describe.isPending}>
          {text('register.medium.save')}
        </Button>
      </DialogButtons>
    </form>
  );
}
