import type { z } from 'zod';
import type { Permission } from '../domain/office/permission.ts';

/** Who may call: anyone (before signing in too), whoever is signed in, or whoever holds the permission. */
export type Access = 'anyone' | 'signed_in' | Permission;

/**
 * `read` writes nothing. `write` is one transaction and must leave an audit entry. `work` is long or touches keys: it keeps
 * its own transactions, reports progress and can be cancelled where it says so.
 */
export type Effect = 'read' | 'write' | 'work';

/** One door between the page (or a script) and the records thread. */
export interface Channel<
  A extends Access = Access,
  E extends Effect = Effect,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  access: A;
  effect: E;
  input: Input;
  output: Output;
}

export function channel<
  A extends Access,
  E extends Effect,
  Input extends z.ZodType,
  Output extends z.ZodType,
>(definition: Channel<A, E, Input, Output>): Channel<A, E, Input, Output> {
  return definition;
}
