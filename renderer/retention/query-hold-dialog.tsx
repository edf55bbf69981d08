import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { call, useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useMay } from '../app/session.ts';
import { useFormat, useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  FormCheckboxGroup,
  FormDateField,
  FormTextArea,
  FormTextField,
  notify,
} from '../components/index.ts';
import { PeopleChooser } from '../components/people-chooser.tsx';
import type { PickedPerson } from '../components/picked-person.ts';

interface Values {
  classes: string[];
  /** Chosen by name, by whoever may find people. */
  chosen: readonly PickedPerson[];
  /** Told by their identifiers, one a line, to whoever may not. */
  identifiers: string;
  collectedFrom: string | null;
  collectedTo: string | null;
  remindOn: string | null;
  authority: string;
  reason: string;
}

const queryOf = ({ classes, chosen, identifiers, collectedFrom, collectedTo }: Values) => ({
  recordClassIds: classes,
  personIds: [
    ...chosen.map(({ personId }) => personId),
    ...identifiers.split(/\s+/).filter((identifier) => identifier !== ''),
  ],
  collectedFrom,
  collectedTo,
});

/** A hold on everything that matches: people, classes, days of collection. */
export function QueryHoldDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const may = useMay();
  const format = useFormat();
  const rules = useCall('retention.listRules', {});
  const form = useForm<Values>({
    defaultValues: {
      classes: [],
      chosen: [],
      identifiers: '',
      collectedFrom: null,
      collectedTo: null,
      remindOn: null,
      authority: '',
      reason: '',
    },
  });
  const [counted, setCounted] = useState<{ of: string; units: number } | null>(null);
  const place = useSend('retention.placeHold');
  const fieldOf = (path: string) =>
    path.startsWith('query.personIds') ? 'identifiers' : path.replace(/^query\./, '');
  const preview = useFormCall(
    { mutateAsync: (values: Values) => call('retention.previewHold', { query: queryOf(values) }) },
    form,
    fieldOf,
  );
  const { submit, failure } = useFormCall(place, form, fieldOf);
  const filled = { required: text('common.field.required') };
  const classes = new Map((rules.data?.rules ?? []).map((rule) => [rule.recordClassId, rule.className]));
  const asked = JSON.stringify(queryOf(form.watch()));
  const count = async () => {
    const found = await preview.submit(form.getValues());
    setCounted(found ? { of: asked, units: found.units } : null);
  };
  const send = async (values: Values) => {
    const { authority, reason, remindOn } = values;
    const placed = await submit({ unitIds: [], query: queryOf(values), remindOn, authority, reason });
    if (!placed) return;
    notify(text('retention.hold.done', { count: placed.units }));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text('retention.hold.query.title')}
      size="wide"
      isBusy={place.isPending}
    >
      <form onSubmit={form.handleSubmit(send)} noValidate>
        <div className="hold-words stack-tight">
          <p>{text('retention.hold.query.lead')}</p>
          <Explanation>{text('retention.hold.personal_data')}</Explanation>
        </div>
        <div className="columns">
          <FormTextField
            control={form.control}
            name="authority"
            label={text('retention.hold.authority')}
            hint={text('retention.hold.authority.hint')}
            maxLength={120}
            rules={filled}
            autoFocus
          />
          <FormDateField
            control={form.control}
            name="remindOn"
            label={text('retention.hold.remind')}
            hint={text('retention.hold.remind.hint')}
          />
        </div>
        <FormTextArea
          control={form.control}
          name="reason"
          label={text('retention.hold.reason')}
          hint={text('retention.hold.reason.hint')}
          maxLength={300}
          rules={filled}
        />
        <div className="columns">
          <FormDateField
            control={form.control}
            name="collectedFrom"
            label={text('retention.hold.query.from')}
          />
          <FormDateField control={form.control} name="collectedTo" label={text('retention.hold.query.to')} />
        </div>
        {may('collection.read_people') ? (
          <PeopleChooser
            label={text('retention.hold.query.person')}
            chosenLabel={text('retention.hold.query.people')}
            people={form.watch('chosen')}
            onChange={(chosen) => form.setValue('chosen', chosen)}
            isOptional
          />
        ) : (
          <FormTextArea
            control={form.control}
            name="identifiers"
            label={text('retention.hold.query.identifiers')}
            hint={text('retention.hold.query.identifiers.hint')}
            maxLength={40_000}
          />
        )}
        <FormCheckboxGroup
          control={form.control}
          name="classes"
          label={text('retention.hold.query.classes')}
          options={[...classes].map(([value, name]) => ({ value, label: format.say(name) }))}
        />
        <div className="row">
          <Button onPress={count}>{text('retention.hold.query.count')}</Button>
          {counted?.of === asked ? (
            <span role="status">{text('retention.hold.query.matches', { count: counted.units })}</span>
          ) : null}
        </div>
        <ErrorNote error={preview.failure ?? failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={place.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={place.isPending}>
            {text('retention.hold.action')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
