import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChannelInput } from '../../shared/contract/contract.ts';
import type { OfficeStatus, SessionUser } from '../../shared/contract/office.ts';
import type { Permission } from '../../shared/domain/office/permission.ts';
import { type CallFailure, call, useCall } from './call.ts';
import { useFormat } from './text.tsx';

/** Whether the office exists, who is signed in, in which language; undefined until the first answer. */
export function useStatus(): OfficeStatus | undefined {
  return useCall('office.status', {}).data;
}

/** Channels that answer with the new status. */
type StatusChannel =
  | 'office.create'
  | 'office.signIn'
  | 'office.lock'
  | 'office.unlock'
  | 'office.signOut'
  | 'office.setPreferences';

/** `useSend` for the channels that change the session: the answer is the new status at once, without asking again. */
export function useSessionSend<Name extends StatusChannel>(
  channel: Name,
): UseMutationResult<OfficeStatus, CallFailure, ChannelInput<Name>> {
  const client = useQueryClient();
  return useMutation<OfficeStatus, CallFailure, ChannelInput<Name>>({
    mutationKey: [channel],
    mutationFn: (input) => call(channel, input),
    onSuccess: (status) => {
      client.setQueryData(['office.status', {}], status);
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'office.status' });
    },
  });
}

/** The signed-in person. Only for screens inside the shell, which is shown to a signed-in person only. */
export function useUser(): SessionUser {
  const user = useStatus()?.user;
  if (!user) throw new Error('this screen is only for a signed-in person');
  return user;
}

/** `const may = useMay(); may('destruction.approve')`: to leave out what would be refused anyway. The records thread decides. */
export function useMay(): (permission: Permission) => boolean {
  const held = useStatus()?.user?.permissions ?? [];
  return (permission) => held.includes(permission);
}

/** Today in the office's time zone, `YYYY-MM-DD`. The records thread's clock, not the page's. */
export function useToday(): string {
  const today = useStatus()?.today;
  if (!today) throw new Error('this screen is only for a signed-in person');
  return today;
}

/** `useFormat` in the office's own time zone. */
export function useOfficeFormat() {
  return useFormat(useStatus()?.office?.timeZone);
}
