import { useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { checkInWords, createVerifyText } from '../../shared/text/register-verify.ts';
import { useSend } from '../app/call.ts';
import { useLanguage, useText } from '../app/text.tsx';
import { toBase64 } from '../collection/attachment-transfer.ts';
import {
  Button,
  ErrorNote,
  Explanation,
  PageHeader,
  ProgressPanel,
  SaveDocumentDialog,
  Section,
  StateMark,
  Table,
  TextField,
} from '../components/index.ts';
import { RegisterNav } from './room.tsx';
import './check.css';

type Check = ChannelOutput<'register.checkEvidence'>['checks'][number];

interface Brought {
  readonly name: string;
  readonly content: string;
}

/** Certificates, checkpoints and proofs that somebody brings are checked here; and the verifier is handed out. */
export function CheckScreen() {
  const text = useText();
  const check = useSend('register.checkEvidence');
  const [brought, setBrought] = useState<readonly Brought[]>([]);
  const [key, setKey] = useState('');
  const [isMalformed, setMalformed] = useState(false);
  const [isSaving, setSaving] = useState(false);

  async function take(files: readonly File[]): Promise<void> {
    const read = await Promise.all(
      files.map(async (file) => ({
        name: file.name.slice(0, 200),
        content: await toBase64(file),
      })),
    );
    const all = [...brought, ...read];
    setBrought(all);
    run(all);
  }

  function run(files: readonly Brought[]): void {
    const typed = key.replaceAll(/\s/gu, '').toLowerCase();
    const isKey = /^[0-9a-f]{64}$/u.test(typed);
    setMalformed(typed !== '' && !isKey);
    if (files.length > 0 && (typed === '' || isKey))
      check.mutate({ files: [...files], key: isKey ? typed : null });
  }

  return (
    <div className="page">
      <RegisterNav />
      <PageHeader room="register" title={text('register.check.title')} lead={text('register.check.lead')} />
      <div className="stack">
        <DropZone
          className="check-drop"
          aria-label={text('register.check.drop.label')}
          isDisabled={check.isPending}
          onDrop={async ({ items }) => {
            const files = await Promise.all(
              items.filter((item) => item.kind === 'file').map((item) => item.getFile()),
            );
            await take(files);
          }}
        >
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={['application/pdf', 'application/json']}
            onSelect={(files) => void take([...(files ?? [])])}
          >
            <Button kind="primary" isDisabled={check.isPending}>
              {text('register.verify.page.choose')}
            </Button>
          </FileTrigger>
          <span className="quiet small">{text('register.verify.page.drop')}</span>
        </DropZone>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            run(brought);
          }}
        >
          <TextField
            label={text('register.verify.page.key')}
            value={key}
            onChange={(value) => {
              setKey(value);
              setMalformed(false);
            }}
            onBlur={() => run(brought)}
            maxLength={120}
            isOptional
            error={isMalformed ? text('register.verify.page.key.malformed') : undefined}
          />
        </form>
        {check.isPending ? (
          <ProgressPanel
            channel="register.checkEvidence"
            label={text('register.verify.page.checking')}
            canCancel
          />
        ) : null}
        <ErrorNote error={check.error?.error ?? null} />
        {check.data === undefined ? null : (
          <Results
            checks={check.data.checks}
            onClear={() => {
              setBrought([]);
              check.reset();
            }}
          />
        )}
        <Section
          title={text('register.check.alone')}
          actions={<Button onPress={() => setSaving(true)}>{text('register.check.alone.save')}</Button>}
        >
          <p>{text('register.check.alone.text')}</p>
          <p className="quiet small">{text('register.verify.limits')}</p>
        </Section>
      </div>
      {isSaving ? (
        <SaveDocumentDialog
          channel="register.verifier"
          ask={{}}
          formats={['html', 'mjs']}
          fileName="ashbook-verify"
          holdsPersonalData={false}
          onClose={() => setSaving(false)}
        />
      ) : null}
    </div>
  );
}

function Results({ checks, onClear }: { checks: readonly Check[]; onClear(): void }) {
  const text = useText();
  const words = createVerifyText(useLanguage());
  const failed = checks.filter(({ result }) => result === 'fail').length;
  const tones = { pass: 'done', fail: 'attention', unknown: 'waiting' } as const;
  return (
    <section className="stack" aria-label={text('register.check.results')}>
      <div role="status">
        <Explanation tone={failed > 0 ? 'ember' : 'plain'}>
          {text('register.verify.summary', { checks: checks.length, failed })}
        </Explanation>
      </div>
      <Table
        label={text('register.check.results')}
        rows={checks.map((check, place) => ({ ...check, place }))}
        keyOf={({ place }) => String(place)}
        columns={[
          {
            key: 'result',
            title: text('register.audit.result'),
            width: '9rem',
            render: ({ result }) => (
              <StateMark tone={tones[result]}>{text(`register.verify.result.${result}`)}</StateMark>
            ),
          },
          {
            key: 'check',
            title: text('register.audit.finding'),
            isRowHeader: true,
            render: (check) => <span className="check-sentence">{checkInWords(words, check)}</span>,
          },
        ]}
      />
      <div className="row">
        <Button onPress={onClear}>{text('register.verify.page.clear')}</Button>
      </div>
    </section>
  );
}
