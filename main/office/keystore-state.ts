import type { OfficeHolders } from '../../shared/contract/office-holders.ts';
import { secretBelongsTo } from '../storage/secret-holder.ts';
import type { HolderEntry } from '../storage/vault-content.ts';

/** Whether this computer opens the office by itself; see `keystoreState` in the contract. */
export function keystoreStateOf(
  holders: readonly HolderEntry[],
  secret: Uint8Array | null,
): OfficeHolders['keystore']['state'] {
  const mine = holders.filter((entry) => entry.kind === 'keystore');
  if (secret !== null && mine.some((entry) => secretBelongsTo(entry, secret))) return 'on';
  if (mine.length > 0) return 'useless';
  return secret === null ? 'unavailable' : 'off';
}
