import { useState } from 'react';
import type { DocumentChannelName } from '../../../shared/contract/contract.ts';
import { fromBase64 } from '../../../shared/domain/register/base64.ts';
import { useLanguage, useText } from '../../app/text.tsx';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { ErrorNote } from '../error-note.tsx';
import { notify } from '../notice.tsx';
import { usePdf } from '../pdf-document.ts';
import { usePdfPrint } from '../pdf-print.tsx';
import { type DocumentLanguage, languagesOf } from './document-language.ts';
import { DocumentSheet } from './document-sheet.tsx';
import { type DocumentProps, useLeavingDocument, useShownDocument } from './document-source.ts';
import { PrintDialog } from './print-dialog.tsx';
import { SaveDialog } from './save-document-dialog.tsx';

/**
 * A document of any room: its pages in the language that is chosen, and the ways out of the window. What is printed or saved of
 * personal data is entered in the register of known copies first, which this says before it is done.
 *
 *     <DocumentView channel="register.certificate" ask={{ number }} formats={['pdf', 'json']} />
 */
export function DocumentView<Name extends DocumentChannelName>({
  channel,
  ask,
  formats,
  language: only,
}: DocumentProps<Name>) {
  const text = useText();
  const language = useLanguage();
  const source = { channel, ask, formats };
  const [documentLanguage, setDocumentLanguage] = useState<DocumentLanguage>(only ?? language);
  const [open, setOpen] = useState<'save' | 'print' | null>(null);
  const languages = languagesOf(documentLanguage, language);
  const shown = useShownDocument(source, languages);
  const pdf = usePdf(shown.data?.bytes ?? undefined);
  const leaving = useLeavingDocument(source);
  const { print, printing, sheets } = usePdfPrint();
  const personalData = shown.data?.personalData ?? 'none';

  const send = (keptBy: 'office' | 'person', where: string) =>
    leaving.mutate(
      { format: 'pdf', languages, to: { way: 'print', keptBy, where } },
      {
        onSuccess: ({ bytes, copyReference }) => {
          setOpen(null);
          if (copyReference !== null)
            notify(text('office.document.print.done_copy', { reference: copyReference }));
          print(fromBase64(bytes ?? ''));
        },
      },
    );

  return (
    <div className="document">
      {shown.error ? <ErrorNote error={shown.error.error} /> : null}
      {leaving.error && open === null ? <ErrorNote error={leaving.error.error} /> : null}
      <DocumentSheet
        pdf={pdf}
        documentLanguage={documentLanguage}
        onDocumentLanguage={only === undefined ? setDocumentLanguage : null}
        actions={
          <>
            <Button onPress={() => setOpen('save')} isDisabled={!shown.data}>
              {text('office.document.save')}
            </Button>
            <Button
              kind="primary"
              onPress={() => (personalData === 'none' ? send('office', '') : setOpen('print'))}
              isDisabled={pdf.state !== 'open'}
              isBusy={printing !== null || leaving.isPending}
            >
              {text('office.document.print')}
            </Button>
          </>
        }
      />
      {printing === null ? null : (
        <p className="quiet" role="status">
          {text('office.document.printing', printing)}
        </p>
      )}
      {open === 'save' && shown.data ? (
        <SaveDialog
          source={source}
          languages={languages}
          fileName={shown.data.fileName}
          holdsPersonalData={personalData !== 'none'}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'print' ? (
        <PrintDialog
          mayBeHandedOver={personalData === 'person'}
          isBusy={leaving.isPending}
          error={leaving.error?.error ?? null}
          onPrint={send}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {sheets}
    </div>
  );
}

/** The same over the screen one is on: `<DocumentDialog channel=... ask=... formats={['pdf']} onClose={...} />`. */
export function DocumentDialog<Name extends DocumentChannelName>({
  onClose,
  ...document
}: DocumentProps<Name> & { onClose(): void }) {
  const text = useText();
  return (
    <Dialog isOpen onClose={onClose} title={text(`office.document.name.${document.channel}`)} size="document">
      <DocumentView {...document} />
      <div className="row">
        <Button onPress={onClose}>{text('common.close')}</Button>
      </div>
    </Dialog>
  );
}
