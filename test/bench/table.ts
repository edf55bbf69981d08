export interface Figure {
  readonly name: string;
  /** How many people the office has. */
  readonly people: number;
  readonly value: number;
  readonly unit: 'ms' | 'MB';
  /** The same done by plain better-sqlite3; absent where there is no such thing. */
  readonly plain?: number;
}

/** One row a figure; a ratio says how many times what the plain database needs. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, people, value, unit, plain }) => [
    name,
    people.toLocaleString('en'),
    `${rounded(value)} ${unit}`,
    plain === undefined ? '' : `${rounded(plain)} ${unit}`,
    plain === undefined ? '' : `${rounded(value / plain)} x`,
  ]);
  const all = [['', 'people', 'Ashbook', 'plain', 'ratio'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One figure while others are still being measured. */
export function lineOf({ name, people, value, unit, plain }: Figure): string {
  const ratio = plain === undefined ? '' : `, ${rounded(value / plain)} x plain`;
  return `${people.toLocaleString('en')} people: ${name.trim()} ${rounded(value)} ${unit}${ratio}`;
}

/** Three significant digits. */
function rounded(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(value >= 1 ? 3 : 2);
}
