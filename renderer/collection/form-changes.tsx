import type { FormChange } from '../../shared/domain/collection/form-difference.ts';
import { useFormat, useText } from '../app/text.tsx';
import { Checkbox, StateMark, type StateTone } from '../components/index.ts';
import './form-changes.css';

type Consequence = 'renews' | 'wording' | 'none';
const tones: Readonly<Record<Consequence, StateTone>> = {
  renews: 'attention',
  wording: 'neutral',
  none: 'neutral',
};

/** What a version says otherwise than the one before, purpose by purpose, and what each change means for consents that were given. */
export function FormChanges({
  changes,
  renews,
  onWording,
  wording = new Set(),
}: {
  changes: readonly FormChange[];
  /** Whether the consents to the purpose of this change have to be renewed because of it. */
  renews(change: FormChange): boolean;
  /** Given: whoever publishes may say that a changed text is only better wording. */
  onWording?(key: string, isWording: boolean): void;
  wording?: ReadonlySet<string>;
}) {
  const text = useText();
  const format = useFormat();
  const groups = Map.groupBy(changes, ({ purposeId }) => purposeId);
  return (
    <div className="form-changes">
      {[...groups].map(([purposeId, group]) => (
        <section key={purposeId ?? 'form'} className="form-changes-group">
          <h4>
            {group[0]?.purposeName ? format.say(group[0].purposeName) : text('collection.changes.whole_form')}
          </h4>
          <ul>
            {group.map((change) => (
              <li key={change.key} className="form-change" data-part={change.part}>
                <div className="form-change-head">
                  <strong>
                    {text(`collection.changes.part.${change.part}`)}
                    {change.subject === null ? '' : `: ${format.say(change.subject)}`}
                  </strong>
                  <StateMark tone={tones[consequenceOf(change, renews(change))]}>
                    {text(`collection.changes.effect.${consequenceOf(change, renews(change))}`)}
                  </StateMark>
                </div>
                <Words change={change} />
                {change.effect === 'text' && onWording !== undefined ? (
                  <Checkbox
                    isSelected={wording.has(change.key)}
                    onChange={(isWording) => onWording(change.key, isWording)}
                    description={text('collection.changes.wording_only_is')}
                  >
                    {text('collection.changes.wording_only')}
                  </Checkbox>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function consequenceOf(change: FormChange, renews: boolean): Consequence {
  if (renews) return 'renews';
  return change.effect === 'none' ? 'none' : 'wording';
}

/** In both languages where only the other one changed for whoever reads. */
function Words({ change }: { change: FormChange }) {
  const text = useText();
  const format = useFormat();
  const { before, after } = change;
  if (change.part.endsWith('_added') || change.part.endsWith('_removed')) return null;
  const languages = (['ko', 'en'] as const).filter((each) => before?.[each] !== after?.[each]);
  const isSame = before !== null && after !== null && format.say(before) === format.say(after);
  const shown = isSame
    ? languages
    : languages.filter((each) => before !== null && format.say(before) === before[each]);
  const chosen = shown.length === 0 ? languages : shown;
  return (
    <>
      {chosen.slice(0, 1).map((each) => (
        <dl key={each} className="form-change-words" lang={each}>
          <div>
            <dt>{text('collection.changes.before')}</dt>
            <dd>
              <del>{before?.[each] || '–'}</del>
            </dd>
          </div>
          <div>
            <dt>{text('collection.changes.after')}</dt>
            <dd>
              <ins>{after?.[each] || '–'}</ins>
            </dd>
          </div>
        </dl>
      ))}
    </>
  );
}
