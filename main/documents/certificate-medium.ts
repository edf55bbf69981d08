import { type CertifiedMedium, mediumFields } from '../../shared/domain/register/storage-medium.ts';
import type { Text } from '../../shared/text/messages.ts';
import type { Block } from './certificate-layout.ts';
import type { Fact } from './paper-blocks.ts';
import type { Wording } from './wording.ts';

/** The fields of NIST SP 800-88 r2, section 4.6, that speak of the medium. What nobody told says so. */
export function mediumFacts(wording: Wording, media: readonly CertifiedMedium[]): Block {
  return { kind: 'facts', rows: media.flatMap((medium) => factsOf(wording, medium)) };
}

function factsOf(wording: Wording, medium: CertifiedMedium): Fact[] {
  const known = mediumFields.filter((field) => medium[field] !== null);
  const unknown = mediumFields.filter((field) => medium[field] === null);
  const said = (text: Text, field: (typeof mediumFields)[number]): string => {
    const value = medium[field] ?? '';
    if (field === 'mediumType' && medium.mediumType !== null)
      return text(`documents.medium.type.${medium.mediumType}`);
    if (field === 'categorization' && medium.categorization !== null)
      return text(`documents.medium.categorization.${medium.categorization}`);
    return value;
  };
  return [
    {
      label: wording.say('documents.medium.identification'),
      value: wording.each((_, text) =>
        [
          ...known.map((field) =>
            text('documents.medium.fact', {
              name: text(`documents.medium.${field}`),
              value: said(text, field),
            }),
          ),
          ...(unknown.length === 0
            ? []
            : [
                text('documents.medium.unknown', {
                  names: unknown.map((field) => text(`documents.medium.${field}`)).join(', '),
                }),
              ]),
        ].join(' '),
      ),
    },
    {
      label: wording.say('documents.medium.treatment'),
      value: wording.each((_, text) =>
        [
          text(`documents.medium.method.${medium.method}`),
          text(`documents.medium.destination.${medium.destination}`),
          ...(medium.toldBySystem.length === 0
            ? []
            : [
                text('documents.medium.toldBySystem', {
                  names: medium.toldBySystem.map((field) => text(`documents.medium.${field}`)).join(', '),
                }),
              ]),
        ].join(' '),
      ),
    },
  ];
}
