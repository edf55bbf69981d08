import { useText } from '../app/text.tsx';
import { Button, Explanation } from '../components/index.ts';

/** The most that the decisions of a review take at once (shared/contract/retention-review.ts). */
export const mostAtOnce = 5000;

/** What may be done with what is selected, each with its letter; null where this person, or this list, may not. */
export interface ReviewDeeds {
  readonly setAside: (() => void) | null;
  readonly refer: (() => void) | null;
  readonly separate: (() => void) | null;
  readonly extend: (() => void) | null;
  readonly event: (() => void) | null;
  readonly hold: (() => void) | null;
  readonly propose: (() => void) | null;
}

const deeds = [
  ['setAside', 's', 'retention.aside.action'],
  ['refer', 'r', 'retention.refer.action'],
  ['separate', 'a', 'retention.separate.action'],
  ['extend', 'e', 'retention.extend.action'],
  ['event', 'v', 'retention.enter.action'],
  ['hold', 'h', 'retention.hold.action'],
  ['propose', 'p', 'retention.propose.action'],
] as const satisfies readonly (readonly [keyof ReviewDeeds, string, string])[];

/** The letters of the deeds, where something is selected. */
export function lettersOf(may: ReviewDeeds, hasSome: boolean): Record<string, (() => void) | null> {
  return Object.fromEntries(deeds.map(([name, letter]) => [letter, hasSome ? may[name] : null]));
}

/** How many are selected, and what may be done with them. */
export function SelectionBar(props: {
  total: number;
  isPaged: boolean;
  count: number;
  isReading: boolean;
  onSelectAll(): void;
  onClear(): void;
  may: ReviewDeeds;
}) {
  const text = useText();
  const { count, may } = props;
  return (
    <fieldset className="review-selection">
      <legend className="visually-hidden">{text('retention.selection.label')}</legend>
      <div className="row">
        <span role="status" className={count === 0 ? 'quiet' : ''}>
          {count === 0 ? text('retention.selection.none') : text('retention.selection.count', { count })}
        </span>
        {props.isPaged ? (
          <Button
            kind="text"
            onPress={props.onSelectAll}
            isBusy={props.isReading}
            aria-keyshortcuts="Shift+A"
          >
            {text('retention.selection.all', { count: props.total })}
          </Button>
        ) : null}
        {count > 0 ? (
          <Button kind="text" onPress={props.onClear} aria-keyshortcuts="Escape">
            {text('retention.selection.clear')}
          </Button>
        ) : null}
      </div>
      <div className="row">
        {deeds.map(([name, letter, label]) => {
          const deed = may[name];
          return deed === null ? null : (
            <Button
              key={name}
              {...(name === 'propose' ? { kind: 'primary' as const } : {})}
              onPress={deed}
              isDisabled={count === 0}
              aria-keyshortcuts={letter}
            >
              {text(label)}{' '}
              <span className="keycap" aria-hidden="true">
                {letter}
              </span>
            </Button>
          );
        })}
      </div>
      {count >= mostAtOnce ? (
        <Explanation>{text('retention.selection.most', { count: mostAtOnce })}</Explanation>
      ) : null}
      <ReviewKeysHint />
    </fieldset>
  );
}

/** The keys that move and select; those that act stand on the buttons. */
function ReviewKeysHint() {
  const text = useText();
  const keys = [
    [['j', 'k'], 'move'],
    [['x'], 'select'],
    [['Shift', 'a'], 'all'],
    [['n', 'b'], 'page'],
    [['g'], 'group'],
    [['w'], 'why'],
    [['t'], 'take_back'],
    [['Esc'], 'clear'],
  ] as const;
  return (
    <ul className="review-keys quiet small">
      {keys.map(([names, what]) => (
        <li key={what}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}{' '}
          {text(`retention.keys.${what}`)}
        </li>
      ))}
    </ul>
  );
}
