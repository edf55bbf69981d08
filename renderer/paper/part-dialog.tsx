import { useForm } from 'react-hook-form';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { type PartReason, partReasons } from '../../shared/contract/paper-parts.ts';
import { type PartWay, partWays } from '../../shared/domain/destruction/paper-part.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  FormCheckboxGroup,
  FormDateField,
  FormNumberField,
  FormRadioGroup,
  FormSelect,
  FormTextField,
  notify,
} from '../components/index.ts';
import { FormDialog, useFilled } from '../provision/form-dialog.tsx';

interface Draft {
  way: PartWay;
  sheets: number | null;
  where: string;
  extent: 'everything' | 'fields';
  fieldCodes: string[];
  consentIds: string[];
  reason: PartReason;
  on: string | null;
}

/** What of a record goes, how, and why; the rest stays as it is. */
export function PartDialog({
  entry,
  fields,
  originals,
  onClose,
}: {
  entry: ChannelOutput<'paper.openEntry'>['entry'];
  fields: ChannelOutput<'paper.listParts'>['fields'];
  originals: ChannelOutput<'paper.openEntry'>['originals'];
  onClose(): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const filled = useFilled();
  const today = useToday();
  const form = useForm<Draft>({
    defaultValues: {
      way: 'mask',
      sheets: null,
      where: '',
      extent: 'everything',
      fieldCodes: [],
      consentIds: [],
      reason: 'consent_withdrawn',
      on: today,
    },
  });
  const send = useSend('paper.registerPart');
  const { submit, failure } = useFormCall(send, form);
  const extent = form.watch('extent');
  const save = form.handleSubmit(async (draft) => {
    const answer = await submit({
      wholeId: entry.entryId,
      way: draft.way,
      sheets: draft.sheets ?? 0,
      where: draft.where,
      fieldCodes: draft.extent === 'fields' ? draft.fieldCodes : [],
      consentIds: draft.extent === 'everything' ? draft.consentIds : [],
      reason: { kind: draft.reason, on: draft.on ?? today },
    });
    if (answer === undefined) return;
    notify(
      answer.dueOn === null || answer.dueOn > today
        ? text('paper.parts.added_waits')
        : text('paper.parts.added'),
    );
    onClose();
  });
  return (
    <FormDialog
      title={text('paper.parts.add.title', { code: entry.code })}
      save={text('paper.parts.add.save')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
      size="wide"
    >
      <p>{text('paper.parts.add.lead')}</p>
      <FormRadioGroup
        control={form.control}
        name="way"
        label={text('paper.parts.way')}
        options={partWays.map((way) => ({ value: way, label: text(`paper.parts.way.${way}`) }))}
      />
      <div className="columns">
        <FormNumberField
          control={form.control}
          name="sheets"
          label={text('paper.parts.sheets')}
          hint={
            entry.sheets === null
              ? text('paper.parts.sheets.not_counted')
              : text('paper.parts.sheets.hint', { sheets: entry.sheets })
          }
          rules={{
            validate: (sheets: unknown) =>
              (typeof sheets === 'number' && sheets >= 1) || text('paper.parts.sheets.needed'),
          }}
        />
        <FormTextField
          control={form.control}
          name="where"
          label={text('paper.parts.where')}
          hint={text('paper.parts.where.hint')}
          maxLength={200}
          rules={filled}
        />
      </div>
      <FormRadioGroup
        control={form.control}
        name="extent"
        label={text('paper.parts.what')}
        options={[
          { value: 'everything', label: text('paper.parts.extent.everything') },
          { value: 'fields', label: text('paper.parts.extent.fields') },
        ]}
      />
      {extent === 'fields' ? (
        <FormCheckboxGroup
          control={form.control}
          name="fieldCodes"
          label={text('paper.parts.fields')}
          options={fields.map(({ code, name }) => ({ value: code, label: format.say(name) }))}
          rules={{
            validate: (codes: unknown) =>
              (Array.isArray(codes) && codes.length > 0) || text('paper.parts.fields.choose'),
          }}
        />
      ) : originals.length > 0 ? (
        <FormCheckboxGroup
          control={form.control}
          name="consentIds"
          label={text('paper.parts.originals')}
          options={originals.map(({ consentId, copyReference, givenOn }) => ({
            value: consentId,
            label:
              givenOn === null
                ? copyReference
                : text('paper.parts.original', { reference: copyReference, date: format.date(givenOn) }),
          }))}
        />
      ) : null}
      <div className="columns">
        <FormSelect
          control={form.control}
          name="reason"
          label={text('paper.parts.reason')}
          options={partReasons.map((reason) => ({
            value: reason,
            label: text(`paper.parts.reason.${reason}`),
          }))}
        />
        <FormDateField control={form.control} name="on" label={text('paper.parts.reason.on')} />
      </div>
    </FormDialog>
  );
}
