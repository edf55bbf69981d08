import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  certificateContentSchema,
  certificateEnvelopeSchema,
  certificateIsAuthentic,
  certificateReference,
  type ElectronicContent,
  orderLeaves,
  unitLeaf,
  unitsRoot,
} from '../../../shared/domain/register/certificate.ts';
import { fromHexadecimal, toHexadecimal } from '../../../shared/domain/register/hexadecimal.ts';
import {
  inclusionProof,
  nodesInMemory,
  verifyInclusion,
} from '../../../shared/domain/register/merkle-tree.ts';
import {
  exampleCertificate,
  exampleContent,
  exampleId,
  sha256,
  verifyBytes,
} from '../documents/example-certificate.ts';

/** The messages of every reason why a changed example is refused. */
function reasons(change: (content: ElectronicContent) => void, conditional = false): string[] {
  const content = exampleContent(3, conditional);
  change(content);
  return certificateContentSchema.safeParse(content).error?.issues.map((issue) => issue.message) ?? [];
}

describe('the certificate', () => {
  it('is signed over its canonical JSON, whatever the order of its members', () => {
    const envelope = exampleCertificate(3);
    expect(certificateIsAuthentic(envelope, { sha256, verify: verifyBytes })).toBe(true);
    const shuffled = certificateEnvelopeSchema.parse(
      JSON.parse(
        JSON.stringify({
          ...envelope,
          content: Object.fromEntries(Object.entries(envelope.content).reverse()),
        }),
      ),
    );
    expect(certificateIsAuthentic(shuffled, { sha256, verify: verifyBytes })).toBe(true);
    expect(certificateReference(envelope)).toBe(`ashbook:certificate:2026-0017:${envelope.digest}`);
  });

  it('is not authentic once anything in it changed', () => {
    const envelope = exampleCertificate(3);
    const by = { sha256, verify: verifyBytes };
    const changed = { ...envelope, content: { ...envelope.content, number: '2026-0018' } };
    expect(certificateIsAuthentic(changed, by)).toBe(false);
    const other = exampleCertificate(2);
    expect(certificateIsAuthentic({ ...envelope, signature: other.signature }, by)).toBe(false);
    expect(certificateIsAuthentic({ ...other, signature: envelope.signature }, by)).toBe(false);
  });

  it('cannot be issued for anything but a completely verified destruction', () => {
    expect(reasons(() => undefined)).toEqual([]);
    expect(
      reasons((content) => {
        for (const finding of content.verification.slice(0, 1)) finding.result = 'unknown';
      }),
    ).toEqual(['verification_incomplete']);
    expect(
      reasons((content) => {
        const first = content.verification[0];
        if (first) content.verification[1] = { ...first };
      }),
    ).toEqual(['verification_incomplete']);
  });

  it('keeps requester, approver and operator apart', () => {
    expect(reasons((content) => (content.order.operator.user.id = content.order.requester.user.id))).toEqual([
      'duties_not_separated',
    ]);
  });

  describe('of a destruction that the application began by itself', () => {
    const window = {
      weekdays: [3],
      from: '22:00',
      to: '06:00',
      whenMissed: 'at_start' as const,
      unattended: false,
    };
    // Signed on Wednesday morning in Seoul; the window opens at 13:00 UTC and ends at 21:00.
    const scheduled = (content: ElectronicContent) => {
      const { operator } = content.order;
      operator.at = '2026-03-04T00:00:00.000Z';
      operator.scheduled = { window, timeZone: 'Asia/Seoul', validThrough: '2026-03-05' };
      content.method.startedAt = '2026-03-04T13:00:07.000Z';
      content.method.byApplication = {
        occasion: 'in_window',
        windowOpenedAt: '2026-03-04T13:00:00.000Z',
        desk: 'locked',
      };
    };
    const changed = (change: (content: ElectronicContent) => void) =>
      reasons((content) => {
        scheduled(content);
        change(content);
      });

    it('says what its operator signed, and both or neither', () => {
      expect(reasons(scheduled)).toEqual([]);
      expect(changed((content) => delete content.method.byApplication)).toEqual(['schedule_incomplete']);
      expect(changed((content) => delete content.order.operator.scheduled)).toEqual(['schedule_incomplete']);
    });

    it.each<[string, (content: ElectronicContent) => unknown, string]>([
      [
        'in a window that opened before it was signed',
        ({ order }) => (order.operator.at = '2026-03-04T13:00:01.000Z'),
        'schedule_does_not_cover',
      ],
      [
        'after its last day',
        ({ order: { operator } }) => {
          if (operator.scheduled) operator.scheduled.validThrough = '2026-03-03';
        },
        'schedule_does_not_cover',
      ],
      [
        'in a window there is none of',
        ({ method }) => {
          if (method.byApplication) method.byApplication.windowOpenedAt = '2026-03-04T12:00:00.000Z';
        },
        'schedule_does_not_cover',
      ],
      [
        'before the window opened',
        ({ method }) => (method.startedAt = '2026-03-04T12:59:59.000Z'),
        'begun_outside_window',
      ],
      [
        'after it was over',
        ({ method }) => (method.startedAt = '2026-03-04T21:00:00.000Z'),
        'begun_outside_window',
      ],
      [
        'as made up for, while it was open',
        ({ method }) => {
          if (method.byApplication) method.byApplication.occasion = 'caught_up';
        },
        'begun_outside_window',
      ],
      [
        'with nobody signed in, where that is not allowed',
        ({ method }) => {
          if (method.byApplication) method.byApplication.desk = 'nobody';
        },
        'not_allowed_unattended',
      ],
    ])('does not begin %s', (_, change, reason) => {
      expect(changed((content) => void change(content))).toEqual([reason]);
    });

    it('may be made up for afterwards only where the office had said so', () => {
      const late = (whenMissed: 'at_start' | 'next_window') =>
        changed(({ order: { operator }, method }) => {
          if (operator.scheduled === undefined || method.byApplication === undefined) return;
          operator.scheduled = { ...operator.scheduled, window: { ...window, whenMissed } };
          method.byApplication.occasion = 'caught_up';
          method.startedAt = '2026-03-05T00:00:00.000Z';
        });
      expect(late('at_start')).toEqual([]);
      expect(late('next_window')).toEqual(['begun_outside_window']);
    });
  });

  it('must say that it is conditional while copies of older keys are outstanding, and only then', () => {
    expect(reasons((content) => (content.conditional = false), true)).toEqual(['condition_misstated']);
    expect(reasons((content) => (content.conditional = true))).toEqual(['condition_misstated']);
    expect(reasons((content) => (content.keyCopies.allRotated = true), true)).toEqual([
      'key_copies_contradict',
    ]);
  });

  it('agrees with itself about units, epochs and times', () => {
    expect(reasons((content) => (content.counts.units = 4))).toEqual(['units_miscounted']);
    expect(
      reasons((content) => {
        const first = content.units[0];
        if (first) content.units[1] = { ...first };
      }),
    ).toEqual(['unit_listed_twice']);
    expect(reasons((content) => (content.method.epochAfter = 41))).toEqual(['epoch_not_advanced']);
    expect(reasons((content) => (content.method.finishedAt = '2026-03-04T00:00:00.000Z'))).toEqual([
      'finished_before_started',
    ]);
  });

  it('has no room for personal data: strict objects, bounded texts, and no field that names a person', () => {
    const schema: unknown = z.toJSONSchema(certificateEnvelopeSchema);
    const names = new Set<string>();
    const free: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
        expect('additionalProperties' in node && node.additionalProperties, path).toBe(false);
        for (const name of Object.keys(node.properties)) names.add(name);
      }
      if ('type' in node && node.type === 'string') {
        const bounded = ['enum', 'const', 'maxLength', 'pattern', 'format'].some((limit) => limit in node);
        if (!bounded) free.push(path);
      }
      for (const [key, value] of Object.entries(node)) visit(value, `${path}/${key}`);
    };
    visit(schema, '');
    expect(free).toEqual([]);
    const personal = /displayName|signInName|person(?!al)|phone|telephone|mail|address|birth|guardian/iu;
    expect([...names].filter((name) => personal.test(name))).toEqual([]);
    expect(reasons((content) => Object.assign(content.order.requester.user, { name: 'x' }))).not.toEqual([]);
    expect(reasons((content) => (content.order.requester.user.id = 'not an id'))).not.toEqual([]);
  });

  it('lets a person who kept the receipt show that their record is among the destroyed, and nobody else', () => {
    const ids = Array.from({ length: 21 }, (_, index) => exampleId(`person ${index}`));
    const codeOf = (id: string): string => toHexadecimal(sha256(new TextEncoder().encode(id))).slice(0, 40);
    const leaves = orderLeaves(ids.map((id) => unitLeaf(sha256, id, codeOf(id))));
    expect(leaves.map(toHexadecimal)).toEqual(leaves.map(toHexadecimal).sort());
    const root = fromHexadecimal(unitsRoot(sha256, [...leaves].reverse()));
    for (const id of ids) {
      const leafHash = unitLeaf(sha256, id, codeOf(id));
      const index = leaves.findIndex((leaf) => toHexadecimal(leaf) === toHexadecimal(leafHash));
      const proof = inclusionProof(sha256, nodesInMemory(sha256, leaves), index, leaves.length);
      expect(verifyInclusion(sha256, { leafHash, index, size: leaves.length, proof, root })).toBe(true);
      const guessed = unitLeaf(sha256, id, codeOf('another'));
      expect(verifyInclusion(sha256, { leafHash: guessed, index, size: leaves.length, proof, root })).toBe(
        false,
      );
    }
    expect(() => unitLeaf(sha256, exampleId('person'), 'short')).toThrow(TypeError);
  });
});
