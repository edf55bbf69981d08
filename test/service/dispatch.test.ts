import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { handlers } from '../../main/handlers.ts';
import { type ChannelName, channelNames, contract } from '../../shared/contract/contract.ts';
import { errorCodes, fieldProblems } from '../../shared/contract/error-codes.ts';
import { mayDo, type Role, roles } from '../../shared/domain/office/permission.ts';
import { badInputsOf, exampleOf, readInputSchema } from '../fixtures/contract-input.ts';
import {
  emptyTestOffice,
  openTestOffice,
  type StaffMember,
  staff,
  type TestOffice,
} from '../fixtures/office.ts';
import { filesOf, writtenIn } from '../fixtures/written.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await office.remove();
});

const guarded = channelNames.filter((name) => contract[name].access !== 'anyone');
const signIn = (who: StaffMember) => office.as(who).call('office.home', {});
const schemasOf = async () => {
  const { channels } = await office.call('contract.describe', {});
  return new Map(channels.map((channel) => [channel.channel, channel]));
};

describe('who is asking', () => {
  it.each(guarded)('%s answers nobody who has not signed in, whatever they send', async (name) => {
    for (const input of [{}, undefined, { unexpected: 1 }]) {
      expect(await office.refused(name, input)).toEqual({
        code: 'signed_out',
        key: 'error.signed_out',
        params: {},
      });
    }
  });

  it('nothing is answered or written behind the lock', async () => {
    await office.as('reviewer').call('office.lock', {});
    const before = writtenIn(office);
    for (const name of guarded) {
      for (const input of [{}, undefined]) {
        expect([name, (await office.refused(name, input)).code]).toEqual([name, 'locked']);
      }
    }
    expect(writtenIn(office)).toEqual(before);
  });

  it.each(roles)('a %s is refused exactly what the role does not allow', async (role: Role) => {
    await signIn(role);
    const before = writtenIn(office);
    const answered: ChannelName[] = [];
    for (const name of guarded) {
      const { access } = contract[name];
      // No input is good enough for any channel, so nothing is carried out: only the order of the checks is seen.
      const { code } = await office.refused(name, undefined);
      const allowed = access === 'signed_in' || (access !== 'anyone' && mayDo([role], access));
      expect([name, code]).toEqual([name, allowed ? 'invalid_input' : 'forbidden']);
      if (allowed) answered.push(name);
    }
    expect(answered.length).toBeGreaterThan(3);
    expect(answered.length).toBeLessThan(guarded.length);
    expect(writtenIn(office)).toEqual(before);
  });

  it('every channel is of use to somebody', () => {
    for (const name of guarded) {
      const { access } = contract[name];
      if (access === 'signed_in' || access === 'anyone') continue;
      expect(
        roles.filter((role) => mayDo([role], access)),
        name,
      ).not.toEqual([]);
    }
  });
});

