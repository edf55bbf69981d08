import { describe, expect, it } from 'vitest';
import { renderCertificate } from '../../../main/documents/certificate.ts';
import { certificateContentSchema, sealCertificate } from '../../../shared/domain/register/certificate.ts';
import type { CompletionContent } from '../../../shared/domain/register/completion.ts';
import { exampleContent, exampleId, sealExample, sha256 } from '../documents/example-certificate.ts';
import { readPdf } from '../documents/read-pdf.ts';

function example(): CompletionContent {
  const conditional = sealExample(exampleContent(3, true));
  const { content } = conditional;
  return {
    format: 'ashbook-certificate/1',
    kind: 'completion',
    number: '2026-0018',
    office: content.office,
    issuedAt: '2026-04-01T02:00:00.000Z',
    timeZone: 'Asia/Seoul',
    completes: {
      number: content.number,
      digest: conditional.digest,
      issuedAt: content.issuedAt,
      order: { id: content.order.id, number: content.order.number },
      units: 3,
    },
    copies: [
      {
        kind: 'vault_copy',
        reference: 'KC-0003',
        ended: 'refreshed',
        endedAt: '2026-03-30T02:00:00.000Z',
        epoch: 44,
        reportedBy: null,
      },
      {
        kind: 'print',
        reference: 'KC-0004',
        ended: 'destroyed',
        endedAt: '2026-04-01T01:59:00.000Z',
        epoch: null,
        reportedBy: { id: exampleId('clerk'), staffNumber: 3, roles: ['administrator'] },
      },
    ],
    tool: { name: 'Ashbook', version: '0.1.0' },
    audit: content.audit,
  };
}

function reasons(change: (content: CompletionContent) => void): string[] {
  const content = example();
  change(content);
  return certificateContentSchema.safeParse(content).error?.issues.map((issue) => issue.message) ?? [];
}

describe('a completion', () => {
  it('agrees with itself', () => {
    expect(reasons(() => undefined)).toEqual([]);
    expect(reasons((content) => (content.completes.number = content.number))).toEqual(['completes_itself']);
    expect(reasons((content) => (content.completes.issuedAt = '2026-05-01T00:00:00.000Z'))).toEqual([
      'completed_before_issued',
    ]);
    expect(reasons((content) => content.copies.push(...content.copies.slice(0, 1)))).toEqual([
      'copy_listed_twice',
    ]);
    expect(
      reasons((content) => {
        for (const copy of content.copies.slice(1)) copy.ended = 'refreshed';
      }),
    ).toEqual(['epoch_misstated', 'only_keys_are_refreshed']);
    expect(
      reasons((content) => {
        for (const copy of content.copies.slice(1)) copy.endedAt = '2026-04-01T02:00:01.000Z';
      }),
    ).toEqual(['ended_after_completion']);
    expect(reasons((content) => (content.copies = []))).toHaveLength(1);
    expect(reasons((content) => Object.assign(content.copies[1] ?? {}, { how: 'lost' }))).toHaveLength(1);
  });

  it.each([['en'], ['ko'], ['ko', 'en']] as const)('prints all of it in %s %s', async (...languages) => {
    const { digest, signature, publicKey } = sealExample(exampleContent(1));
    const envelope = sealCertificate(example(), {
      sha256,
      sign: () => Buffer.from(signature, 'base64'),
      publicKey: Buffer.from(publicKey, 'base64'),
    });
    expect(envelope.digest).not.toBe(digest);
    const pdf = await readPdf(await renderCertificate(envelope, { languages: [...languages] }));
    const all = pdf.text.join('');
    for (const said of [
      '2026-0018',
      '2026-0017',
      'KC-0003',
      'KC-0004',
      example().completes.digest,
      envelope.digest,
    ]) {
      expect(all).toContain(said);
    }
  });
});
