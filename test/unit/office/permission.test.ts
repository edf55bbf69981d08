import { describe, expect, it } from 'vitest';
import { channelNames, contract } from '../../../shared/contract/contract.ts';
import {
  mayDo,
  type Permission,
  permissions,
  permissionsOf,
  permissionsOfRole,
  type Role,
  roles,
} from '../../../shared/domain/office/permission.ts';

const yes = true;
const no = false;

/** Written out by hand, cell by cell: whoever changes the permission table has to change it here too, and say why. */
const columns: Record<
  Exclude<Permission, 'retention.open_separated'>,
  Record<Exclude<Role, 'custodian'>, boolean>
> = {
  'collection.read_forms': { clerk: yes, reviewer: yes, operator: no, auditor: yes, administrator: yes },
  'collection.publish_forms': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: yes },
  'collection.capture': { clerk: yes, reviewer: no, operator: no, auditor: no, administrator: no },
  'collection.attach': { clerk: yes, reviewer: no, operator: no, auditor: no, administrator: no },
  'collection.read_people': { clerk: yes, reviewer: no, operator: no, auditor: no, administrator: no },
  'collection.withdraw': { clerk: yes, reviewer: no, operator: no, auditor: no, administrator: no },
  'collection.read_requests': { clerk: yes, reviewer: yes, operator: no, auditor: yes, administrator: no },
  'collection.handle_requests': { clerk: yes, reviewer: no, operator: no, auditor: no, administrator: no },
  'collection.import': { clerk: yes, reviewer: no, operator: no, auditor: no, administrator: no },
  'collection.export': { clerk: yes, reviewer: no, operator: no, auditor: no, administrator: no },
  'collection.export_sensitive': {
    clerk: no,
    reviewer: yes,
    operator: no,
    auditor: no,
    administrator: no,
  },
  'provision.read': { clerk: yes, reviewer: yes, operator: no, auditor: yes, administrator: no },
  'provision.record': { clerk: yes, reviewer: no, operator: no, auditor: no, administrator: no },
  'provision.read_recipients': { clerk: yes, reviewer: yes, operator: no, auditor: yes, administrator: yes },
  // Whoever publishes forms names the third parties on them.
  'provision.manage_recipients': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: yes },
  'retention.read': { clerk: no, reviewer: yes, operator: no, auditor: yes, administrator: yes },
  'retention.manage_rules': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: yes },
  'retention.record_events': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: no },
  'retention.hold': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: no },
  'retention.confirm_clock': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: no },
  'paper.read': { clerk: yes, reviewer: yes, operator: yes, auditor: yes, administrator: no },
  'paper.register': { clerk: yes, reviewer: no, operator: no, auditor: no, administrator: no },
  // Operators pull what an order names.
  'paper.move': { clerk: yes, reviewer: no, operator: yes, auditor: no, administrator: no },
  'paper.take_inventory': { clerk: yes, reviewer: no, operator: no, auditor: no, administrator: no },
  'destruction.read': { clerk: no, reviewer: yes, operator: yes, auditor: yes, administrator: no },
  'destruction.propose': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: no },
  'destruction.approve': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: no },
  // Whoever approves names who stands in; whoever gives roles does it for somebody who is away already.
  'destruction.delegate': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: yes },
  'destruction.manage_machines': {
    clerk: no,
    reviewer: yes,
    operator: no,
    auditor: no,
    administrator: no,
  },
  'destruction.execute': { clerk: no, reviewer: no, operator: yes, auditor: no, administrator: no },
  'register.read_certificates': { clerk: no, reviewer: yes, operator: yes, auditor: yes, administrator: yes },
  // What two people stand for: who asks and who approves is kept apart in each removal.
  'register.manage_evidence': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: yes },
  'register.read_audit_log': { clerk: no, reviewer: yes, operator: no, auditor: yes, administrator: yes },
  'register.correct_certificates': { clerk: no, reviewer: yes, operator: no, auditor: no, administrator: no },
  'office.read_users': { clerk: no, reviewer: yes, operator: no, auditor: yes, administrator: yes },
  'office.manage_users': { clerk: no, reviewer: no, operator: no, auditor: no, administrator: yes },
  'office.read_copies': { clerk: no, reviewer: yes, operator: no, auditor: yes, administrator: yes },
  'office.manage_copies': { clerk: no, reviewer: no, operator: no, auditor: no, administrator: yes },
  'office.manage_keys': { clerk: no, reviewer: no, operator: no, auditor: no, administrator: yes },
};

/** All that a custodian may, and what nobody else may. */
const custodian: readonly Permission[] = [
  'collection.read_forms',
  'collection.read_people',
  'collection.read_requests',
  'collection.handle_requests',
  'provision.read',
  'retention.open_separated',
];

const expected: Readonly<Record<string, Readonly<Record<string, boolean>>>> = Object.fromEntries(
  Object.entries({
    ...columns,
    'retention.open_separated': { clerk: no, reviewer: no, operator: no, auditor: no, administrator: no },
  }).map(([name, row]) => [name, { ...row, custodian: custodian.some((held) => held === name) }]),
);

describe.each(permissions)('%s', (permission) => {
  it.each(roles)('%s', (role) => {
    expect(mayDo([role], permission)).toBe(expected[permission]?.[role]);
    expect(permissionsOf([role]).includes(permission)).toBe(expected[permission]?.[role]);
  });
});

it('the table above names every permission and every role, and no other', () => {
  expect(Object.keys(expected).sort()).toEqual([...permissions].sort());
  expect(Object.keys(permissionsOfRole).sort()).toEqual([...roles].sort());
  for (const row of Object.values(expected)) expect(Object.keys(row).sort()).toEqual([...roles].sort());
});

it('every permission guards a channel, and every guarded channel can be used by some role', () => {
  const guarding = new Set<string>(channelNames.map((name) => contract[name].access));
  // What is retained separately has no channel of its own: the gate asks for it, whichever channel comes to it.
  expect(permissions.filter((permission) => !guarding.has(permission))).toEqual(['retention.open_separated']);
  for (const permission of permissions) {
    expect(roles.filter((role) => mayDo([role], permission)).length, permission).toBeGreaterThan(0);
  }
});

it('no single role can both ask for or approve a destruction and carry it out', () => {
  for (const role of roles) {
    const executes = mayDo([role], 'destruction.execute');
    expect(executes && mayDo([role], 'destruction.propose'), role).toBe(false);
    expect(executes && mayDo([role], 'destruction.approve'), role).toBe(false);
  }
});

it('whoever manages users sees no personal data, and whoever only checks changes nothing', () => {
  expect(mayDo(['administrator'], 'collection.read_people')).toBe(false);
  for (const name of channelNames) {
    const { access, effect } = contract[name];
    if (access === 'anyone' || access === 'signed_in' || effect !== 'write') continue;
    expect([name, mayDo(['auditor'], access)]).toEqual([name, false]);
  }
});

it('several roles together may do what any of them may, in the order of the list', () => {
  expect(permissionsOf([])).toEqual([]);
  const held = permissionsOf(['operator', 'clerk']);
  expect(held).toEqual(permissions.filter((one) => expected[one]?.operator || expected[one]?.clerk));
  expect(permissionsOf(['clerk', 'operator', 'clerk'])).toEqual(held);
});
