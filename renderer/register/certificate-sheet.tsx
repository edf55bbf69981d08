import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Button, Reading } from '../components/index.ts';
import type { PdfState } from '../components/pdf-document.ts';
import { PdfPages } from '../components/pdf-pages.tsx';
import type { DocumentLanguage } from './document-language.ts';

const documentLanguages: readonly DocumentLanguage[] = ['en', 'ko', 'both'];
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** The certificate's own pages, with what changes how they are seen and in which language. */
export function CertificateSheet({
  pdf,
  documentLanguage,
  onDocumentLanguage,
}: {
  pdf: PdfState;
  documentLanguage: DocumentLanguage;
  onDocumentLanguage(language: DocumentLanguage): void;
}) {
  const text = useText();
  const [zoom, setZoom] = useState<number | 'width'>('width');
  const [widthZoom, setWidthZoom] = useState(1);
  const shownZoom = zoom === 'width' ? widthZoom : zoom;
  // A hair of tolerance: a page that fits the width at 99.6% is not one step below 100%.
  const larger = zooms.find((each) => each > shownZoom + 0.01);
  const smaller = zooms.findLast((each) => each < shownZoom - 0.01);
  const pages = pdf.state === 'open' ? pdf.document.numPages : null;
  return (
    <>
      <div className="certificate-tools">
        <fieldset className="certificate-choice">
          <legend className="visually-hidden">{text('register.certificate.languages')}</legend>
          {documentLanguages.map((each) => (
            <label key={each}>
              <input
                type="radio"
                className="visually-hidden"
                name="document-language"
                checked={documentLanguage === each}
                onChange={() => onDocumentLanguage(each)}
              />
              {text(`register.certificate.language.${each}`)}
            </label>
          ))}
        </fieldset>
        <div className="row">
          <span className="quiet figure" role="status">
            {pages === null ? '' : text('register.certificate.pages', { count: pages })}
          </span>
          <Button
            onPress={() => setZoom(smaller ?? shownZoom)}
            isDisabled={smaller === undefined}
            aria-label={text('register.certificate.zoom_out')}
          >
            −
          </Button>
          <span className="certificate-zoom figure">
            {text('register.certificate.zoom_value', { percent: Math.round(shownZoom * 100) })}
          </span>
          <Button
            onPress={() => setZoom(larger ?? shownZoom)}
            isDisabled={larger === undefined}
            aria-label={text('register.certificate.zoom_in')}
          >
            +
          </Button>
          <Button onPress={() => setZoom('width')} isDisabled={zoom === 'width'}>
            {text('register.certificate.fit_width')}
          </Button>
        </div>
      </div>
      {pdf.state === 'open' ? (
        <PdfPages
          document={pdf.document}
          zoom={zoom}
          label={text('register.certificate.document')}
          pageLabel={(page) => text('register.certificate.page', { page, pages: pdf.document.numPages })}
          onWidthZoom={setWidthZoom}
        />
      ) : (
        <div className="certificate-waiting">
          {pdf.state === 'reading' ? <Reading /> : <p>{text('register.certificate.unreadable')}</p>}
        </div>
      )}
    </>
  );
}
