import { armFault, type FaultAction } from '../../../main/storage/fault-point.ts';
import { staff, TestOffice } from '../../fixtures/office.ts';

/** Cards and ids that a prepared office is known by; handed to the process that is to be killed. */
export interface PreparedOffice {
  parent: string;
  clerkId: string;
  /** Of the kit in force, and of one that waits to be confirmed. */
  oldCards: { firstCard: string; secondCard: string };
  newCards: { firstCard: string; secondCard: string };
}

export const newPassword = 'an umbrella for tomorrow 3';
const { clerk, administrator } = staff;
const strongerLock = { memoryKibibytes: 128, passes: 1, parallelism: 1 };

/** One change of who may open the office, and what comes before it on the same desk. */
interface HolderDeed {
  before(office: TestOffice): Promise<unknown>;
  deed(office: TestOffice, prepared: PreparedOffice): Promise<unknown>;
}

const signedIn = ({ signInName, password }: { signInName: string; password: string }) => ({
  before: (office: TestOffice) => office.call('office.signIn', { signInName, password }),
});

export const holderDeeds: Readonly<Record<string, HolderDeed>> = {
  changePassword: {
    ...signedIn(clerk),
    deed: (office) => office.call('office.changePassword', { currentPassword: clerk.password, newPassword }),
  },
  strengthenLock: {
    before: async (office) => {
      office.argon2 = strongerLock;
    },
    deed: (office) =>
      office.call('office.signIn', { signInName: clerk.signInName, password: clerk.password }),
  },
  recover: {
    before: async () => undefined,
    deed: (office, { oldCards }) =>
      office.call('office.recover', { ...oldCards, signInName: clerk.signInName, newPassword }),
  },
  makeKit: {
    ...signedIn(administrator),
    deed: (office) => office.call('office.makeRecoveryKit', {}),
  },
  replaceKit: {
    ...signedIn(administrator),
    deed: (office, { newCards }) => office.call('office.confirmRecoveryKit', newCards),
  },
  removeUser: {
    ...signedIn(administrator),
    deed: (office, { clerkId }) => office.call('office.removeUser', { userId: clerkId }),
  },
  addUser: {
    ...signedIn(administrator),
    deed: (office) =>
      office.call('office.addUser', { ...clerk, signInName: 'somebody.new', displayName: 'N' }),
  },
  enableKeystore: {
    before: async (office) => {
      office.keystoreSecret = new Uint8Array(32).fill(7);
      await signedIn(administrator).before(office);
    },
    deed: (office) => office.call('office.enableKeystore', {}),
  },
};

/** Carries out a deed on a prepared office; `fault` strikes in the deed itself, not in what comes before it. */
export async function carryOut(name: string, prepared: PreparedOffice, strike: () => void): Promise<void> {
  const chosen = holderDeeds[name];
  if (chosen === undefined) throw new Error(`no deed ${name}`);
  const office = new TestOffice(prepared.parent);
  await chosen.before(office);
  strike();
  try {
    await chosen.deed(office, prepared);
  } finally {
    armFault(undefined);
    await office.restart();
  }
}

export function striking(point: { name: string; occurrence: number }, action: FaultAction): () => void {
  return () => armFault({ ...point, action });
}
