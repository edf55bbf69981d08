import type { z } from 'zod';
import type { Answer, CallError, FieldError } from '../shared/contract/answer.ts';
import { type ChannelName, contract, isChannelName } from '../shared/contract/contract.ts';
import { errorCodes, fieldProblems } from '../shared/contract/error-codes.ts';
import { Refusal } from '../shared/domain/refusal.ts';
import { describeContract } from './describe-contract.ts';
import { handlers } from './handlers.ts';
import { BlockedUse } from './provision/gate.ts';
import type { RecordsThread } from './records-thread.ts';
import { callsForRestore, refusalFromSystemError } from './storage/folder-refusal.ts';

/**
 * One call: parse -> authorise -> transaction { handler + audit entry } -> parse result.
 *
 * Never throws: whatever happens becomes an answer. A refusal carries its code; anything unexpected is logged under a random
 * id without its message (which could quote data), and only the id crosses.
 */
export async function dispatch(thread: RecordsThread, channelName: string, input: unknown): Promise<Answer> {
  try {
    if (!isChannelName(channelName)) throw new Refusal('unknown_channel');
    return { ok: true, value: await answer(thread, channelName, input) };
  } catch (error) {
    // The call's transaction is rolled back; that it was tried is kept.
    if (error instanceof BlockedUse) thread.enterBlockedUse(error);
    return { ok: false, error: errorFor(thread, channelName, error) };
  }
}

async function answer(thread: RecordsThread, name: ChannelName, input: unknown): Promise<unknown> {
  const { access, effect, input: inputSchema, output: outputSchema } = contract[name];
  // Who is asking comes before what: a stranger learns nothing from how their input was refused.
  if (access !== 'anyone') {
    thread.session.requireOpen();
    if (access !== 'signed_in' && !thread.session.permissions().includes(access))
      throw new Refusal('forbidden');
  }
  // The input itself tells a missing field from one of the wrong type; it goes no further than `problemOf`.
  const parsed = inputSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InputFault(fieldErrorsOf(parsed.error));
  if (name === 'contract.describe') return outputSchema.parse(describeContract());

  // The type of each handler is proven where it is declared (`Handlers<'room'>`); here they are called by name.
  const handler = handlers[name] as (context: unknown, input: unknown) => unknown;
  let result: unknown;
  if (access === 'anyone') {
    result = await handler(thread.deskContext(name), parsed.data);
  } else if (effect === 'read') {
    const context = thread.readContext(name);
    result = handler(context, parsed.data);
    context.gateWatch.requireGate();
  } else if (effect === 'write') {
    result = thread.inAuditedTransaction(name, (context) => handler(context, parsed.data));
  } else {
    const context = thread.workContext(name);
    result = await handler(context, parsed.data);
    context.gateWatch.requireGate();
  }
  return outputSchema.parse(result);
}

/** Input that does not have the contract's shape, field by field. */
class InputFault extends Error {
  readonly fields: FieldError[];
  constructor(fields: FieldError[]) {
    super('invalid_input');
    this.fields = fields;
  }
}

function errorFor(thread: RecordsThread, channel: string, error: unknown): CallError {
  // Nobody can tell how far the disk got: opening finds out, and finishes what was begun.
  if (thread.session.storage?.isOpen === false) thread.session.close();
  if (error instanceof InputFault) {
    return { code: 'invalid_input', key: 'error.invalid_input', params: {}, fields: error.fields };
  }
  const refusal = refusalFromSystemError(error);
  if (callsForRestore(refusal)) thread.session.noteDamage();
  if (refusal !== undefined && known.has(refusal.code)) {
    if (refusal !== error) thread.logger.error({ channel, code: refusal.code }, 'the disk refused');
    return { code: refusal.code, key: `error.${refusal.code}`, params: refusal.params };
  }
  const id = thread.newId();
  thread.logger.error(
    { errorId: id, channel: isChannelName(channel) ? channel : 'unknown', ...shapeOf(error) },
    'unexpected error',
  );
  return { code: 'internal', key: 'error.internal', params: { id } };
}

const known: ReadonlySet<string> = new Set(errorCodes);

/** Name, code and places; never the message, which may quote a value, nor a folder, which may be called after a person. */
function shapeOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const places = (error.stack ?? '')
    .split('\n')
    .filter((row) => /^\s+at /.test(row))
    .slice(0, 8)
    .map((row) =>
      row
        .trim()
        .replace(/\(?(?:file:\/\/)?\/.*\/((?:main|shared)\/)/, '($1')
        .replace(/(?<=[( ])(?:file:\/\/)?(?:\/|[A-Z]:[\\/]).*[\\/]/i, ''),
    );
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { kind: error.name, code, code_text: error instanceof Refusal ? error.code : undefined, places };
}

const problems: ReadonlySet<string> = new Set(fieldProblems);

function fieldErrorsOf(error: z.ZodError): FieldError[] {
  return error.issues.slice(0, 50).map((issue) => {
    const { problem, params } = problemOf(issue);
    return { path: issue.path.join('.'), key: `error.field.${problem}`, params };
  });
}

function problemOf(issue: z.core.$ZodIssue): { problem: string; params: Record<string, string | number> } {
  if (problems.has(issue.message)) return { problem: issue.message, params: {} };
  switch (issue.code) {
    case 'too_big': {
      const problem =
        issue.origin === 'string' ? 'too_long' : issue.origin === 'array' ? 'too_many' : 'too_large';
      return { problem, params: { limit: Number(issue.maximum) } };
    }
    case 'too_small': {
      const limit = Number(issue.minimum);
      if (issue.origin === 'string')
        return limit === 1
          ? { problem: 'required', params: {} }
          : { problem: 'too_short', params: { limit } };
      return { problem: issue.origin === 'array' ? 'too_few' : 'too_small', params: { limit } };
    }
    case 'invalid_value':
      return { problem: issue.input === undefined ? 'required' : 'not_one_of', params: {} };
    case 'unrecognized_keys':
      return { problem: 'unexpected', params: {} };
    case 'invalid_type':
      return { problem: issue.input === undefined ? 'required' : 'wrong_type', params: {} };
    case 'invalid_union':
      // Of alternatives told apart by one field: which one is meant was not said, or there is none of that name.
      return { problem: isMissing(issue) ? 'required' : 'format', params: {} };
    default:
      return { problem: 'format', params: {} };
  }
}

function isMissing({ input, path }: z.core.$ZodIssue): boolean {
  const field = path.at(-1);
  return typeof input === 'object' && input !== null && field !== undefined && !Object.hasOwn(input, field);
}
