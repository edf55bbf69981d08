import type { z } from 'zod';
import type { Permission } from '../domain/office/permission.ts';

/**
 * One door between the page (or a script) and the records thread.
 *
 * - `access`: who may call: anyone, whoever is signed in, or whoever holds the permission.
 * - `effect`: `read` writes nothing but the use log; `write` changes something and must leave an audit entry;
 *   `work` is long, reports progress, keeps its own transactions and must leave an audit entry.
 */
export interface Channel<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  access: Access;
  effect: 'read' | 'write' | 'work';
  input: Input;
  output: Output;
}

export type Access = 'anyone' | 'signed_in' | Permission;

export function channel<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Channel<Input, Output>,
): Channel<Input, Output> {
  return definition;
}
