import qrcode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { renderCertificate } from '../../../main/documents/certificate.ts';
import { compactDesign } from '../../../main/documents/paper-design.ts';
import { qrMatrix } from '../../../main/documents/qr-code.ts';
import { certificateReference } from '../../../shared/domain/register/certificate.ts';
import { createText, type MessageKey } from '../../../shared/text/messages.ts';
import { exampleCertificate, exampleContent, exampleId, sealExample } from './example-certificate.ts';
import { readPdf, withoutSpace } from './read-pdf.ts';

const sections: MessageKey[] = [
  'documents.certificate.done',
  'documents.certificate.verified',
  'documents.certificate.notVerified',
  'documents.certificate.notCovered',
];
const alwaysSaid: MessageKey[] = [
  'documents.certificate.title',
  ...sections,
  'documents.certificate.check.database_key_superseded',
  'documents.certificate.check.counts_match',
  'documents.certificate.notVerified.physical_media',
  'documents.certificate.notVerified.swap_and_hibernation',
  'documents.certificate.notCovered.copies_never_registered',
  'documents.certificate.notCovered.flash_superseded_key_blocks',
  'documents.certificate.technique.text',
  'documents.certificate.requester',
  'documents.certificate.approver',
  'documents.certificate.operator',
  'documents.certificate.officer',
];

async function read(units: number, languages: readonly ('en' | 'ko')[], conditional = false) {
  const envelope = exampleCertificate(units, conditional);
  const bytes = await renderCertificate(envelope, { languages });
  return { envelope, bytes, pdf: await readPdf(bytes) };
}

