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
    /** A typeface of a file, of which the used characters are embedded. */
    interface EmbeddedFont {
      readonly id: string;
      ref(): PDFKitReference;
      /** Hexadecimal codes of its glyphs, and how far each moves the pen in thousandths of the size. */
      encode(text: string): [codes: string[], positions: { advanceWidth: number }[]];
    }
    interface PDFPage {
      readonly fonts: Record<string, PDFKitReference>;
    }
    namespace Mixins {
      interface PDFAttachmentOptions {
        /** How the file belongs to the document (ISO 19005-3, 6.8). */
        relationship?: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';
      }
    }
    interface PDFDocument {
      /** The typeface set last. */
      readonly _font: EmbeddedFont;
      /** The catalogue. */
      readonly _root: { readonly data: { readonly AcroForm?: { readonly data: FormDictionary } } };
    }
  }
}
