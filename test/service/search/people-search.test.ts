import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, asyncProperty, constantFrom, array as fcArray } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepConsent, readShownForm } from '../../../main/collection/capture.ts';
import { inventPeople, randomFrom } from '../../../main/hosts/demo/invented-people.ts';
import { deriveKey, openAead } from '../../../main/storage/cryptography.ts';
import { SearchIndexFile } from '../../../main/storage/search-index-file.ts';
import { foldName, nameMatches } from '../../../shared/domain/collection/searchable-name.ts';
import { capture, captureInput, publishMembership } from '../../fixtures/consent.ts';
import { openTestOffice, type TestOffice } from '../../fixtures/office.ts';
import { destroy, dueUnits } from '../../fixtures/order.ts';

let office: TestOffice;
let form: Awaited<ReturnType<typeof publishMembership>>;
beforeEach(async () => {
  office = await openTestOffice();
  form = await publishMembership(office);
});
afterEach(() => office.remove());

const recent = '2026-04-01';
const old = '2025-01-10';
const person = (name: string, giving = {}) => {
  office.clock.advance({ seconds: 1 });
  return capture(office, form, { name, givenOn: recent, ...giving });
};
const search = async (text: string, limit = 50, offset = 0) =>
  office.as('clerk').call('collection.listPeople', { search: text, limit, offset });
const names = async (text: string) => (await search(text)).people.map(({ name }) => name);
const indexFile = () => join(office.folder, 'search.db');

