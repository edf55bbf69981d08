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
      readonly font: { getGlyph(id: number): { readonly advanceWidth: number } };
      /** What of it is embedded: its glyphs by their numbers in the file. */
      readonly subset: { readonly glyphs: number[] };
      /** Thousandths of the size for one unit of the file. */
      readonly scale: number;
      /** By the number in the embedded part: how far a glyph moves the pen, and what it stands for. */
      readonly widths: number[];
      readonly unicode: (readonly number[])[];
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
