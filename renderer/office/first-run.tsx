import { useEffect, useMemo, useRef, useState } from 'react';
import { type FieldPath, type UseFormReturn, useForm } from 'react-hook-form';
import type { Jurisdiction } from '../../shared/domain/retention/retention-rule.ts';
import { useFormCall } from '../app/form-call.ts';
import { router } from '../app/router.ts';
import { useSessionSend } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import {
  Button,
  ErrorNote,
  Explanation,
  FormRadioGroup,
  FormSearchSelect,
  FormTextField,
  ProgressPanel,
} from '../components/index.ts';
import { Entrance } from './entrance.tsx';
import { newUserValues, UserFields, type UserValues } from './user-fields.tsx';
import './first-run.css';

interface Values {
  officeName: string;
  timeZone: string;
  jurisdiction: Jurisdiction;
  cipher: 'aegis' | 'sqlcipher';
  administrator: UserValues;
  secondUser: UserValues;
}

const steps = ['office', 'protection', 'administrator', 'second_user'] as const;
type Step = (typeof steps)[number];

const fieldsOf: Readonly<Record<Step, readonly FieldPath<Values>[]>> = {
  office: ['officeName', 'timeZone', 'jurisdiction'],
  protection: ['cipher'],
  administrator: ['administrator'],
  second_user: ['secondUser'],
};

