import { useState } from 'react';
import { type UseReason, useReason } from '../../shared/contract/collection.ts';
import type { ReportFilter } from '../../shared/contract/register-reports.ts';
import { useText } from '../app/text.tsx';
import { Button, Dialog, DialogButtons, RadioGroup, SaveDocumentDialog } from '../components/index.ts';

/** Asks what the names are needed for, then where the file goes. */
export function ReportNamesDialog({ filter, onClose }: { filter: ReportFilter; onClose(): void }) {
  const text = useText();
  const [reason, setReason] = useState<UseReason>('answer_request');
  const [isSaving, setSaving] = useState(false);
  if (isSaving)
    return (
      <SaveDocumentDialog
        channel="register.reportFile"
        ask={{ report: 'consents', filter, names: reason }}
        formats={['xlsx', 'csv', 'pdf']}
        fileName="ashbook-report-consents"
        holdsPersonalData
        onClose={onClose}
      />
    );
  return (
    <Dialog isOpen onClose={onClose} title={text('register.report.names')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSaving(true);
        }}
      >
        <RadioGroup
          label={text('register.report.names.reason')}
          hint={text('register.report.names.hint')}
          value={reason}
          onChange={(chosen: UseReason) => setReason(chosen)}
          options={useReason.options.map((each) => ({
            value: each,
            label: text(`collection.use_reason.${each}`),
          }))}
        />
        <DialogButtons>
          <Button onPress={onClose}>{text('common.cancel')}</Button>
          <Button kind="primary" type="submit">
            {text('collection.export.next')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
