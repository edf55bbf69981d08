import type { CertificateDeed } from '../../shared/domain/register/certificate.ts';
import { formatInstant } from '../../shared/text/format.ts';
import type { Signatory } from './certificate-layout.ts';
import { colors, type Paper } from './paper.ts';
import type { TextStyle } from './paper-design.ts';
import { inOneLine, type Phrase, type Wording } from './wording.ts';

const gap = 14;

/** Whoever signed a deed with a key of their own: number and roles, never a name. */
export function deedSignatory(
  wording: Wording,
  duty: Phrase,
  deed: CertificateDeed,
  timeZone: string,
): Signatory {
  return {
    duty,
    lines: [
      staffInWords(wording, deed.user),
      ...(deed.onBehalfOf === undefined
        ? []
        : [wording.say('documents.certificate.on_behalf_of', { number: deed.onBehalfOf.staffNumber })]),
      wording.each((language) => formatInstant(deed.at, timeZone, language, { seconds: true })),
      wording.say('documents.certificate.signedWith', { key: deed.publicKey.slice(0, 12) }),
    ],
  };
}

/** `Staff number 3 (operator)`. */
export function staffInWords(wording: Wording, user: CertificateDeed['user']): Phrase {
  return wording.each((_, text) => {
    const roles = user.roles.map((role) => text(`documents.role.${role}`)).join(', ');
    return `${text('documents.certificate.staffNumber', { number: user.staffNumber })} (${roles})`;
  });
}

/** People side by side, each with a line to sign on by hand. */
export function signatories(paper: Paper, wording: Wording, people: readonly Signatory[]): void {
  const signHere = inOneLine(wording.say('documents.certificate.signHere'));
  const columns = Math.min(paper.design.signatories, people.length);
  for (let index = 0; index < people.length; index += columns) {
    row(paper, people.slice(index, index + columns), columns, signHere);
  }
}

function row(paper: Paper, beside: readonly Signatory[], columns: number, signHere: string): void {
  const { styles, space } = paper.design;
  const width = (paper.box.width - gap * (columns - 1)) / columns;
  const set = beside.map(({ duty, lines }) => [
    ...split(paper, duty, styles.cellStrong, width),
    ...lines.flatMap((line) => split(paper, line, styles.fine, width)),
  ]);
  const height = Math.max(...set.map((lines) => lines.reduce((sum, { style }) => sum + style.leading, 0)));
  // Room for a signature, or for a seal of 10 mm.
  const signatureHeight = 28;
  paper.reserve(height + signatureHeight + 10);
  set.forEach((lines, index) => {
    const x = paper.box.x + index * (width + gap);
    const foot = paper.y + height + signatureHeight - 2;
    let y = paper.y;
    paper.tagged('P', () => {
      for (const { text, style } of lines) {
        paper.line(text, x, y, style);
        y += style.leading;
      }
      for (const [place, line] of paper.breakLines(signHere, styles.fine, width).entries())
        paper.line(line, x, foot + place * styles.fine.leading, styles.fine);
    });
    paper.rule(foot, { from: x, to: x + width, color: colors.ink, width: 0.5 });
  });
  const lines = paper.breakLines(signHere, styles.fine, width).length;
  paper.y += height + signatureHeight + lines * styles.fine.leading + 9 * space;
}

/** The languages of a phrase share a line where there is room for it. */
function split(
  paper: Paper,
  phrase: Phrase,
  style: TextStyle,
  width: number,
): { text: string; style: TextStyle }[] {
  const together = inOneLine(phrase);
  const texts =
    paper.widthOf(together, style) <= width
      ? [together]
      : phrase.flatMap((part) => paper.breakLines(part.text, style, width));
  return texts.map((text) => ({ text, style }));
}
