import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { readPageFiles } from '../../main/hosts/page-files.ts';
import { createPageFolder } from '../fixtures/page-folder.ts';

const { folder, page } = createPageFolder();
const files = readPageFiles(page);
afterAll(() => rmSync(folder, { recursive: true }));

function get(path: string, method = 'GET') {
  return files.answer(new URL(`https://ashbook.invalid${path}`), method);
}

test('answers the page and its files with their types', () => {
  expect(get('/').status).toBe(200);
  expect(get('/').headers['content-type']).toBe('text/html; charset=utf-8');
  expect(get('/index.html?x#y').body.toString()).toContain('<title>Ashbook</title>');
  expect(get('/assets/page.js').headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(get('/assets/%EA%B8%80%EA%BC%B4.woff2').headers['content-type']).toBe('font/woff2');
});

test.each([
  '/../secret.js',
  '/assets/../../secret.js',
  '/..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/%2e%2e%2fsecret.js',
  '/assets/..%5c..%5csecret.js',
  '//etc/passwd',
  '/etc/passwd',
  '/C:/Windows/win.ini',
  '/assets/link.js',
  '/assets',
  '/assets/',
  '/assets/notes.unknown',
  '/%',
  '/%ff',
  '/index.html%00.js',
  '/INDEX.HTML',
])('%s is not found', (path) => {
  const answer = get(path);
  expect(answer.status).toBe(404);
  expect(answer.body).toHaveLength(0);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not a way to ask for a page', (method) => {
  expect(get('/', method).status).toBe(405);
});

test('every answer carries the policy, without a way round it', () => {
  for (const answer of [get('/'), get('/assets/page.js'), get('/nowhere'), get('/', 'POST')]) {
    const policy = answer.headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[0-9a-f-]{36}';/);
    for (const rule of [
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "connect-src 'self'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
});

test('the nonce is new for every answer and stands in the page where the policy expects it', () => {
  const nonces = [get('/'), get('/')].map((answer) => {
    const nonce = /'nonce-([^']+)'/.exec(answer.headers['content-security-policy'] ?? '')?.[1];
    expect(answer.body.toString()).toContain(`nonce="${nonce}"`);
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
});
