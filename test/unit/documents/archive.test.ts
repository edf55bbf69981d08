import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderCertificate } from '../../../main/documents/certificate.ts';
import { signPdf } from '../../../main/documents/pdf-signature.ts';
import { makeDocumentSigningKey, signDetached } from '../../../main/storage/document-signing-key.ts';
import { certificateReference } from '../../../shared/domain/register/certificate.ts';
import { exampleCertificate } from './example-certificate.ts';

/** What independent tools say of the file: qpdf and poppler (pdfsig, pdffonts). `test/run.ts` installs them. */
const envelope = exampleCertificate(40);
const signedAt = new Date('2026-05-04T02:00:00.000Z');
let folder = '';
let path = '';
let file: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ashbook-pdf-'));
  const key = await makeDocumentSigningKey('가람 지점 · Garam Branch', new Date('2026-05-01T00:00:00.000Z'));
  file = await renderCertificate(envelope, {
    languages: ['ko', 'en'],
    sign: (content) => signDetached(key, content, signedAt),
  });
  path = join(folder, 'certificate.pdf');
  writeFileSync(path, file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const latin = () => Buffer.from(file).toString('latin1');

describe('the digital signature', () => {
  const said = (at: string) => execFileSync('pdfsig', [at], { encoding: 'utf8' });

  it('is valid over the whole file for a viewer that never heard of the office', () => {
    const text = said(path);
    expect(text).toContain('Signature is Valid');
    expect(text).toContain('Total document signed');
    expect(text).toContain('SHA-256');
    expect(text).toContain('adbe.pkcs7.detached');
  });

  it('is not valid once a single byte of the page was changed', () => {
    const changed = Buffer.from(file);
    const at = changed.indexOf('stream', 2000) + 40;
    changed[at] = (changed[at] ?? 0) ^ 1;
    const other = join(folder, 'changed.pdf');
    writeFileSync(other, changed);
    expect(said(other)).not.toContain('Signature is Valid');
  });

  it('does not cover what somebody appends', () => {
    const other = join(folder, 'appended.pdf');
    writeFileSync(other, Buffer.concat([file, Buffer.from('\n% something more\n')]));
    expect(said(other)).not.toContain('Total document signed');
  });

  it('is refused where the file has no place for it', async () => {
    const plain = await renderCertificate(envelope, { languages: ['en'] });
    await expect(signPdf(plain, () => Promise.resolve(new Uint8Array()))).rejects.toThrow(TypeError);
  });
});

describe('the file', () => {
  it('has a sound structure', () => {
    const { status, stdout } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
    expect(stdout).toContain('No syntax or stream encoding errors found');
    expect(status).toBe(0);
  });

  it('embeds every font and says what its letters are', () => {
    const rows = execFileSync('pdffonts', [path], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/yes yes yes/u);
  });

  it('carries the certificate as data that belongs to the document', async () => {
    const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
    const attachments = await (await task.promise).getAttachments();
    await task.destroy();
    const entries: { filename: string; content: Uint8Array }[] = Object.values(attachments ?? {});
    expect(entries.map(({ filename }) => filename)).toEqual(['certificate.json']);
    expect(JSON.parse(Buffer.from(entries[0]?.content ?? []).toString('utf8'))).toEqual(envelope);
    expect(latin()).toMatch(/\/AFRelationship \/Data/u);
    expect(latin()).toMatch(/\/Subtype \/application#2Fjson/u);
  });

  // ISO 19005-3: the rules that can be read off the file itself.
  it.each([
    ['says which part and level it conforms to', /<pdfaid:part>3<[\s\S]*<pdfaid:conformance>A</u, true],
    ['has an output intent for its colours (6.2.3)', /\/S \/GTS_PDFA1/u, true],
    ['is tagged (6.7)', /\/Marked true/u, true],
    ['names its language (6.7.4)', /\/Lang \(ko\)/u, true],
    ['has a file identifier (6.1.3)', /\/ID \[[(<][\s\S]+?[)>] ?[(<][\s\S]+?[)>]\]/u, true],
    ['associates its attachment (6.8)', /\/AF \[/u, true],
    ['is not encrypted (6.1.3)', /\/Encrypt /u, false],
    ['runs no script (6.5.1)', /\/(?:JavaScript|JS|Launch|OpenAction) /u, false],
    ['leaves nothing to the viewer to draw (6.4.1)', /\/NeedAppearances true|\/XFA /u, false],
    ['refers to nothing outside (6.2.9)', /\/FFilter|\/OPI |\/Ref /u, false],
  ])('%s', (_, pattern, present) => {
    expect(pattern.test(latin())).toBe(present);
  });

  it('says the same in its properties and in its metadata (6.6.3)', () => {
    const { stdout } = spawnSync('pdfinfo', [path], { encoding: 'utf8' });
    const title = /Title: +(.*)/u.exec(stdout)?.[1] ?? '';
    expect(title).toContain(envelope.content.number);
    const metadata = Buffer.from(file).toString('utf8');
    expect(metadata).toContain(`<rdf:li xml:lang="x-default">${title}</rdf:li>`);
    expect(metadata).toContain(
      `<xmp:CreateDate>${envelope.content.issuedAt.replace(/\.\d+Z/u, 'Z')}</xmp:CreateDate>`,
    );
  });
});

describe('on paper', () => {
  it('the QR code is read by a camera: number and digest', () => {
    const picture = execFileSync('pdftoppm', ['-r', '150', '-l', '1', '-gray', path], { maxBuffer: 1 << 26 });
    const head = /^P5\s(\d+)\s(\d+)\s255\s/u.exec(picture.subarray(0, 40).toString('latin1'));
    const [width, height] = [Number(head?.[1]), Number(head?.[2])];
    const gray = picture.subarray(head?.[0].length ?? 0);
    const colours = new Uint8ClampedArray(width * height * 4);
    for (let at = 0; at < width * height; at += 1) {
      colours.fill(gray[at] ?? 0, 4 * at, 4 * at + 3);
      colours[4 * at + 3] = 255;
    }
    expect(jsQR(colours, width, height)?.data).toBe(certificateReference(envelope));
  });

  it('ten thousand units stay below 5 MB', async () => {
    const key = await makeDocumentSigningKey('Garam Branch', signedAt);
    const sign = (content: Uint8Array) => signDetached(key, content, signedAt);
    const pages = (of: Uint8Array) => {
      const at = join(folder, 'counted.pdf');
      writeFileSync(at, of);
      return Number(/Pages: +(\d+)/u.exec(execFileSync('pdfinfo', [at], { encoding: 'utf8' }))?.[1]);
    };
    const large = await renderCertificate(exampleCertificate(10_000), { languages: ['ko', 'en'], sign });
    expect(large.length).toBeLessThan(5_000_000);
    expect(pages(large)).toBeGreaterThan(100);
  });
});
