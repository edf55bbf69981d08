import type { CheckpointSheet } from '../../shared/domain/register/checkpoint.ts';
import { formatInstant } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { documentFoot, documentHead } from './document-frame.ts';
import { Paper } from './paper.ts';
import { facts, list, paragraph, plain, section, styles } from './paper-blocks.ts';
import { signatureLines } from './signature-lines.ts';
import { createWording, inOneLine } from './wording.ts';

/**
 * The sheet that anchors the log outside the computer: signed by hand and filed, it shows later whether the log was cut or
 * written anew. One page, whatever the size of the log.
 */
export function renderCheckpointSheet(
  sheet: CheckpointSheet,
  options: { languages: readonly Language[] },
): Promise<Uint8Array> {
  const wording = createWording(options.languages);
  const { checkpoint, previous, timeZone } = sheet;
  const reference = wording.say('documents.checkpoint.size', { size: checkpoint.size });
  const paper = new Paper({
    title: `${inOneLine(wording.say('documents.checkpoint.title'))} ${checkpoint.size}`,
    author: sheet.office.name,
    subject: `${checkpoint.origin} ${checkpoint.size} ${checkpoint.root}`,
    language: options.languages[0] ?? 'en',
    createdAt: new Date(sheet.signedAt),
  });
  const at = wording.say('documents.certificate.time', (language) => ({
    time: formatInstant(sheet.signedAt, timeZone, language, { seconds: true }),
    timeZone,
  }));
  documentHead(paper, wording, {
    office: sheet.office.name,
    title: 'documents.checkpoint.title',
    reference,
    qr: {
      text: `ashbook:checkpoint:${checkpoint.origin}:${checkpoint.size}:${checkpoint.root}`,
      alt: wording.say('documents.checkpoint.qr'),
    },
  });
  paragraph(
    paper,
    wording.say('documents.checkpoint.statement', { size: checkpoint.size }),
    { ...styles.body, size: 10, leading: 15.6 },
    { after: 8 },
  );
  section(paper, wording.say('documents.checkpoint.root'), {}, () => {
    // In groups of four, eight to a line: to be compared by eye, and typed if it has to be.
    for (const half of [checkpoint.root.slice(0, 32), checkpoint.root.slice(32)]) {
      const groups = half.match(/.{4}/gu)?.join('  ') ?? half;
      paragraph(paper, [{ language: 'en', text: groups }], { ...styles.code, size: 15, leading: 23 });
    }
    paper.y += 4;
    facts(
      paper,
      [
        { label: wording.say('documents.checkpoint.signedAt'), value: at },
        { label: wording.say('documents.checkpoint.origin'), value: plain(checkpoint.origin).phrase },
        {
          label: wording.say('documents.certificate.audit.signature'),
          value: plain(checkpoint.signature).phrase,
        },
        { label: wording.say('documents.certificate.publicKey'), value: plain(sheet.publicKey).phrase },
      ],
      { labelWidth: 122 },
    );
  });
  section(paper, wording.say('documents.checkpoint.previous'), {}, () => {
    if (previous === null) {
      paragraph(paper, wording.say('documents.checkpoint.previous.none'));
      return;
    }
    paragraph(
      paper,
      wording.say('documents.checkpoint.previous.text', {
        size: previous.checkpoint.size,
        added: checkpoint.size - previous.checkpoint.size,
        hashes: previous.proof.length,
      }),
    );
    facts(paper, [
      {
        label: wording.say('documents.certificate.audit.root'),
        value: plain(previous.checkpoint.root).phrase,
      },
    ]);
  });
  section(paper, wording.say('documents.checkpoint.use'), {}, () =>
    list(paper, [
      wording.say('documents.checkpoint.use.sign'),
      wording.say('documents.checkpoint.use.file'),
      wording.say('documents.checkpoint.use.compare'),
    ]),
  );
  signatureLines(paper, wording);
  return paper.finish((page, pages) =>
    documentFoot(paper, wording, {
      left: reference,
      middle: `SHA-256 ${checkpoint.root.slice(0, 16)}`,
      page,
      pages,
    }),
  );
}
