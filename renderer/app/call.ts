import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../shared/contract/contract.ts';
import type {} from '../../shared/contract/window.ts';

/** A call that was answered with `ok: false`. The only kind of error a screen ever sees from a hook of this file. */
export class CallFailure extends Error {
  readonly error: CallError;
  constructor(error: CallError) {
    super(error.code);
    this.name = 'CallFailure';
    this.error = error;
  }
}

/** One call, outside React. Throws a CallFailure. */
export async function call<Name extends ChannelName>(
  channel: Name,
  input: ChannelInput<Name>,
): Promise<ChannelOutput<Name>> {
  const answer = await window.ashbook.call(channel, input);
  if (!answer.ok) throw new CallFailure(answer.error);
  // The records thread has parsed the value with the channel's output schema before it was sent.
  return answer.value as ChannelOutput<Name>;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // There is no network: TanStack Query would otherwise hold every call back while the computer is offline.
    queries: { networkMode: 'always', retry: false, staleTime: 30_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** First part of the key of a document that is shown (components/document): it is not made again after every change. */
export const documentKey = 'document';
const changed = { predicate: ({ queryKey }: { queryKey: QueryKey }) => queryKey[0] !== documentKey };

const statusKey: QueryKey = ['office.status', {}];

/**
 * Reads. For channels whose effect is `read` only: everything on screen is asked again after each change, and a channel
 * that writes (`collection.openPerson`) would then write again. Use `useSend` for those.
 *
 * @param options.enabled false: do not ask yet
 * @param options.keepPrevious show the former page of a list while the next one is read. Never for a single record: the old
 *   one would be shown under the new one's name.
 */
export function useCall<Name extends ChannelName>(
  channel: Name,
  input: ChannelInput<Name>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<ChannelOutput<Name>, CallFailure> {
  const query: UseQueryResult<unknown, CallFailure> = useQuery<unknown, CallFailure>({
    queryKey: [channel, input],
    queryFn: () => call(channel, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  // The key holds the channel's name, so what lies under it is the channel's output.
  return query as UseQueryResult<ChannelOutput<Name>, CallFailure>;
}

/** Writes and long work: `const approve = useSend('destruction.approveOrder'); approve.mutate({ orderId, digest })`. */
export function useSend<Name extends ChannelName>(
  channel: Name,
): UseMutationResult<ChannelOutput<Name>, CallFailure, ChannelInput<Name>> {
  const client = useQueryClient();
  return useMutation<ChannelOutput<Name>, CallFailure, ChannelInput<Name>>({
    mutationKey: [channel],
    mutationFn: (input) => call(channel, input),
    onMutate: () => setProgress(channel, null),
    onSuccess: () => {
      void client.invalidateQueries(changed);
    },
    onSettled: () => setProgress(channel, null),
  });
}

export interface Progress {
  /** What is being done now: the last part of the message `<room>.step.<step>`. */
  step: string;
  done: number;
  /** 0 while it is not known how much there is. */
  total: number;
}

const progressOf = new Map<string, Progress>();
const progressListeners = new Set<() => void>();

function setProgress(channel: string, progress: Progress | null): void {
  if (progress === null) progressOf.delete(channel);
  else progressOf.set(channel, progress);
  for (const listener of progressListeners) listener();
}

function subscribeToProgress(listener: () => void): () => void {
  progressListeners.add(listener);
  return () => progressListeners.delete(listener);
}

/** How far the long work of a channel is; null while none is running. */
export function useProgress(channel: ChannelName): Progress | null {
  return useSyncExternalStore(subscribeToProgress, () => progressOf.get(channel) ?? null);
}

/** Starts listening to the records thread, for the life of the page. */
export function listenToRecords(): () => void {
  return window.ashbook.on((event) => {
    if (event.event === 'progress') {
      setProgress(event.channel, { step: event.step, done: event.done, total: event.total });
    } else if (event.event === 'changed') {
      void queryClient.invalidateQueries(changed);
    } else if (event.event === 'session') {
      // What one person was shown does not wait in memory for the next.
      if (event.state === 'signed_out') {
        queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'office.status' });
        // What was sent and answered by a write stays for minutes otherwise: a person's data, a password.
        queryClient.getMutationCache().clear();
      }
      void queryClient.invalidateQueries({ queryKey: statusKey });
    }
  });
}
