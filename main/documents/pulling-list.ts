import type { OrderPaperUnit } from '../../shared/contract/destruction-paper.ts';
import { formatInstant, formatNumber } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { documentFoot, documentHead } from './document-frame.ts';
import { Paper } from './paper.ts';
import { paragraph, plain, section, styles, table } from './paper-blocks.ts';
import { paperInWords } from './paper-certificate-sections.ts';
import { createWording, inOneLine } from './wording.ts';

export interface PullingList {
  readonly office: string;
  readonly timeZone: string;
  /** Of the order. */
  readonly number: string;
  readonly at: string;
  /** In the order in which one walks past them. */
  readonly units: readonly OrderPaperUnit[];
}

/** The list one walks through the archive with: shelf by shelf, what to take, and a box to tick. */
export function renderPullingList(
  list: PullingList,
  options: { languages: readonly Language[] },
): Promise<Uint8Array> {
  const wording = createWording(options.languages);
  const reference = wording.say('documents.certificate.number', { number: list.number });
  const paper = new Paper({
    title: `${inOneLine(wording.say('documents.pulling.title'))} ${list.number}`,
    author: list.office,
    subject: list.number,
    language: options.languages[0] ?? 'en',
    createdAt: new Date(list.at),
  });
  documentHead(paper, wording, {
    office: list.office,
    title: 'documents.pulling.title',
    reference,
    qr: { text: `ashbook:order:${list.number}`, alt: wording.say('documents.pulling.qr') },
  });
  paragraph(
    paper,
    wording.say('documents.pulling.statement', (language) => ({
      count: list.units.length,
      time: formatInstant(list.at, list.timeZone, language),
    })),
    styles.body,
    { after: 8 },
  );
  const places = Map.groupBy(list.units, ({ place }) => place);
  for (const [place, units] of places) {
    section(paper, plain(place || '-').phrase, { keep: 60 }, () =>
      table(
        paper,
        [
          { header: wording.say('documents.pulling.done'), share: 0.1 },
          { header: wording.say('documents.paper.unit'), share: 0.3 },
          { header: wording.say('documents.pulling.label'), share: 0.28 },
          { header: wording.say('documents.paper.sheets'), share: 0.12, align: 'right' },
          { header: wording.say('documents.pulling.level'), share: 0.2 },
        ],
        units.map((unit) => [
          plain(unit.state === 'to_pull' ? '[   ]' : '[ x ]'),
          {
            phrase: wording.each((_, text) => paperInWords(text, unit)),
            style: styles.cellStrong,
          },
          { ...plain(unit.label), style: styles.code },
          plain(unit.sheets === null ? '-' : formatNumber(unit.sheets, 'en')),
          unit.isHeld ? { phrase: wording.say('documents.pulling.held') } : plain(unit.levelNeeded),
        ]),
      ),
    );
  }
  return paper.finish((page, pages) =>
    documentFoot(paper, wording, {
      left: reference,
      middle: formatInstant(list.at, list.timeZone, options.languages[0] ?? 'en'),
      page,
      pages,
    }),
  );
}
