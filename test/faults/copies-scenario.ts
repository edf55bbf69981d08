import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { armFault, type FaultAction, recordFaultPoints } from '../../main/storage/fault-point.ts';
import type { Answer } from '../../shared/contract/answer.ts';
import { backupPaths } from '../fixtures/copies.ts';
import { staff, TestOffice } from '../fixtures/office.ts';

/**
 * What copies go through, each with the disk or the power failing at any moment of it. In `parent`: the office, a disk with
 * backups, a medium with keys, and `machine`, where there is no office yet.
 */
export const scenarioNames = ['backup', 'removal', 'keys', 'refresh', 'restore'] as const;
export type CopiesScenario = (typeof scenarioNames)[number];

export interface Fault {
  readonly name: string;
  readonly occurrence: number;
  readonly action: FaultAction;
}

export const places = (parent: string) => ({
  backups: join(parent, 'backups'),
  keys: join(parent, 'keys'),
  otherKeys: join(parent, 'other-keys'),
  machine: join(parent, 'machine'),
});

/** Everything before the fault: whoever does it is signed in, so that only the deed itself is at risk. */
async function prepare(scenario: CopiesScenario, parent: string) {
  const { backups, keys, otherKeys, machine } = places(parent);
  mkdirSync(machine, { recursive: true });
  const where = scenario === 'restore' ? machine : parent;
  const office = new TestOffice(where, '2026-05-05T01:00:00.000Z');
  if (scenario === 'restore') {
    const folders = { backupFolder: backups, keysFolder: keys };
    const [backupPath = ''] = existsSync(join(machine, 'office', 'holders'))
      ? ['']
      : await backupPaths(office, folders);
    const { signInName, password } = staff.administrator;
    const input = { backupPath, keysFolder: keys, signInName, password };
    return { office, channel: 'office.restore', input } as const;
  }
  const desk = office.as('administrator');
  const listed = await desk.call('office.listBackups', {});
  const inputs = {
    backup: { channel: 'office.backUp', input: { folder: backups } },
    removal: {
      channel: 'office.closeKnownCopy',
      input: { copyId: listed.backups[0]?.copyId, how: 'destroyed' },
    },
    keys: { channel: 'office.registerVaultMedium', input: { folder: otherKeys, name: 'second' } },
    refresh: { channel: 'office.refreshVaultMedium', input: { copyId: listed.vaultCopies[0]?.copyId } },
  } as const;
  return { office, ...inputs[scenario] };
}

/** Carries out one scenario in this process, with or without a fault. */
export async function carryOut(
  scenario: CopiesScenario,
  parent: string,
  fault?: Fault,
): Promise<{ answer: Answer; points: string[] }> {
  const { office, channel, input } = await prepare(scenario, parent);
  const stop = recordFaultPoints();
  armFault(fault);
  try {
    const answer = await office.answer(channel, input);
    return { answer, points: stop() };
  } finally {
    armFault(undefined);
    stop();
    await office.restart();
  }
}
