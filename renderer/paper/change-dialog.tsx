import { useForm } from 'react-hook-form';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useText } from '../app/text.tsx';
import { notify } from '../components/index.ts';
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

type Opened = ChannelOutput<'paper.openEntry'>;

function useDraft({ entry, words, ruleId, collectedOn }: Opened) {
  return useForm<EntryDraft>({
    defaultValues: {
      ...draftOf(words, {
        coversFrom: entry.coversFrom,
        coversTo: entry.coversTo,
        records: entry.records,
        sheets: entry.sheets,
        weightGrams: entry.weightGrams,
      }),
      kind: entry.kind,
      code: entry.code,
      howMany: 1,
      ruleId: ruleId ?? noClass,
      collectedOn,
    },
  });
}

/** What is said about an entry, and how much it is. */
export function ChangeDialog({ opened, onClose }: { opened: Opened; onClose(): void }) {
  const text = useText();
  const form = useDraft(opened);
  const send = useSend('paper.changeEntry');
  const { submit, failure } = useFormCall(send, form);
  const save = form.handleSubmit(async (draft) => {
    const { entryId } = opened.entry;
    const answer = await submit({ entryId, words: wordsOf(draft, opened.words), extent: extentOf(draft) });
    if (answer === undefined) return;
    notify(text('paper.change.done'));
    onClose();
  });
  return (
    <FormDialog
      title={text('paper.change.title', { code: opened.entry.code })}
      save={text('paper.change.save')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
      size="wide"
    >
      <WordsFields control={form.control} kind={opened.entry.kind} />
    </FormDialog>
  );
}

/** Gives an entry a class, changes it, or takes it away. */
export function ClassDialog({ opened, onClose }: { opened: Opened; onClose(): void }) {
  const text = useText();
  const form = useDraft(opened);
  const send = useSend('paper.classifyEntry');
  const { submit, failure } = useFormCall(send, form);
  const save = form.handleSubmit(async (draft) => {
    const answer = await submit({ entryId: opened.entry.entryId, unit: unitOf(draft) });
    if (answer === undefined) return;
    notify(text('paper.class.done'));
    onClose();
  });
  return (
    <FormDialog
      title={text('paper.class.title', { code: opened.entry.code })}
      save={text('paper.class.save')}
      onSave={save}
      onClose={onClose}
      isBusy={send.isPending}
      failure={failure}
    >
      <p>{text('paper.class.lead')}</p>
      <ClassFields control={form.control} isChosen={form.watch('ruleId') !== noClass} />
    </FormDialog>
  );
}
