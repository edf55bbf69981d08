import type { Paper } from './paper.ts';
import { paragraph, styles } from './paper-blocks.ts';
import { colors } from './paper-design.ts';
import { placePhrase, setPhrase } from './paper-phrase.ts';
import { inOneLine, type Phrase } from './wording.ts';

export interface BarChart {
  readonly title: Phrase;
  readonly kind: 'months' | 'kinds';
  readonly bars: readonly { readonly label: Phrase; readonly value: number }[];
}

const gap = 28;
const heightOfColumns = 78;

/** Charts side by side, two at most; every bar has its figure beside it, so that none is read by its length alone. */
export function barCharts(paper: Paper, charts: readonly BarChart[]): void {
  if (charts.length === 0) return;
  const { x, width } = paper.box;
  const each = (width - gap) / 2;
  const tallest = Math.max(
    ...charts.map(({ kind, bars }) => (kind === 'months' ? heightOfColumns + 24 : bars.length * 14)),
  );
  paper.reserve(tallest + 30);
  const top = paper.y;
  let bottom = top;
  for (const [place, chart] of charts.slice(0, 2).entries()) {
    paper.y = top;
    paper.within({ x: x + place * (each + gap), width: each }, () => {
      paragraph(paper, chart.title, styles.cellStrong, { after: 5, type: 'H2' });
      if (chart.kind === 'months') columns(paper, chart);
      else bars(paper, chart);
    });
    bottom = Math.max(bottom, paper.y);
  }
  paper.y = bottom + 14;
}

function bars(paper: Paper, chart: BarChart): void {
  const { x, width } = paper.box;
  const labelWidth = width * 0.42;
  const most = Math.max(1, ...chart.bars.map(({ value }) => value));
  paper.element('Table', () => {
    for (const { label, value } of chart.bars) {
      const set = setPhrase(paper, label, styles.small, labelWidth - 8);
      const height = Math.max(12, set.height + 2);
      const top = paper.y;
      paper.element('TR', () => {
        paper.tagged('TH', () => placePhrase(paper, set, { x, y: top, width: labelWidth }));
        const length = ((width - labelWidth - 40) * value) / most;
        paper.fill(x + labelWidth, top + 1.5, Math.max(length, 0.6), 7.5, colors.faded);
        paper.tagged('TD', () => paper.line(String(value), x + labelWidth + length + 5, top, styles.small));
      });
      paper.y = top + height;
    }
  });
}

/** One column a month; the figure above each, the month below every third. */
function columns(paper: Paper, chart: BarChart): void {
  const { x, width } = paper.box;
  const most = Math.max(1, ...chart.bars.map(({ value }) => value));
  const each = width / Math.max(12, chart.bars.length);
  const base = paper.y + heightOfColumns;
  const alt = chart.bars.map(({ label, value }) => `${inOneLine(label)}: ${value}`).join(', ');
  paper.tagged(
    'Figure',
    () => {
      for (const [place, { label, value }] of chart.bars.entries()) {
        const left = x + place * each;
        const height = ((heightOfColumns - 12) * value) / most;
        if (value > 0) {
          paper.rectangle(left + 1, base - height, Math.max(each - 3, 2), height, colors.faded);
          const figure = String(value);
          if (paper.widthOf(figure, styles.fine) <= each + 2)
            paper.line(figure, left, base - height - 10, styles.fine, 'center', each - 1);
        }
        if (place % 3 === 0) paper.line(inOneLine(label), left, base + 2, styles.fine);
      }
    },
    { alt },
  );
  paper.rule(base, { from: x, to: x + width });
  paper.y = base + 14;
}
