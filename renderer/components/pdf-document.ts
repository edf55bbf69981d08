import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';
import { fromBase64 } from '../../shared/domain/register/base64.ts';

interface OpenPdf {
  document: PDFDocumentProxy;
  close(): void;
}

/**
 * Opens a PDF in a worker of its own. The viewer is only loaded when a document is shown. Nothing is fetched for it: the
 * documents of this application carry their fonts, and the policy of the page forbids `eval`.
 */
export async function openPdf(source: string | Uint8Array): Promise<OpenPdf> {
  const pdfjs = await import('pdfjs-dist');
  const port = new Worker(workerAddress, { type: 'module' });
  const worker = pdfjs.PDFWorker.create({ port });
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes over; the caller's stay as they are.
    data: typeof source === 'string' ? fromBase64(source) : source.slice(),
    worker,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
  });
  const end = () => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    return { document: await task.promise, close: end };
  } catch (error) {
    end();
    throw error;
  }
}

export type PdfState =
  | { state: 'reading' }
  | { state: 'open'; document: PDFDocumentProxy }
  | { state: 'unreadable' };

/** The document in a PDF (bytes, or Base64), for as long as the component shows it; `reading` while there is none yet. */
export function usePdf(source: string | Uint8Array | undefined): PdfState {
  const [shown, setShown] = useState<PdfState>({ state: 'reading' });
  useEffect(() => {
    if (source === undefined) return undefined;
    let isLeft = false;
    let opened: OpenPdf | null = null;
    openPdf(source).then(
      (pdf) => {
        opened = pdf;
        if (isLeft) pdf.close();
        else setShown({ state: 'open', document: pdf.document });
      },
      (error: unknown) => {
        console.error('a document could not be opened', error instanceof Error ? error.name : '');
        if (!isLeft) setShown({ state: 'unreadable' });
      },
    );
    return () => {
      isLeft = true;
      opened?.close();
      setShown({ state: 'reading' });
    };
  }, [source]);
  return shown;
}
