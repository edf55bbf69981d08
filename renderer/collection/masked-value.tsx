import type { UseReason } from '../../shared/contract/collection.ts';
import { useSend } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote } from '../components/index.ts';

/** A sensitive item: dots until somebody asks, which is entered in the use log each time. Hidden again, it is forgotten. */
export function MaskedValue({
  unitId,
  itemCode,
  label,
  reason,
}: {
  unitId: string;
  itemCode: string;
  label: string;
  /** Why the person's data is looked at. */
  reason: UseReason;
}) {
  const text = useText();
  const show = useSend('collection.showValue');
  const isShown = show.data !== undefined;
  return (
    <span className="masked-value">
      {isShown ? <bdi>{show.data.value}</bdi> : <span aria-hidden="true">••••••</span>}
      <Button
        kind="text"
        isBusy={show.isPending}
        aria-label={text(isShown ? 'collection.masked.hide_named' : 'collection.masked.show_named', {
          label,
        })}
        onPress={() => {
          if (isShown) show.reset();
          else show.mutate({ unitId, itemCode, reason });
        }}
      >
        {text(isShown ? 'collection.masked.hide' : 'collection.masked.show')}
      </Button>
      <ErrorNote error={show.error?.error ?? null} />
    </span>
  );
}
