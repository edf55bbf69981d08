import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SafeStorage } from 'electron';

const secretBytes = 32;

/**
 * The secret this computer's keystore guards for this person: 32 random bytes, kept in `file` sealed by the operating system.
 * The first call makes it.
 *
 * Undefined where it would guard nothing: no keystore, or Linux's `basic_text`, which seals with a key everyone knows. Undefined
 * too if the keystore no longer opens the file; the file is left alone then, since another sign-in to the computer may open it.
 */
export async function readKeystoreSecret(
  safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >,
  file: string,
  platform: NodeJS.Platform = process.platform,
): Promise<Uint8Array | undefined> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return undefined;
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) {
    return undefined;
  }
  const seal = async (secret: Uint8Array) => {
    const sealed = await safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'));
    writeFileSync(`${file}.new`, sealed, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  };
  try {
    if (!existsSync(file)) {
      const secret = crypto.getRandomValues(new Uint8Array(secretBytes));
      await seal(secret);
      return secret;
    }
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(readFileSync(file));
    const secret = new Uint8Array(Buffer.from(result, 'base64'));
    if (secret.length !== secretBytes) return undefined;
    if (shouldReEncrypt) await seal(secret);
    return secret;
  } catch {
    return undefined;
  }
}
