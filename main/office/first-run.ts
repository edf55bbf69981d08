import { Temporal } from 'temporal-polyfill';
import type { NewUser } from '../../shared/contract/office.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { startingRules } from '../../shared/domain/retention/starting-rules.ts';
import { instantText } from '../clock.ts';
import type { Handler } from '../context.ts';
import { appendAuditEntry } from '../register/audit-log.ts';
import { beginEvidenceRules } from '../register/evidence-rule.ts';
import { beginRecordClass } from '../retention/retention-rule.ts';
import { createOffice, type OfficeStorage } from '../storage/office-storage.ts';
import { requireAcceptablePassword } from './password-rating.ts';
import { storedPreferences } from './session.ts';
import { insertUser } from './user.ts';

/** Creates the office with its first two people and signs the administrator in. */
export const createFirstOffice: Handler<'office.create'> = async (context, input) => {
  const { session, clock } = context;
  if (session.hasOffice) throw new Refusal('office_exists');
  if (!isTimeZone(input.timeZone)) throw new Refusal('time_zone_unknown', { field: 'timeZone' });
  const { administrator, secondUser } = input;
  if (!administrator.roles.includes('administrator')) {
    throw new Refusal('administrator_role_missing', { field: 'administrator.roles' });
  }
  if (sameName(administrator.signInName, secondUser.signInName)) {
    throw new Refusal('sign_in_name_taken', { field: 'secondUser.signInName' });
  }
  requireAcceptablePassword(administrator, 'administrator.password');
  requireAcceptablePassword(secondUser, 'secondUser.password');

  const createdAt = instantText(clock.now());
  const people = [administrator, secondUser].map((user) => ({ ...user, holderId: context.newId() }));
  const preferences = { ...session.preferences, language: input.language };
  const storage = await createOffice(session.folder, {
    cipher: input.cipher,
    createdAt,
    preferences: storedPreferences(preferences),
    argon2: session.argon2,
    holders: people.map(({ holderId, signInName, password }) => ({ holderId, signInName, password })),
    populate: (created) => populate(created),
  });
  session.seat(storage, storage.holder);
  session.setPreferences(preferences);
  await context.afterOpening();
  return session.status();

  function populate(created: OfficeStorage): void {
    const { database, vault, marker } = created;
    database.run(
      'INSERT INTO office (id, name, time_zone, jurisdiction, notes_key_id, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      [marker.officeId, input.officeName, input.timeZone, input.jurisdiction, vault.addDataKey(), createdAt],
    );
    appendAuditEntry(database, clock, {
      code: 'office.created',
      actor: null,
      about: { officeId: marker.officeId, jurisdiction: input.jurisdiction, cipher: input.cipher },
    });
    for (const person of people) addPerson(created, person);
    for (const content of startingRules(input.jurisdiction)) {
      beginRecordClass(database, {
        ruleId: context.newId(),
        ruleVersionId: context.newId(),
        recordClassId: context.newId(),
        officeId: marker.officeId,
        content,
        createdAt,
        createdBy: null,
        approvedBy: null,
      });
    }
    const { officeId } = marker;
    beginEvidenceRules(database, { officeId, jurisdiction: input.jurisdiction, createdAt }, context.newId);
  }

  function addPerson(created: OfficeStorage, person: NewUser & { holderId: string }): void {
    const holder = created.holders().find((candidate) => candidate.holderId === person.holderId);
    if (holder === undefined) throw new Error('a user without a holder');
    const staffNumber = insertUser(created.database, created.vault, {
      ...person,
      id: person.holderId,
      holder,
      createdAt,
    });
    appendAuditEntry(created.database, clock, {
      code: 'office.user_added',
      actor: null,
      about: { userId: person.holderId, newStaffNumber: staffNumber, roles: person.roles.join(' ') },
    });
  }
};

function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    // Fixed offsets are accepted by Temporal but know no daylight saving; an office lies in a named zone.
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}

export function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').toLowerCase();
  return plain(one) === plain(other);
}
