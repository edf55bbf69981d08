import type { CallError } from '../../../shared/contract/answer.ts';
import { malformedRequest } from '../../bridge.ts';
import type { Line } from './line-reader.ts';

/** A caller's own name for a call, handed back with its answer. */
export type RequestId = string | number;

export type Request =
  | { ok: true; id: RequestId; channel: string; input: unknown }
  | { ok: false; id: RequestId | null; error: CallError };

/** 64 MiB: a photograph or scan in base64 fits, an endless line does not. */
export const maxLineBytes = 64 * 1024 * 1024;

/**
 * Reads one line as `{"id": 1, "channel": "...", "input": {...}}`. `input` stays unread: the records thread parses it.
 *
 * An `id` is a string or a finite number. If the line is refused but its id could be read, the refusal carries it.
 */
export function readRequest(line: Line): Request {
  if ('tooLong' in line) {
    return {
      ok: false,
      id: null,
      error: {
        code: 'line_too_long',
        key: 'error.line_too_long',
        params: { megabytes: maxLineBytes / 1024 / 1024 },
      },
    };
  }
  const message = 'text' in line ? parseJson(line.text) : undefined;
  if (message === undefined) {
    return {
      ok: false,
      id: null,
      error: { code: 'malformed_json', key: 'error.malformed_json', params: {} },
    };
  }
  if (typeof message.value !== 'object' || message.value === null) {
    return { ok: false, id: null, error: malformedRequest };
  }
  const { value } = message;
  const id = 'id' in value && isRequestId(value.id) ? value.id : null;
  if (id === null || !('channel' in value) || typeof value.channel !== 'string' || value.channel === '') {
    return { ok: false, id, error: malformedRequest };
  }
  return { ok: true, id, channel: value.channel, input: 'input' in value ? value.input : undefined };
}

function isRequestId(value: unknown): value is RequestId {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

/** Wrapped, so that the JSON `null` differs from what is not JSON. */
function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