describe('finds', () => {
  it('any part of a name, initials, last digits and the receipt code, at once after the capture', async () => {
    const { receiptCode } = await person('홍 길동', { telephone: '+82 10-1234-9876' });
    await person('Zoë Åström-Lindqvist', { telephone: '02 555 0000' });
    for (const text of [
      '동',
      '홍길',
      'ㅎㄱㄷ',
      '홍ㄱ',
      '9876',
      '010-1234-9876',
      '길동 9876',
      receiptCode.slice(0, 8),
    ]) {
      expect([text, await names(text)]).toEqual([text, ['홍 길동']]);
    }
    expect(await names(`${receiptCode.slice(0, 4)} ${receiptCode.slice(4, 8)}`)).toEqual(['홍 길동']);
    for (const text of ['astrom', 'LINDQVIST zoe', 'ｚｏｅ', '0000']) {
      expect([text, await names(text)]).toEqual([text, ['Zoë Åström-Lindqvist']]);
    }
    for (const text of ['길홍', '987', '1234-98', receiptCode.slice(1, 9), 'zoe 홍']) {
      expect([text, await names(text)]).toEqual([text, []]);
    }
  });

  it('the newest consent first, page by page, with and without a search', async () => {
    const first = await person('김하나');
    for (const name of ['김두리', '이세나', '김네오', '김다솔']) await person(name);
    await person('김하나', { personId: first.personId });
    const order = ['김하나', '김다솔', '김네오', '이세나', '김두리'];
    expect(await names('')).toEqual(order);
    expect(await names('김')).toEqual(order.filter((name) => name.startsWith('김')));
    expect((await search('', 2, 1)).people.map(({ name }) => name)).toEqual(order.slice(1, 3));
    expect((await search('김', 2, 2)).people.map(({ name }) => name)).toEqual(['김네오', '김두리']);
    expect((await search('김', 2, 2)).total).toBe(4);
    expect((await search('', 10, 90)).people).toEqual([]);
  });

  it('the same as a naive search, whatever is asked', { timeout: 120_000 }, async () => {
    const people = [
      ...inventPeople(40, 3).map(({ name }) => name),
      ...['김 철수', '김철', '김ㅊ', '민 A 수', 'Ångström Kim', 'ＫＩＭ', '가각', '기미', '★ 별'],
    ];
    for (const name of people) await person(name);
    await office.as('clerk').call('office.home', {});
    const letters = [...new Set(people.join('').replaceAll(' ', ''))];
    const part = fcArray(constantFrom(...letters, 'ㄱ', 'ㅊ', 'ㅅ', 'ㅁ', ' '), {
      minLength: 1,
      maxLength: 4,
    });
    await assert(
      asyncProperty(part, async (characters) => {
        const text = characters.join('');
        const words = text.split(' ').filter((word) => word !== '');
        if (words.length === 0) return;
        const telling = words.filter((word) => /[\p{L}\p{N}]/u.test(word));
        const asked = (telling.length === 0 ? words : telling).map(foldName);
        const expected = people.filter((name) => asked.every((one) => nameMatches(foldName(name), one)));
        const answer = await office.call('collection.listPeople', { search: text, limit: 500, offset: 0 });
        expect(answer.people.map(({ name }) => name).sort()).toEqual(expected.sort());
        expect(answer.total).toBe(expected.length);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the file', () => {
  it('is there for the next sign-in, and says nothing in clear', async () => {
    await person('MARKERNAME 홍길동', { telephone: '010-5555-4444' });
    await office.restart();
    expect(readdirSync(office.folder)).toContain('search.db');
    for (const marker of ['MARKERNAME', 'markername', '홍길동', '홍길동'.normalize('NFD'), '01055554444']) {
      expect(readFileSync(indexFile()).includes(marker)).toBe(false);
    }
    expect(await names('markername')).toEqual(['MARKERNAME 홍길동']);
  });

  it('takes in what was captured after it was written', async () => {
    await person('먼저');
    await office.restart();
    const written = statSync(indexFile()).ino;
    await person('나중');
    await office.restart();
    // Appended, not written anew.
    expect(statSync(indexFile()).ino).toBe(written);
    expect(await names('나중')).toEqual(['나중']);
    expect(await names('먼저')).toEqual(['먼저']);
  });

  it.each<[string, (path: string) => void]>([
    ['missing', (path) => rmSync(path)],
    ['empty', (path) => writeFileSync(path, '')],
    ['of something else', (path) => writeFileSync(path, Buffer.alloc(5000, 1))],
    ['cut in the middle', (path) => writeFileSync(path, readFileSync(path).subarray(0, 90))],
    ['cut at its end', (path) => writeFileSync(path, readFileSync(path).subarray(0, -5))],
    [
      'longer than it was',
      (path) => writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(40)])),
    ],
  ])('that is %s is made anew or mended, and everybody is found', async (_, damage) => {
    await person('먼저');
    await office.restart();
    await person('나중');
    await office.restart();
    damage(indexFile());
    expect(await names('먼저')).toEqual(['먼저']);
    expect(await names('나중')).toEqual(['나중']);
    await person('그다음');
    await office.restart();
    expect((await names('')).length).toBe(3);
    expect(await names('그다음')).toEqual(['그다음']);
  });

  it('with one bit changed anywhere never finds less, or anything else', { timeout: 120_000 }, async () => {
    for (const name of ['가람', '나래', '다솜']) await person(name);
    await office.restart();
    await person('라온');
    await office.restart();
    const good = readFileSync(indexFile());
    const random = randomFrom(7);
    for (let round = 0; round < 40; round += 1) {
      const altered = Buffer.from(good);
      const byte = Math.floor(random() * good.length);
      altered[byte] = (altered[byte] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(indexFile(), altered);
      for (const name of ['가람', '나래', '다솜', '라온']) expect(await names(name)).toEqual([name]);
      await office.restart();
    }
  });

  it('put back from before does not hide who came since', async () => {
    await person('먼저');
    await office.restart();
    const before = readFileSync(indexFile());
    await person('나중');
    await office.restart();
    writeFileSync(indexFile(), before);
    expect(await names('나중')).toEqual(['나중']);
  });
});

describe('after a destruction', () => {
  const destroyDue = async () => destroy(office, await dueUnits(office));

  it('the destroyed are not found, everybody else is, before and after a restart', async () => {
    await person('사라질 사람', { givenOn: old, telephone: '010-7777-1111' });
    await person('남는 사람');
    expect(await names('사람')).toHaveLength(2);
    await destroyDue();
    for (const round of ['at once', 'after a restart', 'after another']) {
      expect([round, await names('사람')]).toEqual([round, ['남는 사람']]);
      expect([round, await names('1111')]).toEqual([round, []]);
      await office.restart();
    }
  });

  it('what was destroyed of somebody who stays is not found any more', async () => {
    const first = await person('반쪽', { givenOn: old, telephone: '010-7777-1111' });
    await person('반쪽', { personId: first.personId, telephone: '010-7777-2222' });
    await destroyDue();
    for (const _ of [1, 2]) {
      expect(await names('1111')).toEqual([]);
      expect(await names(first.receiptCode.slice(0, 10))).toEqual([]);
      expect(await names('2222')).toEqual(['반쪽']);
      await office.restart();
    }
  });

  it('no file from before opens with any key that is left', async () => {
    const gone = await person('사라질 사람', { givenOn: old });
    await person('남는 사람');
    await office.restart();
    await office.as('clerk').call('office.home', {});
    const oldFile = readFileSync(indexFile());
    await destroyDue();
    await office.restart();
    await office.as('operator').call('office.home', {});
    const newFile = readFileSync(indexFile());
    expect(newFile.equals(oldFile)).toBe(false);

    const header = oldFile.subarray(0, 24);
    const vault = office.storage.currentVault;
    const keys = [...vault.content.secrets.values(), ...vault.content.dataKeys.keys(), vault.epochKey];
    const derived = keys.map((key) => deriveKey(key, header, 'ashbook search index v1'));
    const place = (position: number) => {
      const bytes = Buffer.alloc(12);
      bytes.writeBigUInt64BE(BigInt(position), 4);
      return Buffer.concat([header, bytes]);
    };
    const opens = (file: Buffer) =>
      [...keys, ...derived].filter((key) => {
        const sealed = file.subarray(28, 28 + file.readUInt32BE(24));
        return openAead(key, sealed, place(24)) !== undefined;
      }).length;
    // The trial itself works: one key opens the file of now.
    expect(opens(newFile)).toBe(1);
    expect(opens(oldFile)).toBe(0);

    // Put back, it is as if there were none.
    await office.restart();
    writeFileSync(indexFile(), oldFile);
    expect(await names('사람')).toEqual(['남는 사람']);
    expect(SearchIndexFile.state(office.storage)).toBe('refused');
    await office.restart();
    expect(readFileSync(indexFile()).equals(oldFile)).toBe(false);
    expect(gone.personId).not.toBe('');
  });
});

it('an office too large for one turn says how much of it is searched, and is complete soon', async () => {
  const input = await captureInput(office, form, { givenOn: recent });
  const invented = inventPeople(900, 5);
  office.thread.inAuditedTransaction('collection.capture', (context) => {
    const shown = readShownForm(context, form.formVersionId, 'en');
    for (const { name } of invented) {
      keepConsent({ ...context, audit: () => undefined }, shown, {
        ...input,
        values: input.values.map((value) => (value.itemCode === 'name' ? { ...value, value: name } : value)),
      });
    }
    context.audit('collection.consent_captured', { people: invented.length });
  });
  await office.restart();
  rmSync(indexFile(), { force: true });
  const { searchedPart } = await search('nobody of this name');
  expect(searchedPart?.of).toBe(900);
  expect(searchedPart?.people).toBeLessThan(900);
  await vi.waitUntil(() => !office.thread.session.peopleSearch.isBehind);
  for (const { name } of invented.filter((_, place) => place % 90 === 0)) {
    expect(await names(name)).toEqual([name]);
  }
  expect((await search('nobody of this name')).searchedPart).toBeUndefined();
});
