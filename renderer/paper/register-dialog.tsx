import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { EntryRow } from '../../shared/contract/paper.ts';
import { type EntryKind, entryKinds, isPlace, mayHold } from '../../shared/domain/paper/entry-kind.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import {
  Button,
  Dialog,
  DialogButtons,
  FormNumberField,
  FormRadioGroup,
  FormTextField,
} from '../components/index.ts';
import { FormDialog } from '../provision/form-dialog.tsx';
import {
  ClassFields,
  draftOf,
  type EntryDraft,
  extentOf,
  noClass,
  unitOf,
  WordsFields,
  wordsOf,
} from './entry-fields.tsx';
import { LabelDialog } from './label-dialog.tsx';

type Registered = ChannelOutput<'paper.registerEntries'>['entries'];

const nothingSaid = { title: '', note: '', formerCode: '', formRanges: [] };
const notCounted = { coversFrom: null, coversTo: null, records: null, sheets: null, weightGrams: null };

/** Registers something in a place, or several boxes alike at once; their labels are a press away. */
export function RegisterDialog({ parent, onClose }: { parent: EntryRow | null; onClose(): void }) {
  const text = useText();
  const kinds = entryKinds.filter((kind) =>
    parent === null ? kind !== 'room' && kind !== 'shelf' : mayHold(parent.kind, kind),
  );
  // What a place holds most often is what comes next below it; a shelf and a site's rooms hold boxes before all.
  const usual: EntryKind = parent === null ? 'site' : parent.kind === 'room' ? 'shelf' : (kinds[0] ?? 'box');
  const form = useForm<EntryDraft>({
    defaultValues: {
      ...draftOf(nothingSaid, notCounted),
      kind: usual,
      code: '',
      howMany: 1,
      ruleId: noClass,
      collectedOn: null,
    },
  });
  const send = useSend('paper.registerEntries');
  const { submit, failure } = useFormCall(send, form);
  const [done, setDone] = useState<Registered | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const { kind, howMany, ruleId } = form.watch();
  const save = form.handleSubmit(async (draft) => {
    const answer = await submit({
      kind: draft.kind,
      parentId: parent?.entryId ?? null,
      code: draft.code.trim() === '' ? null : draft.code.trim(),
      howMany: isPlace(draft.kind) ? 1 : (draft.howMany ?? 1),
      words: wordsOf(draft),
      extent: extentOf(draft),
      unit: isPlace(draft.kind) ? null : unitOf(draft),
    });
    if (answer !== undefined) setDone(answer.entries);
  });
  if (done !== null) {
    if (isPrinting) return <LabelDialog entryIds={done.map(({ entryId }) => entryId)} onClose={onClose} />;
    const [first] = done;
    const last = done.at(-1);
    return (
      <Dialog isOpen onClose={onClose} title={text('paper.register.done', { count: done.length })}>
        <p className="paper-registered">
          {done.length === 1
            ? first?.code
            : text('paper.register.range', { from: first?.code ?? '', to: last?.code ?? '' })}
        </p>
        <DialogButtons>
          <Button onPress={onClose}>{text('common.close')}</Button>
          <Button kind="primary" onPress={() => setPrinting(true)} autoFocus>
            {text('paper.label.open')}
          </Button>
        </DialogButtons>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={
        parent === null
          ? text('paper.register.title')
          : text('paper.register.title_in', { code: parent.code })
      }
      save={text('paper.register.save')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
      size="wide"
    >
      <FormRadioGroup
        control={form.control}
        name="kind"
        label={text('paper.field.kind')}
        options={kinds.map((value) => ({ value, label: text(`paper.kind.${value}`) }))}
      />
      <div className="columns">
        {isPlace(kind) ? null : (
          <FormNumberField
            control={form.control}
            name="howMany"
            label={text('paper.field.how_many')}
            minimum={1}
            maximum={200}
          />
        )}
        {(howMany ?? 1) > 1 && !isPlace(kind) ? null : (
          <FormTextField
            control={form.control}
            name="code"
            label={text('paper.field.code')}
            hint={text('paper.field.code_hint')}
            maxLength={24}
            isOptional
          />
        )}
      </div>
      {isPlace(kind) ? null : <ClassFields control={form.control} isChosen={ruleId !== noClass} />}
      <WordsFields control={form.control} kind={kind} />
    </FormDialog>
  );
}
