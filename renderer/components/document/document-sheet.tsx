import { type ReactNode, useState } from 'react';
import { useText } from '../../app/text.tsx';
import { Button } from '../button.tsx';
import { Reading } from '../page-header.tsx';
import type { PdfState } from '../pdf-document.ts';
import { PdfPages } from '../pdf-pages.tsx';
import type { DocumentLanguage } from './document-language.ts';
import './document.css';

const documentLanguages: readonly DocumentLanguage[] = ['en', 'ko', 'both'];
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** A document's own pages, with what changes how they are seen and in which language. */
export function DocumentSheet({
  pdf,
  documentLanguage,
  onDocumentLanguage,
  actions,
}: {
  pdf: PdfState;
  documentLanguage: DocumentLanguage;
  /** Null where the document exists in one language. */
  onDocumentLanguage: ((language: DocumentLanguage) => void) | null;
  /** What can be done with the document, at the end of the row of tools. */
  actions: ReactNode;
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
      <div className="document-tools">
        {onDocumentLanguage === null ? (
          <span />
        ) : (
          <fieldset className="document-choice">
            <legend className="visually-hidden">{text('office.document.languages')}</legend>
            {documentLanguages.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  className="visually-hidden"
                  name="document-language"
                  checked={documentLanguage === each}
                  onChange={() => onDocumentLanguage(each)}
                />
                {text(`office.document.language.${each}`)}
              </label>
            ))}
          </fieldset>
        )}
        <div className="row">
          <span className="quiet figure" role="status">
            {pages === null ? '' : text('office.document.pages', { count: pages })}
          </span>
          <Button
            onPress={() => setZoom(smaller ?? shownZoom)}
            isDisabled={smaller === undefined}
            aria-label={text('office.document.zoom_out')}
          >
            −
          </Button>
          <span className="document-zoom figure">
            {text('office.document.zoom_value', { percent: Math.round(shownZoom * 100) })}
          </span>
          <Button
            onPress={() => setZoom(larger ?? shownZoom)}
            isDisabled={larger === undefined}
            aria-label={text('office.document.zoom_in')}
          >
            +
          </Button>
          <Button onPress={() => setZoom('width')} isDisabled={zoom === 'width'}>
            {text('office.document.fit_width')}
          </Button>
          {actions}
        </div>
      </div>
      {pdf.state === 'open' ? (
        <PdfPages
          document={pdf.document}
          zoom={zoom}
          label={text('office.document.label')}
          pageLabel={(page) => text('office.document.page', { page, pages: pdf.document.numPages })}
          onWidthZoom={setWidthZoom}
        />
      ) : (
        <div className="document-waiting">
          {pdf.state === 'reading' ? <Reading /> : <p>{text('office.document.unreadable')}</p>}
        </div>
      )}
    </>
  );
}
