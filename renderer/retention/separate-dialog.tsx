import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { ConfirmDialog, notify } from '../components/index.ts';

/** Asks before records are kept apart, naming what follows: it is not taken back. */
export function SeparateDialog({
  unitIds,
  onClose,
  onSeparated,
}: {
  unitIds: string[];
  onClose(): void;
  onSeparated(): void;
}) {
  const text = useText();
  const separate = useSend('retention.separate');
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() =>
        separate.mutate(
          { unitIds },
          {
            onSuccess: ({ units }) => {
              notify(text('retention.separate.done', { count: units }));
              onSeparated();
            },
          },
        )
      }
      title={text('retention.separate.title', { count: unitIds.length })}
      consequence={text('retention.separate.consequence')}
      confirmLabel={text('retention.separate.action')}
      isBusy={separate.isPending}
      error={separate.error?.error ?? null}
    />
  );
}
