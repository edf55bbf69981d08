import { useState } from 'react';
import { useForm } from 'react-hook-form';
import {
  requestedBy,
  requestKind,
  requestKinds,
  requestWay,
} from '../../shared/domain/collection/person-request.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  FormDateField,
  FormRadioGroup,
  FormSelect,
  FormTextArea,
  FormTextField,
  notify,
  RadioGroup,
} from '../components/index.ts';
import { PersonPicker } from '../components/person-picker.tsx';
import type { PickedPerson } from '../components/picked-person.ts';

/** Whose data a request is about: somebody known, or somebody the office keeps nothing of. */
const subjects = ['known', 'without_record'] as const;
type Subject = (typeof subjects)[number];

interface RequestDraft {
  name: string;
  contact: string;
  kind: string;
  way: string;
  requestedBy: string;
  receivedOn: string | null;
  details: string;
}

/** Takes in what a person asks. Its due date is worked out from the day of receipt and said at once. */
export function RecordRequestDialog({
  person,
  onClose,
  onRecorded,
}: {
  /** Null: the person is looked for first. */
  person: PickedPerson | null;
  onClose(): void;
  onRecorded(requestId: string): void;
}) {
  const text = useText();
  return (
    <Dialog isOpen onClose={onClose} title={text('collection.record_request.title')} size="wide">
      <RecordRequest person={person} onClose={onClose} onRecorded={onRecorded} />
    </Dialog>
  );
}

function RecordRequest({
  person,
  onClose,
  onRecorded,
}: {
  person: PickedPerson | null;
  onClose(): void;
  onRecorded(requestId: string): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const today = useToday();
  const [picked, setPicked] = useState<PickedPerson | null>(person);
  const [subject, setSubject] = useState<Subject>('known');
  const [isPersonMissing, setPersonMissing] = useState(false);
  const isKnown = subject === 'known';
  const record = useSend('collection.recordRequest');
  const form = useForm<RequestDraft>({
    defaultValues: {
      name: '',
      contact: '',
      kind: '',
      way: 'in_person',
      requestedBy: 'person',
      receivedOn: today,
      details: '',
    },
  });
  const { submit, failure } = useFormCall(record, form);
  const chosen = { required: text('common.field.choose') };
  const save = form.handleSubmit(async (values) => {
    if (isKnown && picked === null) return setPersonMissing(true);
    const kind = requestKind.safeParse(values.kind);
    const way = requestWay.safeParse(values.way);
    const by = requestedBy.safeParse(values.requestedBy);
    if (!kind.success || !way.success || !by.success || values.receivedOn === null) return;
    const answer = await submit({
      personId: isKnown ? (picked?.personId ?? null) : null,
      requester: isKnown ? null : { name: values.name, contact: values.contact },
      kind: kind.data,
      way: way.data,
      requestedBy: by.data,
      receivedOn: values.receivedOn,
      details: values.details.trim(),
    });
    if (answer === undefined) return;
    notify(text('collection.record_request.done', { date: format.date(answer.dueOn) }));
    onClose();
    onRecorded(answer.requestId);
  });
  return (
    <form
      noValidate
      className="record-request"
      onSubmit={(event) => {
        if (isKnown && picked === null) setPersonMissing(true);
        void save(event);
      }}
    >
      {person === null ? (
        <RadioGroup<Subject>
          label={text('collection.record_request.subject')}
          layout="lines"
          value={subject}
          onChange={setSubject}
          options={subjects.map((each) => ({
            value: each,
            label: text(`collection.record_request.subject.${each}`),
          }))}
        />
      ) : null}
      {!isKnown ? (
        <div className="columns">
          <FormTextField
            control={form.control}
            name="name"
            label={text('collection.record_request.name')}
            hint={text('collection.record_request.name_hint')}
            maxLength={200}
            rules={{ required: text('common.field.required') }}
            autoFocus
          />
          <FormTextField
            control={form.control}
            name="contact"
            label={text('collection.record_request.contact')}
            hint={text('collection.record_request.contact_hint')}
            maxLength={300}
            isOptional
          />
        </div>
      ) : person === null ? (
        <PersonPicker
          label={text('collection.record_request.person')}
          value={picked}
          onChange={(next) => {
            setPicked(next);
            setPersonMissing(false);
          }}
          error={isPersonMissing ? text('collection.record_request.person_missing') : undefined}
          autoFocus
        />
      ) : (
        <p>
          <strong>{person.name}</strong>
        </p>
      )}
      <FormRadioGroup
        control={form.control}
        name="kind"
        label={text('collection.record_request.kind')}
        rules={chosen}
        options={requestKinds.map((kind) => ({
          value: kind,
          label: text(`collection.request.kind.${kind}`),
          description: text(`collection.request.kind_text.${kind}`),
        }))}
      />
      <div className="columns">
        <FormDateField
          control={form.control}
          name="receivedOn"
          label={text('collection.record_request.received')}
          maximum={today}
          rules={{ required: text('common.field.required') }}
        />
        <FormSelect
          control={form.control}
          name="way"
          label={text('collection.record_request.way')}
          rules={chosen}
          options={requestWay.options.map((way) => ({
            value: way,
            label: text(`collection.request.way.${way}`),
          }))}
        />
        <FormSelect
          control={form.control}
          name="requestedBy"
          label={text('collection.record_request.by')}
          rules={chosen}
          options={requestedBy.options.map((by) => ({
            value: by,
            label: text(`collection.request.by.${by}`),
          }))}
        />
      </div>
      <FormTextArea
        control={form.control}
        name="details"
        label={text('collection.record_request.details')}
        hint={text('collection.record_request.details_hint')}
        maxLength={2000}
        isOptional
      />
      <ErrorNote error={failure} />
      <DialogButtons>
        <Button onPress={onClose} isDisabled={record.isPending}>
          {text('common.cancel')}
        </Button>
        <Button kind="primary" type="submit" isBusy={record.isPending}>
          {text('collection.record_request.save')}
        </Button>
      </DialogButtons>
    </form>
  );
}
