import { z } from 'zod';

/**
 * The storage medium a certificate speaks of, with the fields of NIST SP 800-88 r2 (2025), section 4.6. What nobody told is null:
 * a certificate says "unknown" rather than guess.
 */
export const mediumTypes = [
  'solid_state_drive',
  'hard_disk_drive',
  'usb_flash_drive',
  'memory_card',
  'optical_disc',
  'magnetic_tape',
  'virtual_disk',
  'other',
] as const;
export type MediumType = (typeof mediumTypes)[number];

/** As it stands on a label: visible ASCII and single spaces, so that there is no room for a story about somebody. */
const onLabel = z
  .string()
  .max(60)
  .regex(/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/u);

/** What somebody can read off the medium, or knows of it. */
export const mediumDescription = z.strictObject({
  manufacturer: onLabel.nullable(),
  model: onLabel.nullable(),
  serialNumber: onLabel.nullable(),
  /** The organisation's own number for it. */
  propertyNumber: onLabel.nullable(),
  mediumType: z.enum(mediumTypes).nullable(),
  /** The computer it came from, as the organisation calls it. */
  source: onLabel.nullable(),
  /** Confidentiality of what it held before, as the organisation categorises (FIPS 199). */
  categorization: z.enum(['low', 'moderate', 'high']).nullable(),
});
export type MediumDescription = z.infer<typeof mediumDescription>;
export type MediumField = keyof MediumDescription;
export const mediumFields = [
  'manufacturer',
  'model',
  'serialNumber',
  'propertyNumber',
  'mediumType',
  'source',
  'categorization',
] as const satisfies readonly MediumField[];

export const unknownMedium: MediumDescription = {
  manufacturer: null,
  model: null,
  serialNumber: null,
  propertyNumber: null,
  mediumType: null,
  source: null,
  categorization: null,
};

/** A medium on a certificate: what is known of it, who told it, and what was done to the medium itself. */
export const certifiedMedium = mediumDescription.extend({
  /** Which fields the operating system told; the others were entered in the office. */
  toldBySystem: z.array(z.enum(mediumFields)).max(mediumFields.length),
  /** Of the medium as a whole: destroying the keys of records on a medium that goes on in use is none of the three. */
  method: z.enum(['none', 'clear', 'purge', 'destroy']),
  destination: z.enum(['stays_in_use', 'destroyed', 'unknown']),
});
export type CertifiedMedium = z.infer<typeof certifiedMedium>;

/** What the office entered goes before what the operating system tells: a person reads the label, the system what a controller says. */
export function describedMedium(
  entered: MediumDescription,
  told: Partial<MediumDescription>,
): Pick<CertifiedMedium, MediumField | 'toldBySystem'> {
  const toldBySystem = mediumFields.filter(
    (field) => entered[field] === null && (told[field] ?? null) !== null,
  );
  return { ...unknownMedium, ...told, ...withoutNulls(entered), toldBySystem };
}

function withoutNulls(entered: MediumDescription): Partial<MediumDescription> {
  return Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== null));
}
