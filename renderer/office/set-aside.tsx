import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { type CallFailure, call } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, Explanation } from '../components/index.ts';

type Moved = Pick<ChannelOutput<'office.setAside'>, 'movedTo' | 'holdsKeys'>;
const movedKey = ['office.setAside'];

/** The way on when the folder was found damaged: it is set aside as it is, and an office restored in its place. */
export function SetAside() {
  const text = useText();
  const client = useQueryClient();
  const setAside = useMutation<ChannelOutput<'office.setAside'>, CallFailure>({
    mutationFn: () => call('office.setAside', {}),
    onSuccess: ({ status, ...moved }) => {
      client.setQueryData<Moved>(movedKey, moved);
      client.setQueryData(['office.status', {}], status);
    },
  });
  return (
    <Explanation>
      <div className="stack">
        <p>{text('office.set_aside.text')}</p>
        <ErrorNote error={setAside.error?.error} />
        <Button onPress={() => setAside.mutate()} isBusy={setAside.isPending}>
          {text('office.set_aside.offer')}
        </Button>
      </div>
    </Explanation>
  );
}

/** Where a damaged folder has just been moved to, or undefined. */
export function useSetAsideFolder(): Moved | undefined {
  return useQueryClient().getQueryData<Moved>(movedKey);
}
