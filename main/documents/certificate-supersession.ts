import type { DestructionContent } from '../../shared/domain/register/certificate.ts';
import type { Supersession } from '../../shared/domain/register/supersession.ts';
import type { CertificateLayout, LayoutSection } from './certificate-layout.ts';
import { timeIn } from './certificate-parts.ts';
import { plain } from './paper-blocks.ts';
import type { Wording } from './wording.ts';

/** What a correction says beside what every certificate of its kind says. */
export function withSupersession(
  wording: Wording,
  { supersedes, timeZone }: Pick<DestructionContent, 'supersedes' | 'timeZone'>,
  layout: CertificateLayout,
): CertificateLayout {
  if (supersedes === null) return layout;
  const last = layout.sections.length - 1;
  return {
    ...layout,
    notices: [supersessionNotice(wording, supersedes), ...layout.notices],
    // Before the evidence, which stays the last.
    sections: layout.sections.toSpliced(last, 0, supersessionSection(wording, supersedes, timeZone)),
  };
}

/** At the top of a correction: that, and of which certificate. */
function supersessionNotice(
  wording: Wording,
  { number, reason }: Supersession,
): CertificateLayout['notices'][number] {
  return {
    title: wording.say('documents.supersession.title', { number }),
    text: wording.say('documents.supersession.text', { number, reason }),
  };
}

/** What is different, value by value, and who says so. */
function supersessionSection(
  wording: Wording,
  { number, digest, issuedAt, changes, by }: Supersession,
  timeZone: string,
): LayoutSection {
  return {
    heading: wording.say('documents.supersession.heading'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: wording.say('documents.supersession.member'), share: 0.34 },
          { header: wording.say('documents.supersession.before'), share: 0.33 },
          { header: wording.say('documents.supersession.after'), share: 0.33 },
        ],
        rows: changes.map(({ member, before, after }) => [
          { ...plain(member), style: 'code' },
          plain(inWords(before)),
          plain(inWords(after)),
        ]),
      },
      {
        kind: 'facts',
        rows: [
          {
            label: wording.say('documents.supersession.superseded'),
            value: wording.each((_, text) => text('documents.certificate.number', { number })),
          },
          { label: wording.say('documents.certificate.issued'), value: timeIn(wording, issuedAt, timeZone) },
          {
            label: wording.say('documents.supersession.digest'),
            value: plain(digest).phrase,
          },
          {
            label: wording.say('documents.supersession.by'),
            value: wording.each((_, text) =>
              [
                text('documents.certificate.staffNumber', { number: by.user.staffNumber }),
                by.user.roles.map((role) => text(`documents.role.${role}`)).join(', '),
                text('documents.certificate.signedWith', { key: by.publicKey.slice(0, 12) }),
              ].join(' · '),
            ),
          },
          { label: wording.say('documents.supersession.signature'), value: plain(by.signature).phrase },
        ],
      },
    ],
  };
}

/** A value as the data has it; text without its quotation marks, and a dash where there is none. */
function inWords(value: string | null): string {
  if (value === null || value === 'null') return '–';
  const parsed: unknown = JSON.parse(value);
  return typeof parsed === 'string' ? parsed : value;
}
