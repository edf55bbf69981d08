import { useState } from 'react';
import { type UseReason, useReason } from '../../shared/contract/collection.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  Checkbox,
  Dialog,
  DialogButtons,
  RadioGroup,
  SaveDocumentDialog,
  Select,
  TextField,
} from '../components/index.ts';
import { useSettled } from '../components/settled.ts';

const everyForm = 'every';

/** What is exported, of whom and why; then where to. The table is a known copy from the moment it is written. */
export function ExportDialog({ search: begun, onClose }: { search: string; onClose(): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const forms = useCall('collection.listForms', {});
  const [what, setWhat] = useState<'people' | 'consents'>('people');
  const [formId, setFormId] = useState<string | null>(null);
  const [typed, setTyped] = useState(begun);
  const search = useSettled(typed.trim());
  const [reason, setReason] = useState<UseReason>('serve_person');
  const [isUnmasked, setUnmasked] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const isComplete = what === 'people' || formId !== null;
  const count = useCall(
    'collection.countExport',
    { what, search, formId },
    { enabled: isComplete, keepPrevious: true },
  );
  const rows = isComplete ? (count.data?.rows ?? 0) : 0;
  if (isSaving) {
    const selection = { search, reason };
    return (
      <SaveDocumentDialog
        channel={isUnmasked ? 'collection.exportUnmasked' : 'collection.export'}
        ask={
          what === 'people' ? { what, formId, ...selection } : { what, formId: formId ?? '', ...selection }
        }
        formats={['xlsx', 'csv']}
        fileName={`ashbook-${what}`}
        holdsPersonalData
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('collection.export.title')} size="wide">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (rows > 0) setSaving(true);
        }}
      >
        <RadioGroup
          label={text('collection.export.what')}
          value={what}
          onChange={(chosen) => {
            setWhat(chosen);
            if (chosen === 'people') setUnmasked(false);
          }}
          options={(['people', 'consents'] as const).map((value) => ({
            value,
            label: text(`collection.export.${value}`),
            description: text(`collection.export.${value}_text`),
          }))}
        />
        <Answered query={forms}>
          {(answer) => (
            <Select
              label={text('collection.export.form')}
              value={formId ?? (what === 'people' ? everyForm : null)}
              onChange={(chosen) => setFormId(chosen === everyForm ? null : chosen)}
              options={[
                ...(what === 'people'
                  ? [{ value: everyForm, label: text('collection.export.every_form') }]
                  : []),
                ...answer.forms.map((form) => ({ value: form.formId, label: format.say(form.title) })),
              ]}
            />
          )}
        </Answered>
        <TextField
          label={text('collection.export.search')}
          hint={text('collection.export.search_hint')}
          type="search"
          value={typed}
          onChange={setTyped}
          maxLength={200}
          isOptional
        />
        <RadioGroup
          label={text('collection.export.reason')}
          hint={text('collection.export.reason_hint')}
          value={reason}
          onChange={(chosen: UseReason) => setReason(chosen)}
          options={useReason.options.map((each) => ({
            value: each,
            label: text(`collection.use_reason.${each}`),
          }))}
        />
        {what === 'consents' ? (
          may('collection.export_sensitive') ? (
            <Checkbox isSelected={isUnmasked} onChange={setUnmasked}>
              {text('collection.export.unmasked')}
            </Checkbox>
          ) : (
            <p className="quiet small">{text('collection.export.masked_text')}</p>
          )
        ) : null}
        <p role="status">{isComplete ? text('collection.export.rows', { count: rows }) : ''}</p>
        <DialogButtons>
          <Button onPress={onClose}>{text('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={rows === 0}>
            {text('collection.export.next')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
