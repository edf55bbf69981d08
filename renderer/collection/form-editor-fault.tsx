import { type FormFault, paramsOfFault } from '../../shared/domain/collection/form-faults.ts';
import { useText } from '../app/text.tsx';

export type Faults = readonly FormFault[];

/** Why the form cannot be published yet, at the place it can be mended; nothing where there is no such fault. */
export function FaultNote({
  faults,
  code,
  item,
}: {
  faults: Faults;
  code: FormFault['code'];
  /** For an item defined twice: the item this note stands at. */
  item?: string;
}) {
  const text = useText();
  const fault = faults.find(
    (each) => each.code === code && (!('item' in each) || item === undefined || each.item === item),
  );
  if (fault === undefined) return null;
  return (
    <p className="form-editor-fault" data-fault={code} role="alert">
      {text(`error.${fault.code}`, paramsOfFault(fault))}
    </p>
  );
}
