import { z } from 'zod';

/**
 * What labels are printed on: A4 sheets of the sizes that every stationer sells, and the rolls of label printers. Millimetres.
 * The numbers of makers stand in the names that people see (Avery/Zweckform, Formtec).
 */
export interface LabelSheet {
  readonly page: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  readonly label: { readonly width: number; readonly height: number };
  /** From the edge of the page to the first label. */
  readonly left: number;
  readonly top: number;
  /** From the beginning of one label to that of the next. */
  readonly pitchX: number;
  readonly pitchY: number;
}

const a4 = { width: 210, height: 297 };
const roll = (width: number, height: number): LabelSheet => ({
  page: { width, height },
  columns: 1,
  rows: 1,
  label: { width, height },
  left: 0,
  top: 0,
  pitchX: width,
  pitchY: height,
});

export const labelSheetNames = [
  'a4_3x8',
  'a4_3x8_full',
  'a4_2x7',
  'a4_2x4',
  'roll_62x29',
  'roll_100x50',
  'roll_62x100',
] as const;
export const labelSheetName = z.enum(labelSheetNames);
export type LabelSheetName = (typeof labelSheetNames)[number];

export const labelSheets: Readonly<Record<LabelSheetName, LabelSheet>> = {
  // Avery L7159, Formtec 3108: 24 of 63.5 x 33.9 mm.
  a4_3x8: {
    page: a4,
    columns: 3,
    rows: 8,
    label: { width: 63.5, height: 33.9 },
    left: 7.2,
    top: 12.9,
    pitchX: 66.04,
    pitchY: 33.9,
  },
  // Avery Zweckform 3474: 24 of 70 x 37 mm, to the edges.
  a4_3x8_full: {
    page: a4,
    columns: 3,
    rows: 8,
    label: { width: 70, height: 37 },
    left: 0,
    top: 0.5,
    pitchX: 70,
    pitchY: 37,
  },
  // Avery L7163, Formtec 3114: 14 of 99.1 x 38.1 mm.
  a4_2x7: {
    page: a4,
    columns: 2,
    rows: 7,
    label: { width: 99.1, height: 38.1 },
    left: 4.65,
    top: 15.15,
    pitchX: 101.6,
    pitchY: 38.1,
  },
  // Avery L7165, Formtec 3115: 8 of 99.1 x 67.7 mm, for boxes read from afar.
  a4_2x4: {
    page: a4,
    columns: 2,
    rows: 4,
    label: { width: 99.1, height: 67.7 },
    left: 4.65,
    top: 13.1,
    pitchX: 101.6,
    pitchY: 67.7,
  },
  roll_62x29: roll(62, 29),
  roll_100x50: roll(100, 50),
  roll_62x100: roll(62, 100),
};

export function labelsAPage(sheet: LabelSheet): number {
  return sheet.columns * sheet.rows;
}

/**
 * Where each label stands: page from 0, and its top left corner.
 * @param start the first place on the first page that has not been used yet, from 1, left to right and then down
 */
export function labelPlaces(
  sheet: LabelSheet,
  count: number,
  start: number,
): { page: number; x: number; y: number }[] {
  return Array.from({ length: count }, (_, index) => {
    const place = start - 1 + index;
    const onPage = place % labelsAPage(sheet);
    return {
      page: Math.floor(place / labelsAPage(sheet)),
      x: sheet.left + (onPage % sheet.columns) * sheet.pitchX,
      y: sheet.top + Math.floor(onPage / sheet.columns) * sheet.pitchY,
    };
  });
}
