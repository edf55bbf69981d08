import { labelInWords, labelText } from '../../shared/domain/paper/label.ts';
import { type LabelSheet, labelPlaces } from '../../shared/domain/paper/label-sheet.ts';
import type { Language } from '../../shared/text/language.ts';
import { barWidths } from './bar-code.ts';
import { colors, Paper, type TextStyle } from './paper.ts';
import { qrMatrix } from './qr-code.ts';
import { createWording, inOneLine, type Phrase, type Wording } from './wording.ts';

/** What stands on a label; nothing says what is in the box. */
export interface Label {
  readonly number: number;
  readonly code: string;
  /** `box`, `shelf` ... in words. */
  readonly kind: Phrase;
}

export interface LabelJob {
  readonly office: string;
  readonly labels: readonly Label[];
  readonly sheet: LabelSheet;
  readonly start: number;
  /** Millimetres by which everything is moved, because a printer draws beside the place. */
  readonly shift: { readonly right: number; readonly down: number };
  readonly madeAt: string;
}

const pointsPerMillimetre = 72 / 25.4;
const mm = (length: number) => length * pointsPerMillimetre;

/** Blank within a label: printers cannot print to the edge, and labels are not cut exactly. */
const inset = 2.5;
/** A wider module than this gains nothing; a narrower one than 0.19 mm is not read by every scanner (ISO/IEC 15417, annex). */
const widestModule = 0.43;
/** A dot of a 300 dpi printer: bars of whole dots are printed as wide as they are meant. */
const dot = 25.4 / 300;
const quietModules = 10;

const codeStyle: TextStyle = { font: 'strong', size: 15, leading: 19, color: colors.ink };
const fineStyle: TextStyle = { font: 'regular', size: 7, leading: 9.5, color: colors.ink };

/** Draws the labels as vectors, one after another onto sheets or single labels. Equal input gives equal bytes. */
export function renderLabels(job: LabelJob, languages: readonly Language[]): Promise<Uint8Array> {
  const wording = createWording(languages);
  const title = inOneLine(wording.say('documents.labels.title'));
  const paper = new Paper({
    title,
    author: job.office,
    subject: title,
    language: wording.languages[0] ?? 'en',
    createdAt: new Date(job.madeAt),
    size: [mm(job.sheet.page.width), mm(job.sheet.page.height)],
  });
  let page = 0;
  labelPlaces(job.sheet, job.labels.length, job.start).forEach((place, index) => {
    const label = job.labels[index];
    if (label === undefined) return;
    for (; page < place.page; page += 1) paper.newPage();
    drawLabel(paper, wording, label, {
      x: place.x + job.shift.right,
      y: place.y + job.shift.down,
      ...job.sheet.label,
    });
  });
  return paper.finish(() => {});
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** QR code on the left, or on top of a label that is higher than wide; code, kind and bars beside it. */
function drawLabel(paper: Paper, wording: Wording, label: Label, area: Area): void {
  const inner = {
    x: area.x + inset,
    y: area.y + inset,
    width: area.width - 2 * inset,
    height: area.height - 2 * inset,
  };
  const isTall = area.height > area.width;
  const matrix = qrMatrix(labelText(label.number));
  // Four modules of blank around it (ISO/IEC 18004); the inset is a part of them.
  const room = isTall
    ? Math.min(inner.width, inner.height * 0.5)
    : Math.min(inner.height, inner.width * 0.36);
  const module = room / (matrix.size + 4);
  const side = module * matrix.size;
  const qr = isTall
    ? { x: inner.x + (inner.width - side) / 2, y: inner.y + 2 * module }
    : { x: inner.x + 2 * module, y: inner.y + (inner.height - side) / 2 };
  const spoken = inOneLine(wording.say('documents.labels.alt', { code: label.code }));
  paper.element('Sect', () => {
    paper.tagged(
      'Figure',
      () => paper.grid(mm(qr.x), mm(qr.y), mm(side), matrix.size, (row, column) => matrix.dark(row, column)),
      { alt: spoken },
    );
    const text = isTall
      ? { x: inner.x, y: inner.y + room + 1, width: inner.width, height: inner.height - room - 1 }
      : { x: inner.x + room + 1, y: inner.y, width: inner.width - room - 1, height: inner.height };
    drawWords(paper, label, text);
    drawBars(paper, label, text, spoken);
  });
}

function drawWords(paper: Paper, label: Label, area: Area): void {
  const width = mm(area.width);
  const largest = Math.min(30, codeStyle.size * Math.max(1, area.height / 30));
  let size = largest;
  while (size > 6 && paper.widthOf(label.code, { ...codeStyle, size }) > width) size -= 0.5;
  const style = { ...codeStyle, size, leading: size * 1.2 };
  paper.tagged('P', () => paper.line(label.code, mm(area.x), mm(area.y), style));
  paper.tagged('P', () =>
    paper.line(inOneLine(label.kind), mm(area.x), mm(area.y) + style.leading, fineStyle),
  );
}

function drawBars(paper: Paper, label: Label, area: Area, spoken: string): void {
  const widths = barWidths(labelText(label.number));
  const modules = widths.reduce((sum, width) => sum + width, 0);
  const module = Math.floor(Math.min(widestModule, area.width / (modules + quietModules)) / dot) * dot;
  const height = Math.min(16, area.height * 0.38);
  const numberHeight = 3.6;
  const y = area.y + area.height - height - numberHeight;
  // On the left the blank is between QR code and bars; on the right what is left of the label, and its inset.
  const x = area.x + (area.width - modules * module) / 2;
  paper.tagged('Figure', () => paper.bars(mm(x), mm(y), mm(height), mm(module), widths), { alt: spoken });
  paper.tagged('P', () =>
    paper.line(labelInWords(label.number), mm(area.x), mm(y + height), fineStyle, 'center', mm(area.width)),
  );
}
