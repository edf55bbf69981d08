import { certificateAttachmentName } from '../../shared/domain/register/certificate.ts';
import type { EvidenceFile } from '../../shared/domain/register/evidence.ts';
import { checkPdfSignature } from './pdf-signature-check.ts';

/**
 * Reads one file as evidence, whatever its name says it is. Never throws: what cannot be read has no value. Runs in a browser as
 * well, since the stand-alone verifier is made of it: nothing of Node.js is used here.
 */
export async function readEvidence(name: string, bytes: Uint8Array): Promise<EvidenceFile> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return head.includes('%PDF-') ? readPdf(name, bytes) : { name, value: parsed(bytes) };
}

async function readPdf(name: string, bytes: Uint8Array): Promise<EvidenceFile> {
  const { getDocument } = await loadPdfReader();
  const signature = await checkPdfSignature(bytes);
  // pdf.js takes the bytes over; the caller's stay as they are.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    const attachments: Record<string, { content: Uint8Array }> = (await document.getAttachments()) ?? {};
    const content = attachments[certificateAttachmentName]?.content;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    const text = pages.join('').replaceAll(/\s+/gu, '');
    return { name, value: content && parsed(content), pdf: { text, signature } };
  } catch {
    return { name, value: undefined };
  } finally {
    await task.destroy();
  }
}

/**
 * Nothing is drawn here, only read: what pdf.js wants for drawing, and complains of where it is missing, is put in its place while
 * it is loaded. Its worker's module makes itself known to it, which would fetch it otherwise, and runs in this thread.
 */
async function loadPdfReader(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis)) Reflect.set(globalThis, name, class {});
  }
  const { warn } = console;
  console.warn = () => undefined;
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
