import type { Twin } from '../../shared/contract/paper-twins.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Checkbox } from '../components/index.ts';

/** The most units whose other form is asked about at once. */
const askedAtOnce = 5000;

/** The other form of these units, and how many of them are on paper; asked once, whoever needs it. */
export function useTwins(unitIds: readonly string[], isNeeded = true) {
  const may = useMay();
  return useCall(
    'paper.twinsOf',
    { unitIds: unitIds.slice(0, askedAtOnce) },
    { enabled: isNeeded && may('paper.read') && unitIds.length > 0 },
  );
}

/**
 * One record in two forms: says of units that are to be destroyed where their other form is, and takes it onto the same order
 * where that is possible. Shows nothing where there is none.
 */
export function TwinsQuestion({
  unitIds,
  added,
  onAdd,
}: {
  unitIds: readonly string[];
  /** Units taken onto the order beside those asked about. */
  added: ReadonlySet<string>;
  onAdd(added: ReadonlySet<string>): void;
}) {
  const text = useText();
  const query = useTwins(unitIds);
  const twins = (query.data?.twins ?? []).filter(({ isAsked }) => !isAsked);
  if (twins.length === 0) return null;
  const toggle = (unitId: string, isAdded: boolean) => {
    const next = new Set(added);
    if (isAdded) next.add(unitId);
    else next.delete(unitId);
    onAdd(next);
  };
  return (
    <fieldset className="twins">
      <legend>
        <strong>{text('paper.twins.title', { count: twins.length })}</strong>
      </legend>
      <p className="small">{text('paper.twins.lead')}</p>
      {twins.map((twin) => (
        <TwinLine
          key={twin.form === 'paper' ? twin.entryId : twin.unitId}
          twin={twin}
          added={added}
          onToggle={toggle}
        />
      ))}
    </fieldset>
  );
}

function TwinLine({
  twin,
  added,
  onToggle,
}: {
  twin: Twin;
  added: ReadonlySet<string>;
  onToggle(unitId: string, isAdded: boolean): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const unitId = twin.form === 'paper' ? twin.paperUnitId : twin.unitId;
  const name =
    twin.form === 'paper'
      ? text('paper.twins.paper', {
          code: twin.code,
          place: twin.place.map(({ code }) => code).join(' / ') || text('paper.place.none'),
        })
      : text('paper.twins.electronic', { name: format.say(twin.className) });
  const others =
    twin.form === 'paper' && twin.others > 0 ? text('paper.twins.others', { count: twin.others }) : '';
  if (unitId !== null && twin.canBeOrdered) {
    return (
      <Checkbox
        isSelected={added.has(unitId)}
        onChange={(isAdded) => onToggle(unitId, isAdded)}
        {...(others === '' ? {} : { description: others })}
      >
        {text('paper.twins.add', { name })}
      </Checkbox>
    );
  }
  const why =
    twin.dueOn === null
      ? text('paper.twins.stays')
      : text('paper.twins.stays_until', { date: format.date(twin.dueOn) });
  return (
    <p className="small">
      <strong>{name}</strong>: {why} {others}
    </p>
  );
}
