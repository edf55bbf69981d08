import {
  type CertifiedMedium,
  describedMedium,
  type MediumDescription,
  mediumDescription,
  unknownMedium,
} from '../../shared/domain/register/storage-medium.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { readMediumFacts } from '../storage/disk-facts.ts';

interface DescriptionRecord {
  description: string;
  describedAt: string;
}

/** The medium the office's records lie on, as somebody entered it last and as the operating system tells it. */
export const storageMediumHandlers: Pick<
  Handlers<'register'>,
  'register.getStorageMedium' | 'register.describeStorageMedium'
> = {
  'register.getStorageMedium': ({ database, session }) => {
    const record = latest(database);
    return {
      entered: record === undefined ? unknownMedium : readDescription(record),
      told: toldBySystem(session.requireOpen().storage.folder),
      describedAt: record?.describedAt ?? null,
    };
  },

  'register.describeStorageMedium': (context, description) => {
    const { database, clock, actor, office } = context;
    const id = context.newId();
    database.run(
      `INSERT INTO storage_medium_descriptions (id, office_id, sequence, description, described_at, described_by)
       VALUES (?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM storage_medium_descriptions), ?, ?, ?)`,
      [id, office.id, JSON.stringify(description), instantText(clock.now()), actor.id],
    );
    context.audit('register.storage_medium_described', { descriptionId: id });
    return {};
  },
};

/** For a certificate: the medium goes on in use, so that nothing is claimed of it as a whole. */
export function mediumForCertificate(database: ReadDatabase, folder: string): CertifiedMedium {
  const record = latest(database);
  const entered = record === undefined ? unknownMedium : readDescription(record);
  return {
    ...describedMedium(entered, toldBySystem(folder)),
    method: 'none',
    destination: 'stays_in_use',
  };
}

/** What the system says that a certificate can carry; anything else counts as not told. */
function toldBySystem(folder: string): MediumDescription {
  const told = mediumDescription.safeParse({ ...unknownMedium, ...readMediumFacts(folder) });
  return told.success ? told.data : unknownMedium;
}

function latest(database: ReadDatabase): DescriptionRecord | undefined {
  return database.get<DescriptionRecord>(
    'SELECT description, described_at AS describedAt FROM storage_medium_descriptions ORDER BY sequence DESC LIMIT 1',
  );
}

function readDescription({ description }: DescriptionRecord): MediumDescription {
  return mediumDescription.parse(JSON.parse(description));
}
