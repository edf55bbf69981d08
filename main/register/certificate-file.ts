import type { Handlers } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { readCertificate } from './certificate.ts';
import { documentSigner } from './office-certificate.ts';

/** A certificate holds no personal data, so it is no known copy. */
export const certificateFileHandlers: Pick<Handlers<'register'>, 'register.certificate'> = {
  'register.certificate': documentHandler(
    'register.certificate',
    async (context, { number }, { format, languages }) => {
      const envelope = readCertificate(context.database, number);
      const made = { fileName: `ashbook-certificate-${number}`, about: { number }, copy: null };
      if (format === 'json') {
        return { ...made, bytes: Buffer.from(`${JSON.stringify(envelope, null, 2)}\n`, 'utf8') };
      }
      // The PDF library and its fonts are loaded when the first document is asked for, not at every start.
      const { renderCertificate } = await import('../documents/certificate.ts');
      const sign = await documentSigner(context);
      return { ...made, bytes: await renderCertificate(envelope, { languages, sign }) };
    },
  ),
};
