import type { CertificateDeed, ElectronicContent } from '../../shared/domain/register/certificate.ts';
import { formatInstant } from '../../shared/text/format.ts';
import { colors, type Paper, type TextStyle } from './paper.ts';
import { styles } from './paper-blocks.ts';
import { inOneLine, type Phrase, type Wording } from './wording.ts';

interface Signatory {
  readonly duty: Phrase;
  readonly lines: readonly Phrase[];
}

const gap = 18;

/**
 * Who asked, who approved, who carried it out, and the privacy officer who confirms the result (PIPA Enforcement Decree art.
 * 16; the confirmation is the organisation's own, NIST's "validation"). People are numbers and roles; they sign by hand.
 */
export function signatures(paper: Paper, wording: Wording, content: ElectronicContent): void {
  const { order } = content;
  const person = (duty: Phrase, deed: CertificateDeed): Signatory => ({
    duty,
    lines: [
      wording.each((_, text) => {
        const roles = deed.user.roles.map((role) => text(`documents.role.${role}`)).join(', ');
        return `${text('documents.certificate.staffNumber', { number: deed.user.staffNumber })} (${roles})`;
      }),
      wording.each((language) => formatInstant(deed.at, content.timeZone, language, { seconds: true })),
      wording.say('documents.certificate.signedWith', { key: deed.publicKey.slice(0, 12) }),
    ],
  });
  const people: Signatory[] = [
    person(wording.say('documents.certificate.requester'), order.requester),
    ...order.approvals.map((deed) => person(wording.say('documents.certificate.approver'), deed)),
    person(wording.say('documents.certificate.operator'), order.operator),
    {
      duty: wording.say('documents.certificate.officer'),
      lines: [wording.say('documents.certificate.confirmByHand')],
    },
  ];
  const signHere = inOneLine(wording.say('documents.certificate.signHere'));
  for (let index = 0; index < people.length; index += 2) {
    row(paper, people.slice(index, index + 2), signHere);
  }
}

function row(paper: Paper, pair: readonly Signatory[], signHere: string): void {
  const width = (paper.box.width - gap) / 2;
  const set = pair.map(({ duty, lines }) => [
    ...split(paper, duty, styles.cellStrong, width),
    ...lines.flatMap((line) => split(paper, line, styles.fine, width)),
  ]);
  const height = Math.max(...set.map((lines) => lines.reduce((sum, { style }) => sum + style.leading, 0)));
  const signatureHeight = 32;
  paper.reserve(height + signatureHeight);
  set.forEach((lines, index) => {
    const x = paper.box.x + index * (width + gap);
    let y = paper.y;
    paper.tagged('P', () => {
      for (const { text, style } of lines) {
        paper.line(text, x, y, style);
        y += style.leading;
      }
      paper.line(signHere, x, paper.y + height + signatureHeight - 14, styles.fine, 'right', width);
    });
    paper.rule(paper.y + height + signatureHeight - 2, {
      from: x,
      to: x + width,
      color: colors.ink,
      width: 0.5,
    });
  });
  paper.y += height + signatureHeight + 9;
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
