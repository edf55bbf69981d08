import type { PersonAttachment, PersonConsent } from '../../shared/contract/collection.ts';
import type { CorrectionRow } from '../../shared/contract/collection-corrections.ts';
import type { PersonCopy, PersonRecipient } from '../../shared/contract/collection-history.ts';
import type { RequestDetails, SuspensionRow } from '../../shared/contract/collection-requests.ts';
import type { Bilingual } from '../../shared/contract/fields.ts';
import type { UseRow } from '../../shared/contract/provision-uses.ts';
import { dueDateInWords } from '../../shared/text/due-date-in-words.ts';
import { formatDate, formatInstant } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { colors, Paper } from './paper.ts';
import { facts, list, paragraph, plain, section, styles, table } from './paper-blocks.ts';
import { createWording, inOneLine, type Phrase, type Wording } from './wording.ts';

/** One purpose of one consent with everything that was collected for it. */
export interface AccessPurpose {
  readonly purpose: PersonConsent['purposes'][number];
  readonly values: readonly { readonly label: Bilingual; readonly value: string }[];
}

/** What the PDF prints; the JSON holds the same and the rows it came from. */
export interface AccessAnswerContent {
  readonly officeName: string;
  readonly timeZone: string;
  readonly madeAt: string;
  readonly today: string;
  readonly staffNumber: number;
  readonly personId: string;
  readonly name: string;
  readonly consents: readonly {
    readonly consent: PersonConsent;
    readonly purposes: readonly AccessPurpose[];
  }[];
  readonly recipients: readonly PersonRecipient[];
  readonly attachments: readonly PersonAttachment[];
  readonly requests: readonly RequestDetails[];
  readonly suspensions: readonly SuspensionRow[];
  readonly corrections: readonly CorrectionRow[];
  readonly uses: readonly UseRow[];
  readonly usesKeptFor: 'P1Y' | 'P2Y';
  readonly copies: readonly PersonCopy[];
}

/**
 * Everything the office keeps of a person, to be handed to them: what and for which purpose, on what basis and until when, who received
 * it, what they asked, and who looked at it (PIPA Enforcement Decree art. 41(1); GDPR art. 15(1)).
 */
