import type { VendorList } from '../../shared/domain/provision/vendor-list.ts';
import { formatDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { renderOfficeSheet } from './office-sheet.ts';
import { plain } from './paper-blocks.ts';
import { createWording, type Phrase, type Wording } from './wording.ts';

interface Written {
  readonly head: readonly Phrase[];
  /** Vendor, work, until when, sub-vendors. */
  readonly rows: readonly (readonly Phrase[])[];
  readonly lead: Phrase;
}

function write(list: VendorList, wording: Wording): Written {
  const same = (text: string): Phrase => plain(text).phrase;
  return {
    lead: wording.say('documents.vendors.lead', (language) => ({
      office: list.office,
      date: formatDate(list.on, language),
    })),
    head: (['vendor', 'task', 'until', 'sub_vendors'] as const).map((column) =>
      wording.say(`documents.vendors.${column}`),
    ),
    rows: list.vendors.map(({ name, task, until, subVendors }) => [
      same(name),
      same(task),
      until === null
        ? wording.say('documents.vendors.open_ended')
        : wording.each((language) => formatDate(until, language)),
      subVendors.length === 0
        ? wording.say('documents.none')
        : same(subVendors.map((sub) => `${sub.name} (${sub.task})`).join(', ')),
    ]),
  };
}

export function renderVendorList(
  list: VendorList,
  languages: readonly Language[],
  madeAt: string,
): Promise<Uint8Array> {
  const wording = createWording(languages);
  const { head, rows, lead } = write(list, wording);
  const shares = [0.24, 0.3, 0.16, 0.3];
  return renderOfficeSheet(
    {
      title: 'documents.vendors.title',
      office: list.office,
      madeAt,
      lead,
      sections: [
        rows.length === 0
          ? { paragraphs: [wording.say('documents.vendors.nobody')] }
          : {
              table: {
                columns: head.map((header, index) => ({ header, share: shares[index] ?? 0 })),
                rows: rows.map((row) => row.map((phrase) => ({ phrase }))),
              },
            },
      ],
    },
    wording,
  );
}

/** The same as a page of its own, for the office's web site: no script, no style from elsewhere. */
export function vendorListHtml(list: VendorList, languages: readonly Language[]): string {
  const wording = createWording(languages);
  const { head, rows, lead } = write(list, wording);
  const title = wording.say('documents.vendors.title');
  const say = (phrase: Phrase, tag: string) =>
    phrase.map(({ language, text }) => `<${tag} lang="${language}">${escaped(text)}</${tag}>`).join('<br>');
  const row = (cells: readonly Phrase[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${say(cell, 'span')}</${tag}>`).join('')}</tr>`;
  return `<!doctype html>
<html lang="${wording.languages[0]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title[0]?.text ?? '')} · ${escaped(list.office)}</title>
<style>
body { font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1d1b18; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid #cfc8ba; }
th { font-weight: 600; color: #6d665c; }
</style>
</head>
<body>
<h1>${say(title, 'span')}</h1>
${say(lead, 'p').replaceAll('<br>', '')}
${
  rows.length === 0
    ? say(wording.say('documents.vendors.nobody'), 'p').replaceAll('<br>', '')
    : `<table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${rows.map((cells) => row(cells, 'td')).join('\n')}\n</tbody>\n</table>`
}
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
