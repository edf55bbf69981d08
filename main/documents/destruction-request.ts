import type { Bilingual } from '../../shared/contract/fields.ts';
import type { BatchMethod } from '../../shared/domain/destruction/paper-security.ts';
import type { Carrier } from '../../shared/domain/register/report.ts';
import type { DueCause } from '../../shared/domain/retention/due-date.ts';
import { formatDate } from '../../shared/text/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { type FormBox, type FormRow, formGrid } from './form-grid.ts';
import { Paper } from './paper.ts';
import { paragraph, plain, styles } from './paper-blocks.ts';
import { createWording, inOneLine, type Phrase, type Wording } from './wording.ts';

interface DoneBy {
  readonly staffNumber: number;
  readonly on: string;
}

/** What the form asks; null and empty lists are left to be filled in by hand. */
export interface DestructionRequest {
  readonly office: string;
  readonly number: string;
  readonly request: DoneBy | null;
  readonly approvals: readonly DoneBy[];
  /** Who took the consents or registered the papers. */
  readonly handledBy: readonly number[];
  /** Of what was carried out and finished. */
  readonly execution: (DoneBy & { readonly isByApplication: boolean }) | null;
  readonly files: readonly Bilingual[];
  readonly purposes: readonly Bilingual[];
  readonly collected: { readonly from: string; readonly through: string } | null;
  readonly carriers: readonly { readonly carrier: Carrier; readonly units: number }[];
  readonly causes: readonly { readonly cause: DueCause; readonly units: number }[];
  readonly bases: readonly Bilingual[];
  readonly due: { readonly first: string; readonly last: string } | null;
  readonly certificate: { readonly number: string; readonly isConditional: boolean } | null;
  /** Batches of paper that are finished. */
  readonly paper: readonly {
    readonly method: BatchMethod;
    readonly level: string | null;
    readonly place: 'on_site' | 'off_site';
    readonly operator: number;
    readonly witness: number | null;
  }[];
  readonly checks: { readonly passed: number; readonly total: number };
}

const nothing: Phrase = [];

/** The request to destroy a file of personal data: standard guideline on personal information protection, form 4. */
export function renderDestructionRequest(
  request: DestructionRequest,
  languages: readonly Language[],
  madeAt: string,
): Promise<Uint8Array> {
  const wording = createWording(languages);
  const title = wording.say('documents.request.title');
  const paper = new Paper({
    title: `${inOneLine(title)} ${request.number}`,
    author: request.office,
    subject: request.number,
    language: languages[0] ?? 'ko',
    createdAt: new Date(madeAt),
  });
  const mark = inOneLine(wording.say('documents.request.form_4'));
  paragraph(paper, [{ language: languages[0] ?? 'ko', text: mark }], styles.fine, { after: 10 });
  const [leading, ...others] = title;
  if (leading)
    paragraph(
      paper,
      [leading],
      { ...styles.title, size: 20, leading: 27 },
      { type: 'H1', after: 0, align: 'center' },
    );
  paragraph(paper, others, styles.heading, { after: 0, align: 'center' });
  paper.y += 12;
  formGrid(paper, rowsOf(request, wording));
  paper.y += 8;
  paragraph(paper, wording.say('documents.request.by_hand'), styles.fine);
  return paper.finish(() => {
    const { x, width } = paper.fullBox;
    paper.artifact(() => {
      paper.line(request.office, x, paper.bottom + 14, styles.fine);
      paper.line(request.number, x, paper.bottom + 14, styles.fine, 'right', width);
    });
  });
}

