import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useAnswerText, useText } from '../app/text.tsx';
import {
  Button,
  DefinitionList,
  Dialog,
  DialogButtons,
  ErrorNote,
  Explanation,
  FormNumberField,
  FormSelect,
  FormTextField,
  Section,
} from '../components/index.ts';
import type { BackupsView } from './backups.tsx';
import './backups.css';

type Plan = NonNullable<BackupsView['plan']>;

/** When backups make themselves, and whether the last one did. */
export function BackupPlanSection({ plan }: { plan: Plan | null }) {
  const text = useText();
  const may = useMay();
  const end = useSend('office.endBackupPlan');
  const [isSetting, setSetting] = useState(false);
  const buttons = may('office.manage_copies') ? (
    <>
      {plan === null ? null : (
        <Button onPress={() => end.mutate({})} isBusy={end.isPending}>
          {text('office.plan.end')}
        </Button>
      )}
      <Button onPress={() => setSetting(true)}>
        {text(plan === null ? 'office.plan.set' : 'office.plan.change')}
      </Button>
    </>
  ) : undefined;
  return (
    <Section title={text('office.plan.title')} actions={buttons}>
      <div className="stack">
        {plan === null ? <p className="quiet">{text('office.plan.none')}</p> : <PlanFacts plan={plan} />}
        <ErrorNote error={end.error?.error ?? null} />
      </div>
      {isSetting ? <PlanDialog plan={plan} onClose={() => setSetting(false)} /> : null}
    </Section>
  );
}

function PlanFacts({ plan }: { plan: Plan }) {
  const text = useText();
  const format = useOfficeFormat();
  const answerText = useAnswerText();
  return (
    <>
      <p className="backups-plan-says">
        {text('office.plan.says', { hours: plan.everyHours, folder: plan.folder, keep: plan.keepLast })}{' '}
        <span className="quiet">{text('office.plan.note')}</span>
      </p>
      {plan.lastFailure === null ? null : (
        <Explanation
          tone="ember"
          title={text(
            plan.lastFailure === 'attachments_lost' ? 'office.plan.incomplete' : 'office.plan.failed',
          )}
        >
          {answerText(`error.${plan.lastFailure}`, {})}
        </Explanation>
      )}
      <DefinitionList
        entries={[
          { term: text('office.plan.next'), value: format.instant(plan.nextDueAt) },
          {
            term: text('office.plan.last_attempt'),
            value: plan.lastAttemptAt === null ? null : format.instant(plan.lastAttemptAt),
          },
        ]}
      />
    </>
  );
}

const choices = ['6', '12', '24', '168'] as const;

interface Values {
  folder: string;
  everyHours: string;
  keepLast: number | null;
}

function PlanDialog({ plan, onClose }: { plan: Plan | null; onClose(): void }) {
  const text = useText();
  const form = useForm<Values>({
    defaultValues: {
      folder: plan?.folder ?? '',
      everyHours: choices.find((hours) => Number(hours) === plan?.everyHours) ?? '24',
      keepLast: plan?.keepLast ?? 7,
    },
  });
  const set = useSend('office.setBackupPlan');
  const { submit, failure } = useFormCall(set, form);
  const label = (hours: (typeof choices)[number]) => {
    if (hours === '24') return text('office.plan.daily');
    return hours === '168' ? text('office.plan.weekly') : text('office.plan.hours', { hours: Number(hours) });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text(plan === null ? 'office.plan.set' : 'office.plan.change')}
      size="wide"
      isBusy={set.isPending}
    >
      <form
        noValidate
        onSubmit={form.handleSubmit(async ({ folder, everyHours, keepLast }) => {
          const done = await submit({ folder, everyHours: Number(everyHours), keepLast: keepLast ?? 7 });
          if (done !== undefined) onClose();
        })}
      >
        <FormTextField
          control={form.control}
          name="folder"
          label={text('office.backups.folder')}
          hint={text('office.backups.folder_hint')}
          maxLength={1000}
          rules={{ required: text('common.field.required') }}
          autoFocus
        />
        <div className="columns">
          <FormSelect
            control={form.control}
            name="everyHours"
            label={text('office.plan.every')}
            options={choices.map((hours) => ({ value: hours, label: label(hours) }))}
          />
          <FormNumberField
            control={form.control}
            name="keepLast"
            label={text('office.plan.keep')}
            hint={text('office.plan.keep_hint')}
            minimum={1}
            maximum={100}
            rules={{ validate: (value) => value !== null || text('office.plan.keep_range') }}
          />
        </div>
        <ErrorNote error={failure} />
        <DialogButtons>
          <Button onPress={onClose} isDisabled={set.isPending}>
            {text('common.cancel')}
          </Button>
          <Button kind="primary" type="submit" isBusy={set.isPending}>
            {text('office.plan.set')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
