import qrcode from 'qrcode';

/** A QR code's modules (ISO/IEC 18004), without the quiet zone: 4 modules of blank paper are left around it by the layout. */
export interface QrMatrix {
  readonly size: number;
  dark(row: number, column: number): boolean;
}

/** Error correction M (15 %): enough for a sheet that is folded and stamped. */
export function qrMatrix(text: string): QrMatrix {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, dark: (row, column) => modules.get(row, column) === 1 };
}