function rowsOf(request: DestructionRequest, wording: Wording): FormRow[] {
  const say = wording.say;
  const list = (names: readonly Bilingual[]) =>
    wording.each((language) => names.map((name) => name[language]).join(', '));
  const date = (on: string) => wording.each((language) => formatDate(on, language));
  const staff = (numbers: readonly number[]) =>
    numbers.length === 0
      ? nothing
      : wording.each((_, text) =>
          numbers.map((number) => text('register.audit.staff', { number })).join(', '),
        );
  const label = (name: FormLabel): FormBox => ({
    phrase: say(`documents.request.${name}`),
    isLabel: true,
    share: 0.18,
  });
  const one = (name: FormLabel, phrase: Phrase, minimum?: number): FormRow => ({
    boxes: [label(name), { phrase, share: 0.82 }],
    ...(minimum === undefined ? {} : { minimum }),
  });
  const two = (first: FormLabel, value: Phrase, second: FormLabel, other: Phrase): FormRow => ({
    boxes: [label(first), { phrase: value, share: 0.32 }, label(second), { phrase: other, share: 0.32 }],
  });
  const { request: asked, approvals, execution, certificate, checks, due, collected } = request;
  const approved = approvals.at(-1);
  const isElectronic = request.carriers.some(({ carrier }) => carrier === 'electronic');
  const isPaper = request.carriers.some(({ carrier }) => carrier === 'paper');
  const { paper } = request;
  const each = <Value>(values: readonly Value[]) => [...new Set(values)];
  const methods = wording.each((_, text) =>
    [
      ...(isElectronic ? [text('documents.request.method.electronic')] : []),
      ...(isPaper && paper.length === 0 ? [text('documents.request.method.paper')] : []),
      ...each(
        paper.map(({ method, level }) => text(`documents.request.method.${method}`, { level: level ?? '-' })),
      ),
    ].join(' '),
  );
  const places = wording.each((_, text) =>
    [
      ...(isElectronic ? [text('documents.request.place.electronic', { office: request.office })] : []),
      ...each(paper.map(({ place }) => text(`documents.request.place.${place}`))),
    ].join(', '),
  );
  const operators = each([
    ...(execution === null ? [] : [execution.staffNumber]),
    ...paper.map(({ operator }) => operator),
  ]);
  const performers = execution?.isByApplication
    ? wording.each((_, text) =>
        operators
          .map((number) => ({ number, staff: text('register.audit.staff', { number }) }))
          .map(({ number, staff: named }) =>
            number === execution.staffNumber
              ? text('documents.request.performed_by_application', { staff: named })
              : named,
          )
          .join(', '),
      )
    : staff(operators);
  const witnesses = each(paper.flatMap(({ witness }) => (witness === null ? [] : [witness])));
  return [
    two(
      'written_on',
      asked === null ? nothing : date(asked.on),
      'written_by',
      staff(asked === null ? [] : [asked.staffNumber]),
    ),
    one('file', list(request.files), 34),
    two(
      'created_on',
      collected === null
        ? nothing
        : collected.from === collected.through
          ? plain(collected.from).phrase
          : plain(`${collected.from} ~ ${collected.through}`).phrase,
      'handled_by',
      staff(request.handledBy),
    ),
    two(
      'work',
      list(request.purposes),
      'kept',
      wording.each((_, text) =>
        request.carriers
          .map(({ carrier, units }) =>
            text('register.report.material_count', {
              material: text(`register.report.carrier.${carrier}`),
              count: units,
            }),
          )
          .join(', '),
      ),
    ),
    one(
      'reason',
      wording.each((language, text) =>
        [
          request.causes
            .map(({ cause, units }) =>
              text('documents.request.cause', {
                cause: text(`destruction.cause.${cause === 'open' ? 'period_ends' : cause}`),
                count: units,
              }),
            )
            .join(', '),
          request.bases.map((basis) => basis[language]).join('; '),
        ]
          .filter((part) => part !== '')
          .join(' · '),
      ),
      48,
    ),
    one(
      'schedule',
      due === null
        ? nothing
        : say('documents.request.schedule.text', (language) => ({
            first: formatDate(due.first, language),
            done: execution === null ? '-' : formatDate(execution.on, language),
            state: execution === null ? 'open' : 'done',
          })),
    ),
    one(
      'remarks',
      certificate?.isConditional
        ? say('documents.request.remarks.conditional', { number: certificate.number })
        : nothing,
      44,
    ),
    two(
      'approved_on',
      approved === undefined ? nothing : date(approved.on),
      'approved_by',
      staff(approvals.map(({ staffNumber }) => staffNumber)),
    ),
    one('place', places),
    one('method', methods),
    two('performed_by', performers, 'witness', staff(witnesses)),
    one(
      'verification',
      checks.total === 0
        ? nothing
        : say('documents.request.verification.text', {
            passed: checks.passed,
            total: checks.total,
            number: certificate?.number ?? '-',
          }),
    ),
    one('backup', isElectronic ? say('documents.request.backup.text') : nothing),
    one('media', isElectronic ? say('documents.request.media.text') : nothing),
  ];
}

type FormLabel =
  | 'written_on'
  | 'written_by'
  | 'file'
  | 'created_on'
  | 'handled_by'
  | 'work'
  | 'kept'
  | 'reason'
  | 'schedule'
  | 'remarks'
  | 'approved_on'
  | 'approved_by'
  | 'place'
  | 'method'
  | 'performed_by'
  | 'witness'
  | 'verification'
  | 'backup'
  | 'media';
