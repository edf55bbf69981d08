import type { UseFilter } from '../../shared/contract/provision-uses.ts';
import { useKinds } from '../../shared/domain/provision/gate.ts';
import { useText } from '../app/text.tsx';
import { Button, DateField, TextField } from '../components/index.ts';
import { Select } from '../components/select.tsx';
import './uses.css';

/** Which lines of the use log are shown. */
export function UseFilterFields({
  filter,
  onChange,
}: {
  filter: UseFilter;
  onChange(filter: UseFilter): void;
}) {
  const text = useText();
  return (
    <div className="uses-filter">
      <Select
        label={text('provision.uses.filter.outcome')}
        value={filter.outcome}
        onChange={(outcome) => onChange({ ...filter, outcome })}
        options={(['all', 'blocked', 'withheld'] as const).map((outcome) => ({
          value: outcome,
          label: text(`provision.uses.filter.${outcome}`),
        }))}
      />
      <DateField
        label={text('provision.uses.filter.from')}
        value={filter.from}
        onChange={(from) => onChange({ ...filter, from })}
        isOptional
      />
      <DateField
        label={text('provision.uses.filter.to')}
        value={filter.to}
        onChange={(to) => onChange({ ...filter, to })}
        isOptional
      />
      <TextField
        label={text('provision.uses.filter.staff')}
        value={filter.staffNumber === null ? '' : String(filter.staffNumber)}
        onChange={(value) => {
          const digits = value.replaceAll(/\D/g, '').slice(0, 6);
          onChange({ ...filter, staffNumber: Number(digits) > 0 ? Number(digits) : null });
        }}
        isOptional
      />
      <Select
        label={text('provision.uses.filter.kind')}
        value={filter.kind ?? 'all'}
        onChange={(kind) => onChange({ ...filter, kind: kind === 'all' ? null : kind })}
        options={[
          { value: 'all' as const, label: text('provision.uses.filter.every_kind') },
          ...useKinds.map((kind) => ({ value: kind, label: text(`provision.use_kind.${kind}`) })),
        ]}
      />
      {filter.personId === null ? null : (
        <Button onPress={() => onChange({ ...filter, personId: null })}>
          {text('provision.uses.filter.everybody', { id: filter.personId.slice(0, 8) })}
        </Button>
      )}
    </div>
  );
}
