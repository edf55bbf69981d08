import type { FontName } from './fonts.ts';

export const colors = {
  ink: '#1d1b18',
  faded: '#6d665c',
  line: '#cfc8ba',
  ember: '#9c3d1f',
  emberTint: '#fbf2ec',
  shade: '#f3efe6',
} as const;

/** How a run of text is set; sizes and leading in points. */
export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly leading: number;
  readonly color: string;
}

/** The few ways in which every document is set. */
export const styles = {
  title: { font: 'heading', size: 25, leading: 32, color: colors.ink },
  heading: { font: 'heading', size: 11.5, leading: 15, color: colors.ink },
  body: { font: 'regular', size: 9, leading: 13.6, color: colors.ink },
  strong: { font: 'strong', size: 9, leading: 13.6, color: colors.ink },
  /** What the law wants to be noticed: larger and bold (PIPA Enforcement Decree art. 17(3)). */
  emphasis: { font: 'strong', size: 10.6, leading: 15.6, color: colors.ink },
  accent: { font: 'strong', size: 9, leading: 13.6, color: colors.ember },
  cell: { font: 'regular', size: 8, leading: 11.4, color: colors.ink },
  cellStrong: { font: 'strong', size: 8, leading: 11.4, color: colors.ink },
  label: { font: 'regular', size: 7.5, leading: 11.4, color: colors.faded },
  small: { font: 'regular', size: 7, leading: 10, color: colors.ink },
  code: { font: 'code', size: 7.4, leading: 10.6, color: colors.ink },
  fine: { font: 'regular', size: 7, leading: 10, color: colors.faded },
} as const satisfies Record<string, TextStyle>;
export type StyleName = keyof typeof styles;

/** How densely a document is set. Lengths in points. */
export interface Design {
  readonly margin: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  /** Width of the column that holds a section's heading, and of the gap beside it. */
  readonly headingColumn: number;
  readonly headingGap: number;
  /** Size of the second language beside the first: smaller and paler, so that the eye can keep to one. */
  readonly second: number;
  /** Whether two languages stand in one line where both have room in it. */
  readonly sharesLines: boolean;
  /** Factor of all vertical space between blocks. */
  readonly space: number;
  /** How many people sign beside each other. */
  readonly signatories: number;
  readonly qrSide: number;
  /** Height of a row of a table of very many rows. */
  readonly rowHeight: number;
}

export const usualDesign: Design = {
  margin: { left: 56, right: 56, top: 52, bottom: 70 },
  styles,
  headingColumn: 106,
  headingGap: 16,
  second: 0.88,
  sharesLines: false,
  space: 1,
  signatories: 2,
  qrSide: 74,
  rowHeight: 11.6,
};

const compactSizes: Readonly<Record<StyleName, readonly [size: number, leading: number]>> = {
  title: [19, 24],
  heading: [9.4, 12],
  body: [7.6, 10.4],
  strong: [7.6, 10.4],
  emphasis: [8.8, 12],
  accent: [7.6, 10.4],
  cell: [7.2, 9.6],
  cellStrong: [7.2, 9.6],
  label: [6.8, 9.6],
  small: [6.7, 8.8],
  code: [6.9, 9.2],
  fine: [6.4, 8.4],
};

/**
 * For certificates, which are to fit one page where they can.
 * @param scale 1, or a little less to make a document fit
 */
export function compactDesign(scale: number): Design {
  const scaled = Object.entries(styles).map(([name, style]) => {
    const [size, leading] = compactSizes[name as StyleName];
    return [name, { ...style, size: size * scale, leading: leading * scale }];
  });
  return {
    margin: { left: 40, right: 40, top: 30, bottom: 38 },
    styles: Object.fromEntries(scaled) as Record<StyleName, TextStyle>,
    headingColumn: 76,
    headingGap: 12,
    second: 0.93,
    sharesLines: true,
    space: 0.5 * scale,
    signatories: 4,
    qrSide: 62,
    rowHeight: 9.8,
  };
}
