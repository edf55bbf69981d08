import type { Bilingual } from '../../shared/contract/fields.ts';
import type {
  RefusalReason,
  RequestKind,
  RequestOutcome,
} from '../../shared/domain/collection/person-request.ts';
import type { Jurisdiction } from '../../shared/domain/retention/retention-rule.ts';
import { formatDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { colors, Paper } from './paper.ts';
import { facts, list, paragraph, section, styles } from './paper-blocks.ts';
import { createWording, inOneLine, type Phrase, type Wording } from './wording.ts';

/** One thing that was done for the request, or that stays as it is and why. */
export type LetterMeasure =
  | { readonly what: 'withdrawn'; readonly purpose: Bilingual; readonly on: string }
  | {
      readonly what: 'kept_by_law';
      readonly purpose: Bilingual;
      readonly through: string;
      readonly basis: Bilingual;
    }
  | { readonly what: 'corrected'; readonly item: Bilingual; readonly on: string }
  | { readonly what: 'told'; readonly recipient: string; readonly on: string }
  | { readonly what: 'to_be_told'; readonly recipient: string }
  | {
      readonly what: 'suspended';
      /** Null: every purpose. */
      readonly purpose: Bilingual | null;
      readonly since: string;
    };

/** Everything the letter says. An answer that is put off has no outcome yet, but a day and a reason. */
export interface RequestLetterContent {
  readonly officeName: string;
  readonly jurisdiction: Jurisdiction;
  readonly personName: string;
  /** Where it goes to, of somebody of whom nothing else is kept; else empty. */
  readonly contact: string;
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly receivedOn: string;
  /** The day of the answer, or of putting it off. */
  readonly writtenOn: string;
  readonly staffNumber: number;
  readonly answer:
    | {
        readonly outcome: Exclude<RequestOutcome, 'taken_back'>;
        readonly reason: RefusalReason | null;
        readonly explanation: string;
        readonly measures: readonly LetterMeasure[];
      }
    | { readonly outcome: 'put_off'; readonly until: string; readonly reason: string };
}

/**
 * The letter that answers a person's request, or says that the answer is put off: what was asked, what is answered and why, what was
 * done, and how to object (PIPA arts. 35(4), 36(2), 37(3), 38(5); Enforcement Decree arts. 41 to 44; GDPR art. 12(3) and (4)).
 */
export function renderRequestLetter(
  content: RequestLetterContent,
  languages: readonly Language[],
): Promise<Uint8Array> {
  const wording = createWording(languages);
  const { say } = wording;
  const kind = (_: Language, text: Parameters<Parameters<Wording['each']>[0]>[1]) => ({
    kind: text(`collection.request.kind.${content.kind}`),
  });
  const title = say(
    content.answer.outcome === 'put_off' ? 'documents.letter.title_put_off' : 'documents.letter.title',
    kind,
  );
  const paper = new Paper({
    title: inOneLine(title),
    author: content.officeName,
    subject: content.requestId,
    language: wording.languages[0] ?? 'ko',
    createdAt: new Date(`${content.writtenOn}T00:00:00Z`),
  });
  head(paper, wording, content, title);
  const { answer } = content;
  const dateOf = (plainDate: string) => wording.each((language) => formatDate(plainDate, language));
  section(paper, say('documents.letter.request'), { number: 1, keep: 60 }, () => {
    facts(paper, [
      {
        label: say('documents.letter.kind'),
        value: wording.each((_, text) => text(`collection.request.kind.${content.kind}`)),
      },
      { label: say('documents.letter.received'), value: dateOf(content.receivedOn) },
    ]);
  });
  if (answer.outcome === 'put_off') {
    section(paper, say('documents.letter.put_off'), { number: 2 }, () => {
      paragraph(
        paper,
        wording.say('documents.letter.put_off_text', (language) => ({
          date: formatDate(answer.until, language),
        })),
      );
      facts(paper, [{ label: say('documents.letter.reason'), value: written(answer.reason) }], {
        style: styles.body,
      });
    });
  } else {
    const isNothingHeld = answer.outcome === 'refused' && answer.reason === 'nothing_held';
    section(paper, say('documents.letter.outcome'), { number: 2 }, () => {
      paragraph(
        paper,
        isNothingHeld
          ? wording.say('documents.letter.nothing_held', (language) => ({
              date: formatDate(content.writtenOn, language),
            }))
          : say(`documents.letter.outcome.${answer.outcome}`, kind),
        styles.strong,
        { after: 6 },
      );
      if (answer.reason !== null && !isNothingHeld) {
        facts(
          paper,
          [
            {
              label: say('documents.letter.reason'),
              value: say(`collection.request.reason.${answer.reason}`),
            },
          ],
          { style: styles.body },
        );
      }
      for (const part of answer.explanation.split('\n')) {
        if (part.trim() !== '') paragraph(paper, written(part), styles.body, { after: 3 });
      }
    });
    if (answer.measures.length > 0) {
      section(paper, say('documents.letter.measures'), { number: 3 }, () => {
        list(
          paper,
          answer.measures.map((measure) => measureInWords(wording, measure)),
        );
      });
    }
  }
  section(paper, say('documents.letter.objection'), {}, () => {
    paragraph(
      paper,
      say(
        content.jurisdiction === 'gdpr'
          ? 'documents.letter.objection_gdpr'
          : 'documents.letter.objection_korea',
      ),
    );
  });
  paper.reserve(70);
  paper.y += 18;
  paragraph(paper, dateOf(content.writtenOn), styles.body, { align: 'right', after: 2 });
  paragraph(paper, written(content.officeName), { ...styles.heading }, { align: 'right', after: 2 });
  paragraph(paper, say('documents.letter.staff', { number: content.staffNumber }), styles.label, {
    align: 'right',
  });
  return paper.finish((page, pages) => {
    const { x, width } = paper.fullBox;
    const y = paper.bottom + 20;
    paper.rule(y - 6);
    paper.artifact(() => {
      paper.line(content.requestId, x, y, styles.fine);
      paper.line(inOneLine(say('documents.page', { page, pages })), x, y, styles.fine, 'right', width);
    });
  });
}

function head(paper: Paper, wording: Wording, content: RequestLetterContent, title: Phrase): void {
  const { x } = paper.box;
  paper.fill(x, paper.y, 34, 3.2, colors.ember);
  paper.rule(paper.y + 3.2, { width: 0.8, color: colors.ink });
  paper.y += 16;
  paragraph(paper, written(content.officeName), styles.strong, { after: 8 });
  const [leading, ...others] = title;
  if (leading) {
    paragraph(paper, [leading], { ...styles.title, size: 19, leading: 26 }, { type: 'H1', after: 0 });
  }
  paragraph(paper, others, { ...styles.heading, color: colors.faded }, { after: 0 });
  paper.y += 14;
  paragraph(
    paper,
    wording.say('documents.letter.to', { name: content.personName }),
    { ...styles.body, size: 11, leading: 16 },
    { after: content.contact === '' ? 14 : 2 },
  );
  if (content.contact !== '') paragraph(paper, written(content.contact), styles.label, { after: 14 });
}

function measureInWords(wording: Wording, measure: LetterMeasure): Phrase {
  const { say } = wording;
  switch (measure.what) {
    case 'withdrawn':
      return say('documents.letter.measure.withdrawn', (language) => ({
        purpose: measure.purpose[language],
        date: formatDate(measure.on, language),
      }));
    case 'kept_by_law':
      return say('documents.letter.measure.kept_by_law', (language) => ({
        purpose: measure.purpose[language],
        date: formatDate(measure.through, language),
        basis: measure.basis[language],
      }));
    case 'corrected':
      return say('documents.letter.measure.corrected', (language) => ({
        item: measure.item[language],
        date: formatDate(measure.on, language),
      }));
    case 'told':
      return say('documents.letter.measure.told', (language) => ({
        recipient: measure.recipient,
        date: formatDate(measure.on, language),
      }));
    case 'to_be_told':
      return say('documents.letter.measure.to_be_told', { recipient: measure.recipient });
    case 'suspended':
      return say('documents.letter.measure.suspended', (language, text) => ({
        purpose: measure.purpose?.[language] ?? text('documents.letter.every_purpose'),
        date: formatDate(measure.since, language),
      }));
  }
}

/** Printed as somebody wrote it, whatever language that is. */
function written(text: string): Phrase {
  return [{ language: /[\u3131-\u318e\uac00-\ud7a3]/u.test(text) ? 'ko' : 'en', text }];
}