describe('what is asked', () => {
  /** Somebody who may call the channel; nobody for those that anyone may. */
  const allowed = (name: ChannelName): StaffMember => {
    const { access } = contract[name];
    if (access === 'anyone' || access === 'signed_in') return 'auditor';
    const role = roles.find((candidate) => mayDo([candidate], access));
    if (role === undefined) throw new Error('nobody may call it');
    return role;
  };

  it.each(channelNames)('%s names the field that is wrong, and writes nothing', async (name) => {
    await signIn(allowed(name));
    const described = (await schemasOf()).get(name);
    const schema = readInputSchema(described?.input);
    expect(contract[name].input.safeParse(exampleOf(schema)).success).toBe(true);
    const before = writtenIn(office);
    for (const { what, path, input } of badInputsOf(schema)) {
      const error = await office.refused(name, input);
      const said = { channel: name, what, path, code: error.code };
      expect(said).toEqual({ ...said, code: 'invalid_input' });
      expect(
        error.fields?.map((field) => field.path),
        JSON.stringify(said),
      ).toContain(path);
      for (const { key } of error.fields ?? []) {
        expect(fieldProblems).toContain(key.replace('error.field.', ''));
      }
      const keys = error.fields?.flatMap((field) => (field.path === path ? [field.key] : []));
      // Somebody who forgot a field and somebody who filled it wrongly are told different things.
      expect(keys?.includes('error.field.required'), JSON.stringify(said)).toBe(what === 'missing');
      expect(JSON.stringify(error).length).toBeLessThan(10_000);
    }
    for (const input of [null, [], 'text', 7, true, undefined]) {
      expect((await office.refused(name, input)).code).toBe('invalid_input');
    }
    expect(writtenIn(office)).toEqual(before);
    expect(office.log).toEqual([]);
  });

  it('says how long a text may be', async () => {
    await signIn('reviewer');
    const error = await office.refused('retention.placeHold', {
      unitIds: [crypto.randomUUID()],
      authority: 'x'.repeat(121),
      reason: 'x',
    });
    expect(error.fields).toEqual([
      { path: 'authority', key: 'error.field.too_long', params: { limit: 120 } },
    ]);
  });

  it('bounds every text in every input, so that nothing endless can be stored', async () => {
    const unbounded: string[] = [];
    const visit = (schema: z.output<typeof node>, path: string): void => {
      for (const [name, part] of Object.entries(schema.properties ?? {}))
        visit(node.parse(part), `${path}.${name}`);
      if (schema.items !== undefined) {
        if (schema.maxItems === undefined) unbounded.push(path);
        visit(node.parse(schema.items), `${path}[]`);
      }
      for (const part of schema.anyOf ?? []) visit(node.parse(part), path);
      const bounded =
        schema.maxLength !== undefined || schema.enum !== undefined || /^[^*+]*$/.test(schema.pattern ?? '*');
      if (schema.type === 'string' && !bounded) unbounded.push(path);
    };
    const node = z.looseObject({
      type: z.string().optional(),
      maxLength: z.number().optional(),
      maxItems: z.number().optional(),
      pattern: z.string().optional(),
      enum: z.array(z.unknown()).optional(),
      items: z.unknown().optional(),
      anyOf: z.array(z.unknown()).optional(),
      properties: z.record(z.string(), z.unknown()).optional(),
    });
    for (const [name, { input }] of await schemasOf()) visit(node.parse(input), name);
    expect(unbounded).toEqual([]);
  });

  it.each(['', 'office', 'office.nothing', '__proto__', 'constructor', 'toString', 'x'.repeat(100_000)])(
    'a channel that does not exist is refused as such (%#)',
    async (name) => {
      expect(await office.refused(name, {})).toEqual({
        code: 'unknown_channel',
        key: 'error.unknown_channel',
        params: {},
      });
      await signIn('clerk');
      const before = writtenIn(office);
      expect((await office.refused(name, {})).code).toBe('unknown_channel');
      expect(writtenIn(office)).toEqual(before);
    },
  );

  it('bad input before there is an office leaves the folder empty', async () => {
    const empty = emptyTestOffice();
    try {
      for (const name of channelNames) {
        const answer = await empty.answer(name, { unexpected: true });
        expect(answer.ok).toBe(false);
      }
      expect(filesOf(empty.parent)).toEqual({});
    } finally {
      await empty.remove();
    }
  });
});

