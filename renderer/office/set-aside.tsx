import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { type CallFailure, call } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, Explanation } from '../components/index.ts';

const movedToKey = ['office.setAside'];

/** The way on when a sign-in has found the folder damaged: it is set aside as it is, and an office restored in its place. */
export function SetAside() {
  const text = useText();
  const client = useQueryClient();
  const setAside = useMutation<ChannelOutput<'office.setAside'>, CallFailure>({
    mutationFn: () => call('office.setAside', {}),
    onSuccess: ({ movedTo, status }) => {
      client.setQueryData(movedToKey, movedTo);
      client.setQueryData(['office.status', {}], status);
    },
  });
  return (
    <Explanation>
      <p>{text('office.set_aside.text')}</p>
      <ErrorNote error={setAside.error?.error} />
      <Button onPress={() => setAside.mutate()} isBusy={setAside.isPending}>
        {text('office.set_aside.offer')}
      </Button>
    </Explanation>
  );
}

/** Where a damaged folder has just been moved to, or undefined. */
export function useSetAsideFolder(): string | undefined {
  return useQueryClient().getQueryData<string>(movedToKey);
}