export function renderAccessAnswer(
  content: AccessAnswerContent,
  languages: readonly Language[],
): Promise<Uint8Array> {
  const wording = createWording(languages);
  const { say } = wording;
  const paper = new Paper({
    title: inOneLine(say('documents.access.title')),
    author: content.officeName,
    subject: content.personId,
    language: wording.languages[0] ?? 'ko',
    createdAt: new Date(content.madeAt),
  });
  const date = (plainDate: string) => wording.each((language) => formatDate(plainDate, language));
  const at = (instant: string) =>
    wording.each((language) => formatInstant(instant, content.timeZone, language));

  paper.fill(paper.box.x, paper.y, 34, 3.2, colors.ember);
  paper.rule(paper.y + 3.2, { width: 0.8, color: colors.ink });
  paper.y += 16;
  paragraph(paper, written(content.officeName), styles.strong, { after: 6 });
  const [leading, ...others] = say('documents.access.title');
  if (leading)
    paragraph(paper, [leading], { ...styles.title, size: 19, leading: 26 }, { type: 'H1', after: 0 });
  paragraph(paper, others, { ...styles.heading, color: colors.faded }, { after: 0 });
  paper.y += 10;
  paragraph(
    paper,
    say('documents.letter.to', { name: content.name }),
    { ...styles.body, size: 11, leading: 16 },
    { after: 4 },
  );
  paragraph(
    paper,
    say('documents.access.lead', (language) => ({
      at: formatInstant(content.madeAt, content.timeZone, language),
      number: content.staffNumber,
    })),
    styles.body,
    { after: 10 },
  );

  section(paper, say('documents.access.person'), { number: 1, keep: 50 }, () => {
    facts(paper, [
      { label: say('documents.access.name'), value: written(content.name) },
      { label: say('documents.access.person_id'), value: plain(content.personId).phrase, style: styles.code },
    ]);
  });
  section(paper, say('documents.access.kept'), { number: 2 }, () => {
    for (const { consent, purposes } of content.consents) {
      paragraph(paper, wording.stored(consent.formTitle), styles.strong, { type: 'H3', after: 1 });
      paragraph(
        paper,
        say('documents.access.consent', (language, text) => ({
          date: formatDate(consent.givenOn, language),
          version: consent.formVersion,
          way: text(`collection.way.${consent.way}`),
        })),
        styles.label,
        { after: 5 },
      );
      for (const part of purposes) purposeBlock(paper, wording, part);
    }
  });
  section(paper, say('documents.access.history'), { number: 3 }, () => {
    table(
      paper,
      [
        { header: say('documents.access.column.day'), share: 0.24 },
        { header: say('documents.access.column.event'), share: 0.24 },
        { header: say('documents.access.column.purpose'), share: 0.52 },
      ],
      content.consents.flatMap(({ consent }) =>
        consent.events.map((event) => [
          { phrase: date(event.on) },
          { phrase: wording.each((_, text) => text(`collection.event.${event.type}`)) },
          {
            phrase: wording.stored(
              consent.purposes.find(({ purposeId }) => purposeId === event.purposeId)?.name ?? {
                en: '—',
                ko: '—',
              },
            ),
          },
        ]),
      ),
    );
  });
  listed(
    paper,
    say('documents.access.recipients'),
    4,
    say('documents.access.recipients_none'),
    content.recipients.map((recipient) =>
      say('documents.access.recipient', (language) => ({
        name: recipient.name,
        task: recipient.task,
        purpose: recipient.purposeName[language],
        date: formatDate(recipient.on, language),
      })),
    ),
  );
  listed(paper, say('documents.access.requests'), 5, say('documents.access.requests_none'), [
    ...content.requests.map((request) =>
      say('documents.access.request', (language, text) => ({
        kind: text(`collection.request.kind.${request.kind}`),
        date: formatDate(request.receivedOn, language),
        state: text(
          request.outcome === null
            ? `collection.request.state.${request.state}`
            : `collection.request.outcome.${request.outcome}`,
        ),
        details: request.details === '' ? '—' : request.details.replaceAll(/\s+/gu, ' '),
      })),
    ),
    ...content.suspensions.map((suspension) =>
      say('documents.access.suspended', (language, text) => ({
        date: formatDate(suspension.since, language),
        purpose:
          content.consents
            .flatMap(({ purposes }) => purposes)
            .find(({ purpose }) => purpose.purposeId === suspension.purposeId)?.purpose.name[language] ??
          text('documents.letter.every_purpose'),
      })),
    ),
    ...content.corrections.map((correction) =>
      say('documents.access.correction', (language) => ({
        item: correction.label[language],
        date: formatDate(correction.correctedOn, language),
      })),
    ),
  ]);
  listed(
    paper,
    say('documents.access.attachments'),
    6,
    say('documents.access.attachments_none'),
    content.attachments.map((attachment) =>
      say('documents.access.attachment', (language) => ({
        fileName: attachment.fileName,
        bytes: attachment.bytes,
        at: formatInstant(attachment.addedAt, content.timeZone, language),
      })),
    ),
  );
  listed(
    paper,
    say('documents.access.copies'),
    7,
    say('documents.access.copies_none'),
    content.copies.map((copy) =>
      say('documents.access.copy', (language, text) => ({
        reference: copy.reference,
        kind: text(`office.known_copies.kind.${copy.kind}`),
        date: formatDate(copy.since, language),
        state: text(copy.ended ? 'documents.access.copy_ended' : 'documents.access.copy_open'),
      })),
    ),
  );
  section(paper, say('documents.access.uses'), { number: 8 }, () => {
    paragraph(paper, say(`documents.access.uses_text.${content.usesKeptFor}`), styles.cell, { after: 6 });
    if (content.uses.length === 0) return;
    table(
      paper,
      [
        { header: say('documents.access.column.time'), share: 0.3 },
        { header: say('documents.access.column.why'), share: 0.5 },
        { header: say('documents.access.column.staff'), share: 0.2, align: 'right' },
      ],
      content.uses.map((use) => [
        { phrase: at(use.at) },
        {
          phrase: wording.each((language, text) =>
            [
              text(`provision.use_kind.${use.kind}`),
              use.reason === 'agreed_purpose'
                ? (use.purposeName?.[language] ?? '—')
                : text(`collection.use_reason.${use.reason}`),
              ...(use.blocked ? [text('documents.access.use_blocked')] : []),
            ].join(' · '),
          ),
        },
        plain(String(use.staffNumber)),
      ]),
    );
  });
  section(paper, say('documents.access.rights'), { number: 9, keep: 60 }, () => {
    paragraph(paper, say('documents.access.rights_text'), styles.body);
  });
  return paper.finish((page, pages) => {
    const { x, width } = paper.fullBox;
    const y = paper.bottom + 20;
    paper.rule(y - 6);
    paper.artifact(() => {
      paper.line(content.personId, x, y, styles.fine);
      paper.line(inOneLine(say('documents.page', { page, pages })), x, y, styles.fine, 'right', width);
    });
  });
}

function purposeBlock(paper: Paper, wording: Wording, { purpose, values }: AccessPurpose): void {
  const { unit } = purpose;
  facts(
    paper,
    [
      {
        label: wording.say('documents.access.purpose'),
        value: wording.stored(purpose.name),
        style: styles.cellStrong,
      },
      {
        label: wording.say('documents.access.state'),
        value: wording.each((language, text) =>
          [
            text(`collection.state.${purpose.state}`),
            ...(purpose.suspendedSince === null
              ? []
              : [
                  text('documents.access.suspension', {
                    date: formatDate(purpose.suspendedSince, language),
                  }),
                ]),
          ].join(' · '),
        ),
      },
      ...values.map(({ label, value }) => ({ label: wording.stored(label), value: written(value) })),
      {
        label: wording.say('documents.access.until'),
        value:
          unit === null
            ? wording.say('documents.access.nothing_kept')
            : wording.each((language, text) =>
                [
                  dueDateInWords(unit.due, text, language),
                  ...(unit.held ? [text('documents.access.held')] : []),
                ].join(' '),
              ),
      },
    ],
    { labelWidth: 110 },
  );
  paper.y += 4;
}

function listed(paper: Paper, heading: Phrase, number: number, none: Phrase, items: readonly Phrase[]): void {
  section(paper, heading, { number, keep: 50 }, () => {
    if (items.length === 0) paragraph(paper, none, styles.cell);
    else list(paper, items);
  });
}

/** Printed as somebody wrote it, whatever language that is. */
function written(text: string): Phrase {
  return [{ language: /[\u3131-\u318e\uac00-\ud7a3]/u.test(text) ? 'ko' : 'en', text }];
}
