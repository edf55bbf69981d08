import 'pdfkit';

/** What pdfkit has and its published types do not say. */
declare global {
  namespace PDFKit {
    interface PDFKitReference {
      end(chunk?: unknown): void;
    }
    interface FormDictionary {
      Fields: unknown[];
      SigFlags?: number;
      NeedAppearances?: boolean;
    }
    namespace Mixins {
      interface PDFAttachmentOptions {
        /** How the file belongs to the document (ISO 19005-3, 6.8). */
        relationship?: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';
      }
    }
    interface PDFDocument {
      /** The catalogue. */
      readonly _root: { readonly data: { readonly AcroForm?: { readonly data: FormDictionary } } };
    }
  }
}
