import { jurisdiction } from '../../shared/domain/retention/retention-rule.ts';
import type { OfficeFacts } from '../context.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';

interface OfficeRecord {
  id: string;
  name: string;
  time_zone: string;
  jurisdiction: string;
  notes_key_id: string;
}

export function readOfficeFacts(storage: OfficeStorage): OfficeFacts {
  const row = storage.database.get<OfficeRecord>(
    'SELECT id, name, time_zone, jurisdiction, notes_key_id FROM office',
  );
  if (row === undefined) throw new Error('an office without its row');
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    jurisdiction: jurisdiction.parse(row.jurisdiction),
    cipher: storage.marker.cipher,
    notesKeyId: row.notes_key_id,
  };
}
