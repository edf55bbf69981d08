import { useEffect, useState } from 'react';
import type { ImportedTable, ImportReport } from '../../shared/contract/collection-import.ts';
import { askedPurposes, type ConsentFormContent } from '../../shared/domain/collection/consent-form.ts';
import type { ImportPlan } from '../../shared/domain/collection/import-plan.ts';
import { useCall, useSend } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ErrorNote,
  Explanation,
  ProgressPanel,
  RadioGroup,
  Reading,
  Section,
  Select,
} from '../components/index.ts';
import { ImportDecisions } from './import-decisions.tsx';
import { ImportLayout } from './import-layout.tsx';
import { ImportTargets } from './import-targets.tsx';

interface ColumnsProps {
  table: ImportedTable;
  /** What was decided before the check. */
  draft: ImportPlan | null;
  onTable(table: ImportedTable): void;
  onRestart(): void;
  onChecked(plan: ImportPlan, report: ImportReport): void;
}

/** Ties the columns of the file to a form, and asks what no column says. */
export function ImportColumns({ table, draft, onTable, onRestart, onChecked }: ColumnsProps) {
  const text = useText();
  const language = useLanguage();
  const forms = useCall('collection.listForms', {});
  const [formVersionId, setFormVersionId] = useState<string | null>(draft?.formVersionId ?? null);
  const [toldIn, setToldIn] = useState<'en' | 'ko'>(draft?.language ?? language);
  return (
    <div className="stack">
      <ImportLayout table={table} onTable={onTable} />
      <Answered query={forms}>
        {(answer) => (
          <Section title={text('collection.import.form')}>
            {answer.forms.length === 0 ? (
              <Explanation>{text('collection.import.no_form')}</Explanation>
            ) : (
              <div className="columns">
                <FormSelect forms={answer.forms} value={formVersionId} onChange={setFormVersionId} />
                <RadioGroup
                  label={text('collection.import.language')}
                  value={toldIn}
                  onChange={(chosen: 'en' | 'ko') => setToldIn(chosen)}
                  options={[
                    { value: 'ko', label: '한국어' },
                    { value: 'en', label: 'English' },
                  ]}
                />
              </div>
            )}
          </Section>
        )}
      </Answered>
      {formVersionId === null ? (
        <div className="row">
          <Button onPress={onRestart}>{text('collection.import.another')}</Button>
        </div>
      ) : (
        <Mapping
          // Another form or another reading of the file is another mapping.
          key={`${formVersionId} ${toldIn} ${table.headings.join('\n')}`}
          table={table}
          formVersionId={formVersionId}
          language={toldIn}
          draft={draft?.formVersionId === formVersionId ? { ...draft, language: toldIn } : null}
          onRestart={onRestart}
          onChecked={onChecked}
        />
      )}
    </div>
  );
}

function FormSelect({
  forms,
  value,
  onChange,
}: {
  forms: readonly { formVersionId: string; title: { en: string; ko: string }; version: number }[];
  value: string | null;
  onChange(formVersionId: string): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const [only] = forms;
  // A single form needs no choosing.
  useEffect(() => {
    if (value === null && forms.length === 1 && only !== undefined) onChange(only.formVersionId);
  }, [forms, only, value, onChange]);
  return (
    <Select
      label={text('collection.import.form')}
      hint={text('collection.import.form_hint')}
      value={value}
      onChange={onChange}
      options={forms.map((form) => ({
        value: form.formVersionId,
        label: text('collection.import.history.version', {
          form: format.say(form.title),
          version: form.version,
        }),
      }))}
    />
  );
}

type MappingProps = Omit<ColumnsProps, 'onTable'> & { formVersionId: string; language: 'en' | 'ko' };

function Mapping(props: MappingProps) {
  const { table, formVersionId, language } = props;
  const { importId } = table;
  const suggest = useSend('collection.suggestImport');
  const { mutate } = suggest;
  const form = useCall('collection.getForm', { formVersionId });
  useEffect(() => mutate({ importId, formVersionId, language }), [mutate, importId, formVersionId, language]);
  if (suggest.error) return <ErrorNote error={suggest.error.error} />;
  if (suggest.data === undefined) return <Reading />;
  const { plan, isRemembered } = suggest.data;
  return (
    <Answered query={form}>
      {({ content }) => (
        <MappingForm
          {...props}
          content={content}
          suggested={props.draft ?? plan}
          isRemembered={props.draft === null && isRemembered}
        />
      )}
    </Answered>
  );
}

function MappingForm({
  table,
  content,
  suggested,
  isRemembered,
  onRestart,
  onChecked,
}: MappingProps & { content: ConsentFormContent; suggested: ImportPlan; isRemembered: boolean }) {
  const text = useText();
  const check = useSend('collection.checkImport');
  const [plan, setPlan] = useState(suggested);
  const change = (part: Partial<ImportPlan>) => {
    check.reset();
    setPlan((before) => ({ ...before, ...part }));
  };
  // What a column tells is not told a second time.
  const told = new Set(plan.columns.flatMap((target) => (target?.to === 'answer' ? [target.purposeId] : [])));
  const sent: ImportPlan = {
    ...plan,
    givenOn: plan.columns.some((target) => target?.to === 'given_on') ? null : plan.givenOn,
    answers: plan.answers.filter(({ purposeId }) => !told.has(purposeId)),
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate(
          { importId: table.importId, plan: sent },
          { onSuccess: (report) => onChecked(sent, report) },
        );
      }}
    >
      <Section title={text('collection.import.columns')}>
        {isRemembered ? <p className="quiet small">{text('collection.import.remembered')}</p> : null}
        <ImportTargets
          table={table}
          content={content}
          columns={plan.columns}
          onChange={(columns) => change({ columns })}
        />
      </Section>
      <Section title={text('collection.import.decisions')}>
        <ImportDecisions
          plan={plan}
          unanswered={askedPurposes(content).filter(({ id }) => !told.has(id))}
          onChange={change}
        />
      </Section>
      <ErrorNote error={check.error?.error} />
      {check.isPending ? (
        <ProgressPanel
          channel="collection.checkImport"
          label={text('collection.import.checking')}
          canCancel
        />
      ) : null}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={check.isPending}>
          {text('collection.import.check')}
        </Button>
        <Button onPress={onRestart} isDisabled={check.isPending}>
          {text('collection.import.another')}
        </Button>
      </div>
    </form>
  );
}