function timeZones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([own, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
}

/** Four short pages that make an office. Nothing is written before the last one is sent. */
export function FirstRunScreen({ onRestore }: { onRestore(): void }) {
  const text = useText();
  const language = useLanguage();
  const create = useSessionSend('office.create');
  const zones = useMemo(timeZones, []);
  const form = useForm<Values>({
    defaultValues: {
      officeName: '',
      timeZone: zones[0] ?? 'UTC',
      jurisdiction: 'korea',
      cipher: 'aegis',
      administrator: newUserValues(['reviewer', 'administrator']),
      secondUser: newUserValues(['clerk', 'reviewer']),
    },
  });
  const { submit, failure } = useFormCall(create, form);
  useRecheck(form);
  const [step, setStep] = useState<Step>('office');
  const heading = useRef<HTMLHeadingElement>(null);
  const position = steps.indexOf(step);
  const isLast = position === steps.length - 1;

  function turnTo(next: Step | undefined): void {
    if (next === undefined) return;
    setStep(next);
    // After the page is turned: the heading first, then Tab leads to its first field.
    requestAnimationFrame(() => heading.current?.focus());
  }

  async function goOn(): Promise<void> {
    const isGood = await form.trigger([...fieldsOf[step]], { shouldFocus: true });
    if (!isGood) return;
    if (!isLast) {
      turnTo(steps[position + 1]);
      return;
    }
    await send(form.getValues());
  }

  async function send(values: Values): Promise<void> {
    const created = await submit({
      officeName: values.officeName,
      timeZone: values.timeZone,
      jurisdiction: values.jurisdiction,
      language,
      cipher: values.cipher,
      administrator: withoutRepeat(values.administrator),
      secondUser: withoutRepeat(values.secondUser),
    });
    if (created !== undefined) {
      // The office exists; the cards that open it when passwords are forgotten are the step that is left.
      await router.navigate({ to: '/keys/kit' });
      return;
    }
    const wrong = steps.find((each) => fieldsOf[each].some((field) => form.getFieldState(field).invalid));
    if (wrong !== undefined && wrong !== step) turnTo(wrong);
  }

  return (
    <Entrance wide aside={<StepList current={step} />}>
      <form
        className="first-run"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void goOn();
        }}
      >
        <p className="quiet small">
          {text('office.first_run.step', { step: position + 1, steps: steps.length })}
        </p>
        <h1 ref={heading} tabIndex={-1} className="first-run-title">
          {text(`office.first_run.${step}`)}
        </h1>
        {position === 0 ? (
          <div className="row">
            <Button kind="text" onPress={onRestore}>
              {text('office.restore.offer')}
            </Button>
          </div>
        ) : null}
        <div hidden={step !== 'office'} className="first-run-page">
          <FormTextField
            control={form.control}
            name="officeName"
            label={text('office.first_run.office_name')}
            hint={text('office.first_run.office_name_hint')}
            maxLength={120}
            rules={{ validate: (value) => String(value).trim() !== '' || text('common.field.required') }}
            autoFocus
          />
          <FormSearchSelect
            control={form.control}
            name="timeZone"
            label={text('office.first_run.time_zone')}
            hint={text('office.first_run.time_zone_hint')}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
          <FormRadioGroup
            control={form.control}
            name="jurisdiction"
            layout="lines"
            label={text('office.first_run.jurisdiction')}
            hint={text('office.first_run.jurisdiction_hint')}
            options={(['korea', 'gdpr', 'empty'] as const).map((set) => ({
              value: set,
              label: text(`office.jurisdiction.${set}`),
              description: text(`office.jurisdiction.${set}_means`),
            }))}
          />
        </div>
        <div hidden={step !== 'protection'} className="first-run-page">
          <p>{text('office.first_run.protection_text')}</p>
          <FormRadioGroup
            control={form.control}
            name="cipher"
            layout="lines"
            label={text('office.first_run.cipher')}
            hint={text('office.first_run.cipher_hint')}
            options={(['aegis', 'sqlcipher'] as const).map((cipher) => ({
              value: cipher,
              label: text(`office.cipher.${cipher}`),
              description: text(`office.cipher.${cipher}_means`),
            }))}
          />
          <Explanation tone="ember" title={text('office.first_run.no_recovery')}>
            {text('office.first_run.no_recovery_text')}
          </Explanation>
        </div>
        <div hidden={step !== 'administrator'} className="first-run-page">
          <p>{text('office.first_run.administrator_text')}</p>
          <UserFields
            control={form.control}
            under={(field) => `administrator.${field}` as const}
            fixedRole="administrator"
          />
        </div>
        <div hidden={step !== 'second_user'} className="first-run-page">
          <p>{text('office.first_run.second_user_text')}</p>
          <UserFields control={form.control} under={(field) => `secondUser.${field}` as const} />
          <Explanation title={text('office.first_run.three_people')}>
            {text('office.first_run.three_people_text')}
          </Explanation>
        </div>
        <ErrorNote error={failure} />
        {create.isPending ? (
          <ProgressPanel channel="office.create" label={text('office.first_run.creating')} />
        ) : null}
        <div className="first-run-buttons">
          <Button onPress={() => turnTo(steps[position - 1])} isDisabled={position === 0 || create.isPending}>
            {text('common.back')}
          </Button>
          <Button kind="primary" type="submit" isBusy={create.isPending}>
            {isLast ? text('office.first_run.create') : text('common.continue')}
          </Button>
        </div>
      </form>
    </Entrance>
  );
}

/** What was found wrong when a page was to be turned is checked again with each key, so that it goes once it is right. */
function useRecheck(form: UseFormReturn<Values>): void {
  useEffect(() => {
    const subscription = form.watch((_, { name }) => {
      if (name !== undefined && form.getFieldState(name).invalid) void form.trigger(name);
    });
    return () => subscription.unsubscribe();
  }, [form]);
}

function withoutRepeat({ repeated: _, ...user }: UserValues): Omit<UserValues, 'repeated'> {
  return user;
}

function StepList({ current }: { current: Step }) {
  const text = useText();
  return (
    <ol className="entrance-way">
      {steps.map((step, index) => (
        <li key={step} className="entrance-stage" aria-current={step === current ? 'step' : undefined}>
          <span className="entrance-knot" aria-hidden="true">
            {index + 1}
          </span>
          <span>
            <strong className="entrance-stage-name">{text(`office.first_run.${step}`)}</strong>
            <span className="entrance-stage-text">{text(`office.first_run.${step}_brief`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
