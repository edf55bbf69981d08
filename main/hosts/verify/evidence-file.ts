import { certificateAttachmentName } from '../../../shared/domain/register/certificate.ts';
import type { EvidenceFile } from '../../../shared/domain/register/evidence-check.ts';
import { checkPdfSignature } from './pdf-signature-check.ts';

/** Reads one file as evidence, whatever its name says it is. Never throws: what cannot be read has no value. */
export async function readEvidence(name: string, bytes: Uint8Array): Promise<EvidenceFile> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return head.includes('%PDF-') ? readPdf(name, bytes) : { name, value: parsed(bytes) };
}

async function readPdf(name: string, bytes: Uint8Array): Promise<EvidenceFile> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const signature = await checkPdfSignature(bytes);
  // pdf.js takes the bytes over; the caller's stay as they are.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
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

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
