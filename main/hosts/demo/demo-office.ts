import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../../shared/domain/office/permission.ts';
import { startBridge } from '../../bridge.ts';
import { demoUsersFile } from '../../office/demo-users.ts';
import { type Caller, callerOf } from './contract-caller.ts';
import {
  captureEverybody,
  publishForms,
  publishMembershipAnew,
  type Trace,
  withdrawSome,
} from './demo-collection.ts';
import { type DestroyedOrder, destroyDue } from './demo-destruction.ts';
import { fillArchive } from './demo-paper.ts';
import { destroyPaper } from './demo-paper-destruction.ts';
import { entrustAndProvide } from './demo-provision.ts';
import { randomFrom } from './invented-people.ts';

export interface DemoUser {
  readonly signInName: string;
  readonly displayName: string;
  readonly roles: Role[];
  readonly password: string;
}

/** Everybody a destruction needs, and then some. The passwords are made up and shown to whoever opens the demonstration. */
export const demoUsers: readonly [DemoUser, DemoUser, ...DemoUser[]] = [
  {
    signInName: 'admin',
    displayName: 'Han Areum',
    roles: ['administrator'],
    password: 'paper-lantern-admin-7',
  },
  {
    signInName: 'clerk',
    displayName: 'Kim Dohyun',
    roles: ['clerk', 'custodian'],
    password: 'ink-harbour-clerk-4',
  },
  {
    signInName: 'reviewer',
    displayName: 'Lee Soyeon',
    roles: ['reviewer'],
    password: 'quiet-ledger-review-2',
  },
  {
    signInName: 'approver',
    displayName: 'Park Jihoon',
    roles: ['reviewer'],
    password: 'second-signature-oak-9',
  },
  {
    signInName: 'operator',
    displayName: 'Choi Mina',
    roles: ['operator'],
    password: 'cedar-furnace-operate-5',
  },
  { signInName: 'auditor', displayName: 'Anna Weber', roles: ['auditor'], password: 'glass-archive-audit-3' },
];

export interface DemoOptions {
  readonly people: number;
  readonly seed: number;
  /** `all` that is due, or `some`, so that there is still something to review, approve and carry out. */
  readonly destroy: 'all' | 'some';
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

export interface DemoOffice {
  readonly officeFolder: string;
  readonly counts: Record<string, number>;
  readonly orders: DestroyedOrder[];
  readonly epoch: number;
  /** Strings that stand in one place each: gone with what was destroyed, or still there, sealed. */
  readonly markers: { destroyed: string[]; kept: string[] };
}

/** What every scene works with. */
export interface Story {
  readonly call: Caller;
  readonly people: number;
  readonly seed: number;
  readonly random: () => number;
  /** Today in the office's time zone. */
  readonly today: string;
  readonly traces: Trace[];
  signIn(signInName: string): Promise<void>;
  tell(step: string, done: number, total: number): void;
}

/**
 * Fills a new office in `folder/office` through the contract, as people at the desk would: forms, consents, withdrawals, review,
 * approval by a second person, destruction, certificates.
 */
export async function createDemoOffice(folder: string, options: DemoOptions): Promise<DemoOffice> {
  const officeFolder = join(folder, 'office');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, demoUsersFile),
    JSON.stringify(demoUsers.map(({ signInName, password, roles }) => ({ signInName, password, roles }))),
  );
  const bridge = await startBridge({ dataFolder: officeFolder, demo: true });
  const forget = bridge.on((event) => {
    if (event.event === 'progress') options.onProgress?.(event.step, event.done, event.total);
  });
  try {
    const call = callerOf(bridge);
    const story: Story = {
      call,
      people: options.people,
      seed: options.seed,
      random: randomFrom(options.seed + 1),
      today: await foundOffice(call),
      traces: [],
      signIn: async (signInName) => {
        const user = demoUsers.find((candidate) => candidate.signInName === signInName);
        await call('office.signIn', { signInName, password: user?.password ?? '' });
      },
      tell: (step, done, total) => options.onProgress?.(step, done, total),
    };
    await story.signIn('reviewer');
    const forms = await publishForms(story);
    await story.signIn('clerk');
    const consents = await captureEverybody(story, forms);
    const standing = await withdrawSome(story, consents);
    await entrustAndProvide(story, standing, forms);
    await fillArchive(story);
    await story.signIn('reviewer');
    await publishMembershipAnew(story, forms);
    const orders = [
      ...(await destroyDue(story, options.destroy)),
      ...(await destroyPaper(story, options.destroy)),
    ];
    const summary = await summarise(story);
    await call('office.signOut', {});
    return { officeFolder, orders, ...summary };
  } finally {
    forget();
    await bridge.close();
  }
}

async function foundOffice(call: Caller): Promise<string> {
  const [administrator, secondUser, ...others] = demoUsers;
  const status = await call('office.create', {
    officeName: '가람 지점 · Garam Branch',
    timeZone: 'Asia/Seoul',
    jurisdiction: 'korea',
    language: 'en',
    cipher: 'aegis',
    administrator,
    secondUser,
  });
  for (const user of others) await call('office.addUser', user);
  if (status.today === null) throw new Error('a new office has no date');
  return status.today;
}

async function summarise(story: Story): Promise<Pick<DemoOffice, 'counts' | 'epoch' | 'markers'>> {
  const { call, traces } = story;
  const destroyed = new Set<string>();
  for (let offset = 0; ; offset += 500) {
    const { units } = await call('retention.listUnits', { show: 'destroyed', limit: 500, offset });
    for (const unit of units) destroyed.add(unit.unitId);
    if (units.length < 500) break;
  }
  const isGone = (trace: Trace) => [...trace.units].every((unit) => destroyed.has(unit));
  const home = await call('office.home', {});
  const { epoch } = await call('office.status', {});
  const { people, consents, forms, activeUnits, separatedUnits, dueUnits, heldUnits, certificates, vendors } =
    home;
  return {
    counts: {
      inventedPeople: story.people,
      people,
      consents,
      forms,
      activeUnits,
      separatedUnits,
      dueUnits,
      heldUnits,
      destroyedUnits: destroyed.size,
      certificates,
      vendors,
    },
    epoch: epoch ?? 0,
    markers: {
      destroyed: traces.filter(isGone).map((trace) => trace.text),
      kept: traces.filter((trace) => !isGone(trace)).map((trace) => trace.text),
    },
  };
}
