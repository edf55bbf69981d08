import { cpSync } from 'node:fs';
import { insertUnit } from '../../main/retention/unit-dates.ts';
import { exampleRule } from '../fixtures/consent.ts';
import { emptyTestOffice } from '../fixtures/office.ts';
import { people } from './prepared-desk.ts';

/** Monday at noon in Seoul. */
export const monday = '2026-11-23T03:00:00.000Z';

/** A class of records of which many fall due: how many, since when, and for which reason. */
export interface Heap {
  readonly name: { en: string; ko: string };
  readonly count: number;
  readonly collectedOn: string;
  readonly obligedByLaw?: boolean;
  readonly period?: string;
}

export const heaps: readonly Heap[] = [
  { name: { en: 'Visitor cards', ko: '방문증' }, count: 320, collectedOn: '2025-11-20' },
  {
    name: { en: 'Delivery slips', ko: '배송 전표' },
    count: 150,
    collectedOn: '2025-11-16',
    obligedByLaw: true,
  },
  { name: { en: 'Event applications', ko: '행사 신청서' }, count: 60, collectedOn: '2025-10-01' },
];

/**
 * Fills a data folder with the office of prepared-desk.ts and with records that belong to nobody: all that a review looks at, and made
 * in a second where consents would take minutes.
 */
export function officeWithHeaps(
  given: readonly Heap[] = heaps,
  at = monday,
): (dataFolder: string) => Promise<void> {
  return async (dataFolder) => {
    const office = emptyTestOffice(at);
    try {
      await office.call('office.create', {
        officeName: 'Haneul Clinic',
        timeZone: 'Asia/Seoul',
        jurisdiction: 'korea',
        language: 'en',
        cipher: 'aegis',
        administrator: people.clerk,
        secondUser: people.asker,
      });
      await office.call('office.addUser', people.approver);
      await office.call('office.addUser', people.operator);
      const { database } = office.storage;
      const officeId = database.value<string>('SELECT id FROM office') ?? '';
      for (const { name, count, collectedOn, obligedByLaw = false, period = 'P1Y' } of given) {
        const content = exampleRule({ name, period, obligedByLaw });
        const { ruleVersionId } = await office.call('retention.addRule', { content });
        database.transaction(() => {
          for (let made = 0; made < count; made += 1) {
            insertUnit(database, {
              id: crypto.randomUUID(),
              officeId,
              personId: null,
              consentId: null,
              purposeId: null,
              ruleVersionId,
              collectedOn,
              sealed: null,
            });
          }
        });
      }
      await office.call('office.signOut', {});
      await office.restart();
      cpSync(office.folder, dataFolder, { recursive: true });
    } finally {
      await office.remove();
    }
  };
}
