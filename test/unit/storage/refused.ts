import { expect } from 'vitest';
import { Refusal } from '../../../shared/domain/refusal.ts';

/** The refusal that `work` ends with; fails where it ends otherwise. */
export function isRefused(work: () => unknown, code: string): Refusal {
  try {
    work();
  } catch (error) {
    return checked(error, code);
  }
  throw new Error(`expected the refusal ${code}`);
}

export async function isRefusedLater(work: Promise<unknown>, code: string): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    return checked(error, code);
  }
  throw new Error(`expected the refusal ${code}`);
}

function checked(error: unknown, code: string): Refusal {
  if (!(error instanceof Refusal)) throw error;
  expect(error.code).toBe(code);
  return error;
}
