import { describe, expect, it } from 'vitest';
import { renderCertificate } from '../../../main/documents/certificate.ts';
import {
  certificateContentSchema,
  electronicContentOf,
  type PaperContent,
  unitIdsOf,
} from '../../../shared/domain/register/certificate.ts';
import { checkEvidence } from '../../../shared/domain/register/evidence-check.ts';
import { printedWords } from '../../../shared/domain/register/evidence-words.ts';
import { batchIsSigned } from '../../../shared/domain/register/paper-certificate.ts';
import { exampleId, hash, sha256, verifyBytes } from '../documents/example-certificate.ts';
import {
  exampleMixedContent,
  examplePaperContent,
  examplePartContent,
  sealPaper,
  signedBatch,
} from '../documents/example-paper-certificate.ts';
import { readPdf, withoutSpace } from '../documents/read-pdf.ts';

function reasons(change: (content: PaperContent) => void, content = examplePaperContent()): string[] {
  change(content);
  return certificateContentSchema.safeParse(content).error?.issues.map((issue) => issue.message) ?? [];
}

function first(content: PaperContent) {
  const [batch] = content.paper.batches;
  if (batch === undefined) throw new Error('the example has a batch');
  return batch;
}

describe('a certificate of paper', () => {
  it('agrees with itself, alone and beside electronic records', () => {
    expect(reasons(() => undefined)).toEqual([]);
    expect(certificateContentSchema.safeParse(exampleMixedContent()).error?.issues ?? []).toEqual([]);
  });

  it.each<[string, (content: PaperContent) => void, string]>([
    ['a unit that no batch destroyed', (content) => content.paper.batches.pop(), 'units_and_batches_differ'],
    [
      'a unit in two batches',
      (content) =>
        content.paper.batches.push(signedBatch({ ...first(content).facts, id: exampleId('again') })),
      'unit_destroyed_twice',
    ],
    [
      'a batch of another order',
      (content) => (first(content).facts.order.digest = hash('another')),
      'batch_of_another_order',
    ],
    [
      'an operator who approved',
      (content) => {
        const [approval] = content.order.approvals;
        if (approval !== undefined) approval.user.id = exampleId('operator');
      },
      'duties_not_separated',
    ],
    [
      'a witness who approved',
      (content) => {
        const [approval] = content.order.approvals;
        if (approval !== undefined) approval.user.id = exampleId('witness');
      },
      'duties_not_separated',
    ],
    [
      'a witness who is not the one named',
      (content) => (first(content).facts.witnessId = exampleId('x')),
      'signed_by_another',
    ],
    [
      'a level below what a unit needs',
      (content) => (first(content).facts.levelNeeded = 'P-4'),
      'level_needed_understated',
    ],
    [
      'an operator for whom somebody approved',
      (content) => {
        const [approval] = content.order.approvals;
        if (approval !== undefined)
          approval.onBehalfOf = { id: exampleId('operator'), staffNumber: 7, roles: ['operator'] };
      },
      'duties_not_separated',
    ],
    [
      'a witness for whom somebody approved',
      (content) => {
        const [approval] = content.order.approvals;
        if (approval !== undefined)
          approval.onBehalfOf = { id: exampleId('witness'), staffNumber: 9, roles: ['clerk'] };
      },
      'duties_not_separated',
    ],
    [
      'a container given by somebody who did not have it',
      (content) => {
        const [handOver] = content.paper.custody;
        if (handOver !== undefined) content.paper.custody.push(handOver);
      },
      'custody_broken',
    ],
    ['a count that is not the list’s', (content) => (content.paper.counts.boxes = 3), 'units_miscounted'],
    [
      'a unit destroyed and left out',
      (content) => content.paper.leftOut.push({ unitId: exampleId('paper 0'), reason: 'held' }),
      'unit_left_out_and_destroyed',
    ],
    [
      'a vendor that certified nothing',
      (content) => {
        const vendor = content.paper.batches[1]?.facts.vendor;
        if (vendor) vendor.certificate = null;
      },
      'vendor_did_not_certify',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(reasons(change)).toContain(message);
  });

  it.each<[string, (content: PaperContent) => void, string]>([
    ['nothing', () => undefined, ''],
    [
      'a part that is counted as a folder',
      (content) => (content.paper.counts.folders += 1),
      'units_miscounted',
    ],
    ['parts that are not counted', (content) => delete content.paper.counts.parts, 'units_miscounted'],
    [
      'something masked in a machine',
      (content) => {
        const part = content.paperUnits[3]?.paper.part;
        if (part !== undefined) part.way = 'cut_out';
      },
      'part_by_other_means',
    ],
    [
      'a part of what is destroyed as a whole',
      (content) => {
        const part = content.paperUnits[3]?.paper.part;
        if (part !== undefined) part.wholeId = exampleId('paper 2');
      },
      'part_of_what_is_destroyed',
    ],
    [
      'something masked with a machine',
      (content) => {
        const facts = content.paper.batches[2]?.facts;
        if (facts !== undefined) facts.machine = first(content).facts.machine;
      },
      'machine_or_vendor',
    ],
    [
      'something left over of masking',
      (content) => {
        const facts = content.paper.batches[2]?.facts;
        if (facts !== undefined) facts.residue = 'recycled';
      },
      'outcome_of_another_method',
    ],
  ])('with a part contradicts itself by %s', (_, change, code) => {
    const found = reasons(change, examplePartContent());
    if (code === '') expect(found).toEqual([]);
    else expect(found).toContain(code);
  });

  it.each([['en'], ['ko']] as const)('says of a part what went and what stays, in %s', async (language) => {
    const envelope = sealPaper(examplePartContent());
    const pdf = await readPdf(await renderCertificate(envelope, { languages: [language] }));
    const text = withoutSpace(pdf.text.join(' '));
    const say = (words: string) => expect(text).toContain(withoutSpace(words));
    if (language === 'en') {
      say('Masked on 3 sheets: Resident registration number and Address');
      say('120 sheets, on which the rest can still be read');
      say('4 units of paper (2 boxes, 1 folder, 1 part of a record, 1,206 sheets)');
      say('Masked by hand, on site.');
    } else {
      say('3매에서 마스킹: 주민등록번호');
      say('120매, 지우지 않은 내용은 그대로 있음');
      say('종이 기록 4건(상자 2개, 철 1개, 기록의 일부분 1건, 1,206매)');
      say('수작업 마스킹, 사무소 안.');
    }
  });

  it('a batch counts only as it was signed', () => {
    const tools = { sha256, verify: verifyBytes };
    const batch = first(examplePaperContent());
    expect(batchIsSigned(batch, tools)).toBe(true);
    expect(batchIsSigned({ ...batch, facts: { ...batch.facts, residue: 'buried' } }, tools)).toBe(false);
    const { operator, witness } = batch;
    if (witness === null) throw new Error('the example has a witness');
    expect(batchIsSigned({ ...batch, operator: witness }, tools)).toBe(false);
    const older = { ...operator, user: { ...operator.user, staffNumber: 8 } };
    expect(batchIsSigned({ ...batch, operator: older }, tools)).toBe(false);
  });

  it('says what it says of electronic records as an electronic one does', () => {
    const mixed = exampleMixedContent();
    const { content } = { content: electronicContentOf(sealPaper(mixed)) };
    expect(certificateContentSchema.safeParse(content).success).toBe(true);
    expect(content.units).toEqual(mixed.units);
    expect(unitIdsOf(mixed)).toHaveLength(6);
  });

  it.each([['paper'], ['mixed']] as const)(
    'the %s one is accepted by the verifier, and prints every word it is checked by',
    async (kind) => {
      const envelope = kind === 'paper' ? sealPaper(examplePaperContent()) : sealPaper(exampleMixedContent());
      const pdf = await readPdf(await renderCertificate(envelope, { languages: ['ko', 'en'] }));
      const text = withoutSpace(pdf.text.join(' '));
      for (const word of printedWords(envelope)) expect(text).toContain(word);
      const { checks } = checkEvidence([{ name: 'c.pdf', value: JSON.parse(JSON.stringify(envelope)) }], {
        sha256,
        verify: verifyBytes,
      });
      const results = new Map(checks.map(({ code, result }) => [code, result]));
      expect(results.get('certificate_shape')).toBe('pass');
      expect(results.get('certificate_digest')).toBe('pass');
      expect(results.get('certificate_signature')).toBe('pass');
      expect(results.get('certificate_batches')).toBe('pass');
      // Signed but not by whom it names: the example's deeds are invented.
      expect(results.get('certificate_deeds')).toBe('fail');
    },
  );
});
