import type { ChannelInput, ChannelName, ChannelOutput } from '../../../shared/contract/contract.ts';
import type { Bridge } from '../../bridge.ts';

/** A call that was refused although the demonstration is allowed everything it does. */
export class CallRefused extends Error {
  readonly code: string;

  constructor(channel: string, code: string) {
    super(`${channel}: ${code}`);
    this.code = code;
  }
}

/** Typed calls through the very contract the window uses; a refusal is thrown. */
export type Caller = <Name extends ChannelName>(
  channel: Name,
  input: ChannelInput<Name>,
) => Promise<ChannelOutput<Name>>;

export function callerOf(bridge: Pick<Bridge, 'call'>): Caller {
  return async (channel, input) => {
    const answer = await bridge.call(channel, input);
    if (!answer.ok) throw new CallRefused(channel, answer.error.code);
    // The records thread has parsed the output with the channel's schema before answering.
    return answer.value as ChannelOutput<typeof channel>;
  };
}