describe('the printed certificate', () => {
  it.each([
    { languages: ['en'] as const },
    { languages: ['ko'] as const },
    { languages: ['ko', 'en'] as const },
  ])('says everything in $languages, as text that can be searched', async ({ languages }) => {
    const { envelope, pdf } = await read(1, languages);
    const all = pdf.text.join('');
    for (const language of languages) {
      const text = createText(language);
      for (const key of alwaysSaid) expect(all, key).toContain(withoutSpace(text(key)));
      const places = sections.map((key) => all.indexOf(withoutSpace(text(key)), all.indexOf('Asia/Seoul')));
      expect(places).toEqual([...places].sort((first, second) => first - second));
    }
    for (const code of [
      envelope.digest,
      envelope.signature,
      envelope.publicKey,
      envelope.content.unitsRoot,
      envelope.content.order.digest,
      envelope.content.audit.root,
      envelope.content.units[0]?.unitId ?? 'missing',
    ]) {
      expect(all).toContain(code);
    }
    expect(pdf.language).toBe(languages[0]);
    expect(pdf.title).toContain(envelope.content.number);
  });

  it('speaks only the language it was asked for', async () => {
    const korean = (await read(1, ['ko'])).pdf.text.join('');
    const english = (await read(1, ['en'])).pdf.text.join('');
    expect(korean).not.toContain(withoutSpace(createText('en')('documents.certificate.title')));
    expect(english).not.toContain(withoutSpace(createText('ko')('documents.certificate.title')));
    expect(english).not.toContain('확인');
  });

  it('dates in the office’s own time zone', async () => {
    const { pdf } = await read(1, ['ko', 'en']);
    expect(pdf.text[0]).toContain('2026년3월5일14:12:44(Asia/Seoul)');
    expect(pdf.text[0]).toContain('5March2026,14:12:44(Asia/Seoul)');
  });

  it('is tagged for screen readers: headings, tables, the QR code with a description', async () => {
    const { pdf } = await read(1, ['en']);
    expect(pdf.tagged).toBe(true);
    for (const role of ['Document', 'H1', 'H2', 'Sect', 'Table', 'TR', 'TH', 'TD', 'Figure']) {
      expect(pdf.structure).toContain(role);
    }
  });

  it('says at the top that it is conditional, and lists what is outstanding', async () => {
    const { envelope, pdf } = await read(3, ['en'], true);
    const first = pdf.text[0] ?? '';
    const conditional = first.indexOf('Conditional');
    expect(conditional).toBeGreaterThan(0);
    expect(conditional).toBeLessThan(first.indexOf('Thisofficecertifies'));
    expect(first).toContain('Thiscertificateisconditional.');
    const all = pdf.text.join('');
    for (const copy of [...envelope.content.keyCopies.outstanding, ...envelope.content.knownCopies]) {
      expect(all).toContain(copy.reference);
    }
    const unconditional = (await read(3, ['en'])).pdf.text.join('');
    expect(unconditional).not.toContain('conditional');
    expect(unconditional).toContain('Allrotated');
  });

  it('never claims more than it knows', async () => {
    for (const language of ['en', 'ko'] as const) {
      const all = (await read(1, [language])).pdf.text.join('').toLowerCase();
      for (const claim of [
        'unrecoverable',
        'irrecoverable',
        'permanently',
        'guarantee',
        '복구불가',
        '복원불가',
        '완전히',
        '영구',
      ]) {
        expect(all).not.toContain(claim);
      }
    }
  });

  it('numbers every page, with number and short digest', async () => {
    const { envelope, pdf } = await read(40, ['en']);
    expect(pdf.pages).toBe(2);
    pdf.text.forEach((text, index) => {
      expect(text).toContain(`Page${index + 1}of2`);
      expect(text).toContain(`No.${envelope.content.number}`);
      expect(text).toContain(envelope.digest.slice(0, 16));
    });
  });

  it.each([
    { units: 1, conditional: true, languages: ['en'] as const, pages: 1 },
    { units: 1, conditional: true, languages: ['ko'] as const, pages: 1 },
    { units: 4, conditional: false, languages: ['en'] as const, pages: 1 },
    { units: 4, conditional: false, languages: ['ko'] as const, pages: 1 },
    // The two sides of one sheet.
    { units: 4, conditional: true, languages: ['ko', 'en'] as const, pages: 2 },
  ])(
    'a small order is one page: $units units in $languages',
    async ({ units, conditional, languages, pages }) => {
      expect((await read(units, languages, conditional)).pdf.pages).toBe(pages);
    },
  );

  it('lists the units of a small order in the page and of a larger one in an annex', async () => {
    const small = await read(4, ['en']);
    const large = await read(40, ['en']);
    expect(small.pdf.text.join('')).not.toContain('Annex:');
    expect(large.pdf.text.at(-1)).toContain('Annex:unitsdestroyed');
    for (const { envelope, pdf } of [small, large]) {
      const all = pdf.text.join('');
      for (const unit of envelope.content.units) expect(all).toContain(unit.unitId);
    }
  });

  it('gives the same bytes for the same certificate', async () => {
    const envelope = exampleCertificate(9, true);
    const [first, second] = await Promise.all([
      renderCertificate(envelope, { languages: ['ko', 'en'] }),
      renderCertificate(structuredClone(envelope), { languages: ['ko', 'en'] }),
    ]);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(Buffer.from(first).toString('latin1')).toContain('D:20260305051244Z');
  });

  it('carries number and digest in a QR code of vectors', async () => {
    const { envelope, pdf } = await read(1, ['en']);
    const { modules } = qrcode.create(certificateReference(envelope), { errorCorrectionLevel: 'M' });
    const { qrSide: side, margin } = compactDesign(1);
    const cell = side / modules.size;
    const left = 595.28 - margin.right - side;
    // Where the head of a page that was set a little smaller begins.
    const top = Math.min(...pdf.rectangles.filter(({ x }) => x > left - 0.1).map(({ y }) => y));
    const drawn = Array.from({ length: modules.size }, () => new Array<number>(modules.size).fill(0));
    for (const { x, y, width, height } of pdf.rectangles) {
      if (x < left - 0.1 || y < top - 0.1 || Math.abs(height - cell) > 0.01) continue;
      const row = drawn[Math.round((y - top) / cell)];
      row?.fill(1, Math.round((x - left) / cell), Math.round((x + width - left) / cell));
    }
    expect(drawn.flat()).toEqual(Array.from(modules.data, Number));
    const matrix = qrMatrix(certificateReference(envelope));
    expect([matrix.size, matrix.dark(0, 0), matrix.dark(1, 1)]).toEqual([modules.size, true, false]);
  });

  it('stays small with ten thousand units', async () => {
    const envelope = exampleCertificate(10_000);
    const bytes = await renderCertificate(envelope, { languages: ['ko'] });
    expect(bytes.length).toBeLessThan(5_000_000);
    const pdf = await readPdf(bytes);
    expect(pdf.pages).toBeGreaterThan(100);
    expect(pdf.text.at(-1)).toContain(envelope.content.units.at(-1)?.unitId ?? 'missing');
    expect(pdf.text[100]).toContain('기록단위');
  });

  it('keeps the longest allowed texts inside the margins', async () => {
    const content = exampleContent(30, true);
    content.office.name = '가나다라마바사아자차카타파하'.repeat(15).slice(0, 200);
    content.units.forEach((unit, index) => {
      unit.ruleVersionId = exampleId(`long rule ${index}`);
      unit.category = { en: 'W'.repeat(120), ko: '긴 분류 이름 '.repeat(20).slice(0, 119) };
      unit.basis = { en: 'A very long basis '.repeat(20).slice(0, 199), ko: '법'.repeat(200) };
    });
    const [approval] = content.order.approvals;
    if (!approval) throw new Error('the example has an approval');
    content.order.approvals = Array.from({ length: 10 }, (_, index) => ({
      ...approval,
      user: {
        id: exampleId(`approver ${index}`),
        staffNumber: 100_000 + index,
        roles: ['clerk', 'reviewer', 'operator', 'auditor', 'administrator'],
      },
    }));
    for (const finding of content.verification) finding.compared = { something_else: 'x'.repeat(128) };
    content.knownCopies = Array.from({ length: 60 }, () => ({
      kind: 'provided_to_recipient',
      reference: 'P'.repeat(60),
      since: '2025-01-01',
    }));
    const pdf = await readPdf(await renderCertificate(sealExample(content), { languages: ['ko', 'en'] }));
    expect(pdf.extent.left).toBeGreaterThanOrEqual(40 - 0.5);
    expect(pdf.extent.right).toBeLessThanOrEqual(595.28 - 40 + 0.5);
    expect(pdf.extent.bottom).toBeGreaterThan(15);
    expect(pdf.extent.top).toBeLessThan(842 - 28);
    expect(pdf.text.join('')).toContain('x'.repeat(128));
  });

  it('refuses languages that make no document', () => {
    const envelope = exampleCertificate(1);
    expect(() => renderCertificate(envelope, { languages: [] })).toThrow(RangeError);
    expect(() => renderCertificate(envelope, { languages: ['ko', 'ko'] })).toThrow(RangeError);
  });
});
