import type { CertificateEnvelope } from '../../shared/domain/register/certificate.ts';
import type { Language } from '../../shared/text/language.ts';
import { type CertificateLayout, renderLayout } from './certificate-layout.ts';
import { withSupersession } from './certificate-supersession.ts';
import { completionLayout } from './completion.ts';
import { electronicLayout } from './electronic-certificate.ts';
import { paperLayout } from './paper-certificate.ts';
import { type SignDetached, signPdf } from './pdf-signature.ts';
import { createWording, type Wording } from './wording.ts';

/**
 * The certificate of destruction as a PDF, in one language or in both side by side (the first one leads). It prints the
 * envelope and nothing else: no current time, no name, nothing read from disk but the fonts. Equal input gives equal bytes, until
 * `sign` signs the finished file.
 *
 * Throws a RangeError if a language is missing or given twice.
 */
export function renderCertificate(
  envelope: CertificateEnvelope,
  options: { languages: readonly Language[]; sign?: SignDetached },
): Promise<Uint8Array> {
  const wording = createWording(options.languages);
  const { sign } = options;
  const pdf = renderLayout(envelope, wording, layoutOf(wording, envelope), sign !== undefined);
  return sign === undefined ? pdf : pdf.then((file) => signPdf(file, sign));
}

/** Each kind of certificate says for itself what stands on it. */
function layoutOf(wording: Wording, envelope: CertificateEnvelope): CertificateLayout {
  const { content } = envelope;
  switch (content.kind) {
    case 'electronic':
      return withSupersession(wording, content, electronicLayout(wording, { ...envelope, content }));
    case 'paper':
    case 'mixed':
      return withSupersession(wording, content, paperLayout(wording, { ...envelope, content }));
    case 'completion':
      return completionLayout(wording, { ...envelope, content });
  }
}
