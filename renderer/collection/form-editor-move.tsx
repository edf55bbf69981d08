import { useText } from '../app/text.tsx';
import { Button } from '../components/index.ts';

/** Up, down and away, for one row of a list that is written in order. */
export function MoveButtons({
  name,
  index,
  count,
  mayRemoveLast = false,
  onMove,
  onRemove,
}: {
  /** Names the row to a screen reader. */
  name: string;
  index: number;
  count: number;
  /** Whether the list may become empty. */
  mayRemoveLast?: boolean;
  onMove(to: number): void;
  onRemove(): void;
}) {
  const text = useText();
  // Of a list of one that must not become empty nothing is moved or removed.
  if (count === 1 && !mayRemoveLast) return null;
  return (
    <div className="form-editor-move">
      <span data-move="up">
        <Button
          kind="text"
          isDisabled={index === 0}
          onPress={() => onMove(index - 1)}
          aria-label={text('collection.editor.move_up', { name })}
        >
          ↑
        </Button>
      </span>
      <span data-move="down">
        <Button
          kind="text"
          isDisabled={index === count - 1}
          onPress={() => onMove(index + 1)}
          aria-label={text('collection.editor.move_down', { name })}
        >
          ↓
        </Button>
      </span>
      <Button kind="text" onPress={onRemove} aria-label={text('collection.editor.remove', { name })}>
        {text('collection.editor.remove_short')}
      </Button>
    </div>
  );
}
