import { closeSync, openSync, writeSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { inventPeople } from '../../main/hosts/demo/invented-people.ts';
import { csvRow } from '../../shared/domain/office/table-cell.ts';
import type { Seeded } from './bench-people.ts';
import { atDesk } from './office-work.ts';
import { eachTimeAsync, median, peakMemory, percentile, processorTime } from './stopwatch.ts';

export interface ImportTimes {
  readonly read: number;
  readonly check: number;
  readonly keep: number;
  readonly processor: number;
  readonly peak: number;
  /** Until everybody can be found. */
  readonly index: number;
  readonly search: number;
  readonly searchWorst: number;
}

/** Writes a file of `rows` invented people; a phase of its own, so that its memory does not count as the application's. */
export function writeImportFile(
  officeFolder: string,
  { formVersionId }: Seeded,
  path: string,
  rows: number,
): Promise<void> {
  return atDesk(officeFolder, async ({ call, signIn }) => {
    await signIn('clerk');
    const { today } = await call('office.status', {});
    const { content } = await call('collection.getForm', { formVersionId });
    const file = openSync(path, 'w');
    for (const line of linesOf(content, rows, Temporal.PlainDate.from(today ?? ''))) writeSync(file, line);
    closeSync(file);
  });
}

/** Takes a file over, from its path on the disk, and then looks for some of the people in it. */
export function measureImport(officeFolder: string, seeded: Seeded, path: string): Promise<ImportTimes> {
  return atDesk(officeFolder, async ({ call, signIn }) => {
    await signIn('clerk');
    const { formVersionId } = seeded;
    const { importId } = await call('collection.openImport', { path });
    const file = { importId, encoding: null, delimiter: null, sheet: null };
    const read = await once(() => call('collection.readImport', file));
    const { plan } = await call('collection.suggestImport', { importId, formVersionId, language: 'ko' });
    let leftOut = 0;
    const check = await once(async () => {
      const { bad, known, repeated, already } = await call('collection.checkImport', { importId, plan });
      leftOut = bad + known + repeated + already;
    });
    const before = processorTime();
    const keep = await once(() =>
      call('collection.runImport', { importId, plan, leftOut, sourceWhere: 'bench' }),
    );
    const processor = processorTime() - before;
    const index = await once(async () => {
      while ((await call('collection.listPeople', { search: 'x', limit: 1, offset: 0 })).searchedPart);
    });
    const searches = ['김', 'ㄱ', 'ㄱㅅㅈ', '5678', '지훈', 'son', '이 123', 'ab12cd34'];
    const took = await eachTimeAsync(400, (place) =>
      call('collection.listPeople', {
        search: searches[place % searches.length] ?? '',
        limit: 50,
        offset: 0,
      }),
    );
    return {
      read,
      check,
      keep,
      processor,
      peak: peakMemory(),
      index,
      search: median(took),
      searchWorst: percentile(took, 0.95),
    };
  });
}

async function once(work: () => Promise<unknown>): Promise<number> {
  const [took = Number.NaN] = await eachTimeAsync(1, work);
  return took;
}

/** A column an item and a purpose, under the headings of the form. */
function* linesOf(
  content: {
    purposes: readonly {
      name: { ko: string };
      items: readonly { code: string; kind: string; label: { ko: string } }[];
    }[];
  },
  rows: number,
  today: Temporal.PlainDate,
): Generator<string> {
  const items = new Map(
    content.purposes
      .flatMap((purpose) => purpose.items)
      .filter((item) => item.kind !== 'automatic')
      .map((item) => [item.code, item.label.ko]),
  );
  const headings = [...items.values(), '동의일', ...content.purposes.map((purpose) => purpose.name.ko)];
  const columns = headings.map((heading) => ({ heading, kind: 'text' as const }));
  yield csvRow(headings, columns, 'Asia/Seoul');
  for (const [place, person] of inventPeople(rows, 3).entries()) {
    const { name, telephone, email, note } = person;
    const values = new Map(Object.entries({ name, telephone, email, request_note: note }));
    yield csvRow(
      [
        ...[...items.keys()].map((code) => values.get(code) ?? ''),
        today.subtract({ days: 1 + (place % 300) }).toString(),
        ...content.purposes.map((_, purpose) => (purpose === 0 || place % 2 === 0 ? '동의' : '미동의')),
      ],
      columns,
      'Asia/Seoul',
    );
  }
}
