import { existsSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Language } from '../../shared/contract/fields.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handlers } from '../context.ts';
import { readCertificate } from './certificate.ts';

export const certificateFileHandlers: Pick<
  Handlers<'register'>,
  'register.renderCertificate' | 'register.saveCertificate' | 'register.suggestFolders'
> = {
  'register.renderCertificate': async ({ database }, { number, languages }) => {
    const pdf = await printed(readCertificate(database, number), languages);
    return { pdf: Buffer.from(pdf).toString('base64'), fileName: certificateFileName(number) };
  },

  'register.saveCertificate': async (context, { number, languages, as, path, replace }) => {
    const { database, storage } = context;
    const envelope = readCertificate(database, number);
    checkPath(path, storage.folder, replace);
    // Only what looks like a document may be replaced: never a key file or a backup on a medium.
    if (!path.toLowerCase().endsWith(`.${as}`))
      throw new Refusal('path_ending', { field: 'path', ending: `.${as}` });
    const bytes =
      as === 'pdf'
        ? await printed(envelope, languages)
        : Buffer.from(`${JSON.stringify(envelope, null, 2)}\n`, 'utf8');
    try {
      writeFileSync(path, bytes, { flag: replace ? 'w' : 'wx' });
    } catch {
      throw new Refusal('path_not_writable', { field: 'path' });
    }
    // A certificate holds no personal data, so it is no known copy; that it left is entered all the same, without the path.
    database.transaction(() => context.audit('register.certificate_saved', { number, as }));
    return { bytes: bytes.byteLength };
  },

  'register.suggestFolders': () => {
    const home = homedir();
    const candidates = [
      { kind: 'documents' as const, path: join(home, 'Documents') },
      { kind: 'desktop' as const, path: join(home, 'Desktop') },
      { kind: 'downloads' as const, path: join(home, 'Downloads') },
      { kind: 'home' as const, path: home },
    ];
    return { folders: candidates.filter(({ path }) => isFolder(path)), separator: sep };
  },
};

/** The PDF library and its fonts are loaded when the first document is asked for, not at every start. */
async function printed(
  envelope: ReturnType<typeof readCertificate>,
  languages: readonly Language[],
): Promise<Uint8Array> {
  const { renderCertificate } = await import('../documents/certificate.ts');
  return renderCertificate(envelope, { languages });
}

function certificateFileName(number: string): string {
  return `ashbook-certificate-${number}.pdf`;
}

/** Throws a Refusal that names the field. Nothing is written into the office's own folder. */
function checkPath(path: string, officeFolder: string, replace: boolean): void {
  const field = { field: 'path' };
  if (!isAbsolute(path)) throw new Refusal('path_not_absolute', field);
  if (!isFolder(dirname(path))) throw new Refusal('path_folder_missing', field);
  // By real paths: a folder can be reached by a link, or be spelled in another case on a disk that does not mind.
  const target = realpathSync.native(existsSync(path) ? path : dirname(path));
  const way = relative(realpathSync.native(officeFolder), target);
  const isOutside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  if (!isOutside) throw new Refusal('path_inside_office', field);
  if (existsSync(path) && (!replace || isFolder(path))) throw new Refusal('path_exists', field);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
