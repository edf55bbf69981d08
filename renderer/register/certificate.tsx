import { useState } from 'react';
import type { Language } from '../../shared/text/language.ts';
import { useCall } from '../app/call.ts';
import { useLanguage, useText } from '../app/text.tsx';
import { Answered, Button, ButtonLink, ErrorNote, PageHeader } from '../components/index.ts';
import { usePdf } from '../components/pdf-document.ts';
import { usePdfPrint } from '../components/pdf-print.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import { CertificateSheet } from './certificate-sheet.tsx';
import type { DocumentLanguage } from './document-language.ts';
import { SaveCertificateDialog } from './save-certificate-dialog.tsx';
import './certificate.css';

/** One certificate: what it says at a glance, the document as it is printed, and the ways out of the window. */
export function CertificateScreen({ number }: { number: string }) {
  const text = useText();
  const language = useLanguage();
  const [documentLanguage, setDocumentLanguage] = useState<DocumentLanguage>(language);
  const [isSaving, setSaving] = useState(false);
  const certificate = useCall('register.getCertificate', { number });
  // The language of the window leads where both are printed.
  const languages: Language[] =
    documentLanguage === 'both' ? [language, language === 'en' ? 'ko' : 'en'] : [documentLanguage];
  const rendered = useCall('register.renderCertificate', { number, languages });
  const pdf = usePdf(rendered.data?.pdf);
  const document = pdf.state === 'open' ? pdf.document : null;
  const { print, printingPage, sheets } = usePdfPrint(document);
  return (
    <div className="page">
      <PageHeader
        room="register"
        title={text('register.certificate.title', { number })}
        lead={
          printingPage === null || document === null
            ? undefined
            : text('register.certificate.printing', { page: printingPage, pages: document.numPages })
        }
        actions={
          <>
            <ButtonLink to="/register/certificates">{text('register.certificate.back')}</ButtonLink>
            <Button onPress={() => setSaving(true)} isDisabled={!rendered.data}>
              {text('register.certificate.save')}
            </Button>
            <Button
              kind="primary"
              onPress={print}
              isDisabled={document === null}
              isBusy={printingPage !== null}
            >
              {text('register.certificate.print')}
            </Button>
          </>
        }
      />
      <div className="certificate">
        <div className="certificate-document">
          {rendered.error ? <ErrorNote error={rendered.error.error} /> : null}
          <CertificateSheet
            pdf={pdf}
            documentLanguage={documentLanguage}
            onDocumentLanguage={setDocumentLanguage}
          />
        </div>
        <aside className="certificate-facts" aria-label={text('register.certificate.facts')}>
          <Answered query={certificate}>{(value) => <CertificateFacts {...value} />}</Answered>
        </aside>
      </div>
      {isSaving && rendered.data ? (
        <SaveCertificateDialog
          number={number}
          languages={languages}
          fileName={rendered.data.fileName}
          onClose={() => setSaving(false)}
        />
      ) : null}
      {sheets}
    </div>
  );
}
