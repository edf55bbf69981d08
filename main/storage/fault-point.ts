/**
 * Named moments at which a process may die or a disk may refuse.
 *
 * Every write to the data folder passes one of these first. In production they do nothing. A test records the names that
 * an operation passes and then repeats the operation once for each of them, killing the process or failing the disk
 * there, so that the list of places comes from the code and cannot fall behind it.
 *
 * A child process is told by `ASHBOOK_FAULT_POINT="name:occurrence:action"`: at the n-th time (from 1) that the point is
 * passed, do the action. Actions: `kill` (SIGKILL before the operation), `torn` (SIGKILL after half of the bytes are
 * written; the same as `kill` where nothing is written), or a system error code to throw, such as `EIO` or `ENOSPC`.
 */
export type FaultAction = 'kill' | 'torn' | `E${string}`;

interface ArmedFault {
  readonly name: string;
  readonly action: FaultAction;
  remaining: number;
}

let armed: ArmedFault | undefined = parseArmedFault(process.env.ASHBOOK_FAULT_POINT);
let recording: string[] | undefined;

/**
 * To be called before the operation named.
 * @returns 'torn' when the caller is to write half of its bytes and then call `dieHere`.
 */
export function faultPoint(name: string): 'go' | 'torn' {
  recording?.push(name);
  if (armed === undefined || armed.name !== name) return 'go';
  armed.remaining -= 1;
  if (armed.remaining > 0) return 'go';
  const { action } = armed;
  armed = undefined;
  if (action === 'torn') return 'torn';
  if (action === 'kill') dieHere();
  throw Object.assign(new Error(`${action}: injected at ${name}`), { code: action });
}

/** Ends the process as a power cut would: no handlers, no clean-up. */
export function dieHere(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal is delivered asynchronously; nothing may run meanwhile.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  throw new Error('still alive after SIGKILL');
}

/** Arms a fault in this process, or disarms it. Only for tests. */
export function armFault(fault: { name: string; occurrence: number; action: FaultAction } | undefined): void {
  armed = fault && { name: fault.name, action: fault.action, remaining: fault.occurrence };
}

/** Starts noting the points passed; the function returned ends it and answers them in order. Only for tests. */
export function recordFaultPoints(): () => string[] {
  const names: string[] = [];
  recording = names;
  return () => {
    recording = undefined;
    return names;
  };
}

function parseArmedFault(text: string | undefined): ArmedFault | undefined {
  const match = /^([\w.-]+):(\d+):(kill|torn|E[A-Z]+)$/.exec(text ?? '');
  if (match === null) return undefined;
  const [, name = '', occurrence, action] = match;
  return { name, remaining: Number(occurrence), action: action as FaultAction };
}
