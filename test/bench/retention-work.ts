import { Temporal } from 'temporal-polyfill';
import { systemClock } from '../../main/clock.ts';
import { RuleReader } from '../../main/retention/rule-reader.ts';
import { sweepUnits } from '../../main/retention/sweep.ts';
import { insertUnit } from '../../main/retention/unit-dates.ts';
import { rememberMoment } from '../../main/scheduler/clock-guard.ts';
import { readMarker } from '../../main/storage/office-folder.ts';
import { type OfficeStorage, openOffice } from '../../main/storage/office-storage.ts';
import { findHolderByName } from '../../main/storage/password-holder.ts';
import { passwordOf } from './bench-people.ts';
import { atDesk } from './office-work.ts';
import { eachTimeAsync, peakMemory, processorTime, timed } from './stopwatch.ts';

export interface SweepTimes {
  /** Every record has to be touched: all fell due since the office was last open, half of them to be kept apart. */
  readonly full: number;
  readonly fullProcessor: number;
  /** Nothing has to be touched. */
  readonly idle: number;
  /** So many fall due on the day. */
  readonly incremental: number;
  readonly peak: number;
}

/** How many fall due in an incremental sweep, whatever else there is. */
export const fallingDue = 1000;

/** Sweeps an office of so many records, which belong to nobody: only the dates matter to a sweep. */
export async function measureSweep(officeFolder: string, units: number): Promise<SweepTimes> {
  const holderId = findHolderByName(officeFolder, readMarker(officeFolder), 'reviewer');
  if (holderId === undefined) throw new Error('no such holder');
  const office = await openOffice(officeFolder, holderId, passwordOf('reviewer'));
  try {
    const { database, vault } = office;
    const today = Temporal.Now.plainDateISO('Asia/Seoul');
    const tomorrow = today.add({ days: 1 });
    const sweep = (on: Temporal.PlainDate) =>
      database.transaction(() => sweepUnits({ database, vault, clock: systemClock }, on.toString()));
    database.transaction(() => rememberMoment(database, systemClock));
    sweep(today);
    // The office has been closed for longer than the records have been due.
    database.run('UPDATE days_swept SET swept_through = ?', [today.subtract({ years: 2 }).toString()]);
    keepUnits(office, units, today);
    const before = processorTime();
    let changed = 0;
    const full = timed(() => {
      changed = sweep(today);
    });
    const fullProcessor = processorTime() - before;
    if (changed < units) throw new Error('the sweep left something out');
    keepUnits(office, fallingDue, tomorrow);
    const idle = timed(() => sweep(today));
    const incremental = timed(() => {
      changed = sweep(tomorrow);
    });
    if (changed < fallingDue) throw new Error('the sweep left something out');
    return { full, fullProcessor, idle, incremental, peak: peakMemory() };
  } finally {
    office.close();
  }
}

/** Half under a rule that rests on consent alone, half under one that a law obliges to. The first of them fall due on the day given. */
function keepUnits(office: OfficeStorage, count: number, dueOn: Temporal.PlainDate): void {
  const { database } = office;
  const officeId = database.value<string>('SELECT id FROM office') ?? '';
  const rules = new RuleReader(database);
  const versions = database
    .all<{ id: string }>('SELECT applied_version_id AS id FROM retention_rules')
    .map(({ id }) => rules.version(id))
    .filter(({ content }) => content.trigger === 'collected' && content.counting === 'day');
  const consented = versions.find(({ content }) => !content.obligedByLaw);
  const obliged = versions.find(({ content }) => content.obligedByLaw);
  if (consented === undefined || obliged === undefined)
    throw new Error('the starting rules have no such rules');
  database.transaction(() => {
    for (let place = 0; place < count; place += 1) {
      const { ruleVersionId, content } = place % 2 === 0 ? consented : obliged;
      const collectedOn = dueOn
        .subtract(Temporal.Duration.from(content.period))
        .subtract({ days: 1 + (count > fallingDue ? place % 365 : 0) });
      insertUnit(
        database,
        {
          id: crypto.randomUUID(),
          officeId,
          personId: null,
          consentId: null,
          purposeId: null,
          ruleVersionId,
          collectedOn: collectedOn.toString(),
          sealed: null,
        },
        rules,
      );
    }
  });
}

export interface BulkTimes {
  readonly list: number;
  readonly propose: number;
  readonly approve: number;
  readonly extend: number;
}

/** What a reviewer does with many at once, through the bridge: units that are due are listed, put on an order and approved. */
export function measureBulk(officeFolder: string, count: number): Promise<BulkTimes> {
  return atDesk(officeFolder, async ({ call, signIn }) => {
    await signIn('reviewer');
    const unitIds: string[] = [];
    const once = async (work: () => Promise<unknown>) => (await eachTimeAsync(1, work))[0] ?? Number.NaN;
    const list = await once(async () => {
      for (let offset = 0; unitIds.length < count; offset += 500) {
        const { units } = await call('retention.listUnits', { show: 'due', limit: 500, offset });
        if (units.length === 0) throw new Error('too few are due');
        unitIds.push(...units.map((unit) => unit.unitId).slice(0, count - unitIds.length));
      }
    });
    let order = { orderId: '', digest: '' };
    const propose = await once(async () => {
      const { orderId, digest } = await call('destruction.proposeOrder', { unitIds });
      order = { orderId, digest };
    });
    await signIn('approver');
    const approve = await once(() => call('destruction.approveOrder', order));
    await call('destruction.rejectOrder', order);
    const { today } = await call('office.status', {});
    const until = Temporal.PlainDate.from(today ?? '')
      .add({ days: 90 })
      .toString();
    const { extensionId } = await call('retention.proposeExtension', { unitIds, until, reason: 'bench' });
    await signIn('reviewer');
    const extend = await once(() => call('retention.decideExtension', { extensionId, decision: 'approve' }));
    return { list, propose, approve, extend };
  });
}