describe('contract.describe', () => {
  it('covers every channel with its access, effect and JSON Schemas that say what the parser says', async () => {
    const described = await schemasOf();
    expect([...described.keys()].sort()).toEqual([...channelNames].sort());
    for (const name of channelNames) {
      const channel = described.get(name);
      expect(channel).toMatchObject({ access: contract[name].access, effect: contract[name].effect });
      expect(channel?.input.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      // That the parser refuses what the schema refuses is tried field by field above.
      for (const schema of [channel?.input, channel?.output]) {
        expect(z.fromJSONSchema(z.record(z.string(), z.any()).parse(schema)), name).toBeDefined();
      }
    }
  });
});

describe('what nobody foresaw', () => {
  const secret = '홍길동 010-1234-5678';

  it('is answered with an id alone, and logged without its words', async () => {
    vi.spyOn(handlers, 'office.home').mockImplementation(() => {
      throw Object.assign(new Error(`no such person: ${secret}`), { code: 'SQLITE_MISUSE' });
    });
    await office.as('auditor').call('office.listUsers', {});
    const error = await office.refused('office.home', {});
    expect(error).toEqual({ code: 'internal', key: 'error.internal', params: { id: expect.any(String) } });
    expect(office.log).toHaveLength(1);
    expect(office.log[0]).toContain(String(error.params.id));
    expect(office.log[0]).toContain('office.home');
    expect(office.log[0]).not.toContain('홍길동');
    expect(office.log[0]).not.toMatch(/1234-?5678/);
    expect(office.log[0]).not.toContain(office.folder);
  });

  it('is answered so when a handler throws something that is not an error', async () => {
    vi.spyOn(handlers, 'office.home').mockImplementation(() => {
      throw secret;
    });
    await office.as('auditor').call('office.listUsers', {});
    expect((await office.refused('office.home', {})).code).toBe('internal');
    expect(office.log.join()).not.toContain('홍길동');
  });

  it('is a refusal with a code the contract does not know', async () => {
    const { Refusal } = await import('../../shared/domain/refusal.ts');
    vi.spyOn(handlers, 'office.home').mockImplementation(() => {
      throw new Refusal('made_up', { name: secret });
    });
    await office.as('auditor').call('office.listUsers', {});
    const error = await office.refused('office.home', {});
    expect(error.code).toBe('internal');
    expect(JSON.stringify(error)).not.toContain('홍길동');
  });

  it('is a result that is not what the contract promises', async () => {
    vi.spyOn(handlers, 'retention.listRules').mockImplementation(() => ({ rules: [], note: secret }));
    await office.as('auditor').call('office.home', {});
    const error = await office.refused('retention.listRules', {});
    expect(error.code).toBe('internal');
    expect(`${JSON.stringify(error)}${office.log.join()}`).not.toContain('홍길동');
  });

  it.each([
    ['ENOSPC', 'folder_full'],
    ['SQLITE_FULL', 'folder_full'],
    ['EROFS', 'folder_read_only'],
    ['SQLITE_READONLY_DBMOVED', 'folder_read_only'],
    ['SQLITE_CORRUPT_INDEX', 'folder_damaged'],
    ['SQLITE_IOERR_WRITE', 'folder_unreachable'],
    ['EIO', 'folder_unreachable'],
  ])('is told from a failing disk: %s is %s', async (code, answered) => {
    expect(errorCodes).toContain(answered);
    vi.spyOn(handlers, 'office.home').mockImplementation(() => {
      throw Object.assign(new Error(secret), { code });
    });
    await office.as('auditor').call('office.listUsers', {});
    const error = await office.refused('office.home', {});
    expect(error).toMatchObject({ code: answered, key: `error.${answered}` });
    expect(`${JSON.stringify(error)}${office.log.join()}`).not.toContain('홍길동');
  });

  it('does not stop the next call', async () => {
    vi.spyOn(handlers, 'office.home').mockImplementationOnce(() => {
      throw new Error(secret);
    });
    await office.as('auditor').call('office.listUsers', {});
    expect((await office.refused('office.home', {})).code).toBe('internal');
    expect(await office.call('office.home', {})).toMatchObject({ people: 0 });
  });
});

describe('a write', () => {
  const rule = {
    content: {
      name: { en: 'Visitor cards', ko: '방문증' },
      trigger: 'collected',
      period: 'P6M',
      basis: { en: 'Office decision', ko: '내부 결정' },
      obligedByLaw: false,
      lawEdition: { en: '2026', ko: '2026년' },
      effectiveFrom: '2026-01-01',
      source: 'office_rule',
    },
  };

  it('without an audit entry is a fault, and is undone', async () => {
    const ids = { ruleId: crypto.randomUUID(), ruleVersionId: crypto.randomUUID() };
    vi.spyOn(handlers, 'retention.addRule').mockImplementation(({ database, office: { id } }) => {
      database.run('INSERT INTO retention_rules (id, office_id) VALUES (?, ?)', [ids.ruleId, id]);
      return ids;
    });
    await office.as('reviewer').call('office.home', {});
    const before = writtenIn(office);
    expect((await office.refused('retention.addRule', rule)).code).toBe('internal');
    expect(writtenIn(office)).toEqual(before);
  });

  it('that fails after its audit entry takes the entry back with it', async () => {
    const addRule = handlers['retention.addRule'];
    vi.spyOn(handlers, 'retention.addRule').mockImplementation((context, input) => {
      addRule(context, input);
      throw new Error('afterwards');
    });
    await office.as('reviewer').call('office.home', {});
    const before = writtenIn(office);
    expect((await office.refused('retention.addRule', rule)).code).toBe('internal');
    expect(writtenIn(office)).toEqual(before);
    vi.restoreAllMocks();
    await office.call('retention.addRule', rule as never);
    const { result } = await office.as('auditor').call('register.verifyAuditLog', {});
    expect(result).toBe('pass');
  });

  it('cannot be made through a channel that only reads', async () => {
    vi.spyOn(handlers, 'office.home').mockImplementation(({ database }) => {
      database.all('DELETE FROM retention_rules RETURNING id');
      throw new Error('not reached');
    });
    await office.as('reviewer').call('office.listUsers', {});
    const before = writtenIn(office);
    expect((await office.refused('office.home', {})).code).toBe('internal');
    expect(writtenIn(office)).toEqual(before);
  });
});

it('answers calls one after another, in the order they came', async () => {
  const { signInName, password } = staff.reviewer;
  const answers = await Promise.all([
    office.answer('office.signIn', { signInName, password }),
    office.answer('office.home', {}),
    office.answer('office.signOut', {}),
    office.answer('office.home', {}),
  ]);
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual([
    'ok',
    'ok',
    'ok',
    'signed_out',
  ]);
});
