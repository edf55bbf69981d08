/**
 * A refusal is an answer, not an accident: a rule said no, and the person is told which and what to do.
 *
 * `code` is one of the error codes of `shared/contract/error-codes.ts`; its text is the message `error.<code>`. `params`
 * fill that text and never hold personal data. A param named `field` says which input field it is about.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly params: Record<string, string | number>;

  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
  }
}
