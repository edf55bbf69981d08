import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { openPdf } from './pdf-document.ts';
import './pdf-print.css';

/** Fine enough for eight-point type and a QR code. */
const dotsPerInch = 200;

/**
 * Prints a PDF through the window: its pages are drawn at the resolution of a printer and become the only thing on paper.
 * Nothing is written to disk for it.
 *
 *     const { print, printing, sheets } = usePdfPrint();
 *     <Button onPress={() => print(bytes)} isBusy={printing !== null} /> {sheets}
 */
export function usePdfPrint() {
  const [printing, setPrinting] = useState<{ page: number; pages: number } | null>(null);
  const [sheets, setSheets] = useState<readonly string[] | null>(null);

  const print = useCallback(async (source: Uint8Array) => {
    const drawn: string[] = [];
    setPrinting({ page: 1, pages: 1 });
    try {
      const { document, close } = await openPdf(source);
      try {
        for (let number = 1; number <= document.numPages; number += 1) {
          setPrinting({ page: number, pages: document.numPages });
          drawn.push(await drawPage(document, number));
        }
      } finally {
        close();
      }
      setSheets(drawn);
    } catch (error) {
      for (const address of drawn) URL.revokeObjectURL(address);
      console.error('a page could not be drawn for printing', error instanceof Error ? error.name : '');
    } finally {
      setPrinting(null);
    }
  }, []);

  const finish = useCallback(() => setSheets(null), []);
  return {
    print: (source: Uint8Array) => void print(source),
    printing,
    sheets: sheets ? <PrintSheets addresses={sheets} onPrinted={finish} /> : null,
  };
}

async function drawPage(document: PDFDocumentProxy, number: number): Promise<string> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: dotsPerInch / 72 });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const picture = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (picture === null) throw new Error('no picture of the page');
  return URL.createObjectURL(picture);
}

function PrintSheets({ addresses, onPrinted }: { addresses: readonly string[]; onPrinted(): void }) {
  useEffect(() => {
    let isLeft = false;
    const pictures = [...window.document.querySelectorAll<HTMLImageElement>('.print-sheet')];
    void Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => {
      if (isLeft) return;
      // Returns once the person has printed or turned away.
      window.print();
      onPrinted();
    });
    return () => {
      isLeft = true;
      for (const address of addresses) URL.revokeObjectURL(address);
    };
  }, [addresses, onPrinted]);
  return createPortal(
    <div className="print-sheets" aria-hidden="true">
      {addresses.map((address) => (
        <img key={address} className="print-sheet" src={address} alt="" />
      ))}
    </div>,
    window.document.body,
  );
}
