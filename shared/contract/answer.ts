/**
 * The one shape in which every call is answered, on every host.
 *
 * `code` is stable and meant for programs; `key` names a message in `shared/text`; `params` fill that message.
 * Nothing else crosses: no SQL text, no stack, no path, no personal data.
 */
export type Answer<Value = unknown> = { ok: true; value: Value } | { ok: false; error: CallError };

export type MessageParams = Record<string, string | number>;

export interface CallError {
  code: string;
  key: string;
  params: MessageParams;
  /** For `invalid_input`: what is wrong with which field, so that a screen can say it next to the field. */
  fields?: FieldError[];
}

export interface FieldError {
  /** Dotted path into the input, for example `person.telephone`. */
  path: string;
  key: string;
  params: MessageParams;
}

/** What the records thread tells the window without being asked. */
export type RecordsEvent =
  | { event: 'progress'; channel: string; step: string; done: number; total: number }
  /** Something was written by the clock rather than by a call: every list on screen may be out of date. */
  | { event: 'changed'; by: string }
  /** What the clock has brought, for the operating system to say: counts, and nothing about anybody. */
  | { event: 'notice'; due: number; late: number; lateSoon: number }
  /** What the application did in the office's window, with nobody attending: counts of orders. */
  | { event: 'scheduled'; carriedOut: number; notCarriedOut: number }
  | { event: 'session'; state: 'open' | 'locked' | 'signed_out' };
