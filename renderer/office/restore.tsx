import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { CallError } from '../../shared/contract/answer.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/contract/contract.ts';
import { type CallFailure, call, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useFormat, useText } from '../app/text.tsx';
import {
  Button,
  Checkbox,
  DefinitionList,
  ErrorNote,
  Explanation,
  FormTextField,
  ProgressPanel,
  RadioGroup,
} from '../components/index.ts';
import { Entrance } from './entrance.tsx';
import { CardField } from './keys-card-field.tsx';
import { useSetAsideFolder } from './set-aside.tsx';
import './first-run.css';

type Found = ChannelOutput<'office.inspectRestore'>;
type Restored = ChannelOutput<'office.restore'>;

interface Folders {
  backupFolder: string;
  keysFolder: string;
}

/** In place of the first run: an office from a backup and a copy of its keys. */
export function RestoreScreen({ onBack }: { onBack(): void }) {
  const text = useText();
  const setAside = useSetAsideFolder();
  const [folders, setFolders] = useState<Folders | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [restored, setRestored] = useState<Restored | null>(null);
  return (
    <Entrance wide>
      <div className="first-run">
        <h1>{text('office.restore.title')}</h1>
        {restored === null ? (
          <>
            <p>{text('office.restore.lead')}</p>
            {setAside === undefined ? null : (
              <Explanation>
                {text(setAside.holdsKeys ? 'office.set_aside.done' : 'office.set_aside.done_without_keys', {
                  folder: setAside.movedTo,
                })}
              </Explanation>
            )}
            <FoldersForm
              onFound={(value, where) => {
                setFound(value);
                setFolders(where);
              }}
              onChange={() => setFound(null)}
            />
            {found !== null && folders !== null ? (
              <ChooseBackup
                key={`${folders.backupFolder} ${folders.keysFolder}`}
                found={found}
                keysFolder={folders.keysFolder}
                onRestored={setRestored}
              />
            ) : null}
            <div className="first-run-buttons">
              <Button onPress={onBack}>{text('office.restore.create_instead')}</Button>
            </div>
          </>
        ) : (
          <Report restored={restored} />
        )}
      </div>
    </Entrance>
  );
}

function FoldersForm({
  onFound,
  onChange,
}: {
  onFound(found: Found, folders: Folders): void;
  onChange(): void;
}) {
  const text = useText();
  const form = useForm<Folders>({ defaultValues: { backupFolder: '', keysFolder: '' } });
  const inspect = useSend('office.inspectRestore');
  const { submit, failure } = useFormCall(inspect, form);
  const required = text('common.field.required');
  return (
    <form
      className="stack"
      noValidate
      onChange={onChange}
      onSubmit={form.handleSubmit(async (values) => {
        const answer = await submit(values);
        if (answer !== undefined) onFound(answer, values);
      })}
    >
      <FormTextField
        control={form.control}
        name="backupFolder"
        label={text('office.restore.backup_folder')}
        hint={text('office.backups.folder_hint')}
        maxLength={1000}
        rules={{ required }}
        autoFocus
      />
      <FormTextField
        control={form.control}
        name="keysFolder"
        label={text('office.restore.keys_folder')}
        hint={text('office.restore.keys_folder_hint')}
        maxLength={1000}
        rules={{ required }}
      />
      <ErrorNote error={failure} />
      <div className="row">
        <Button type="submit" isBusy={inspect.isPending}>
          {text('office.restore.look')}
        </Button>
      </div>
    </form>
  );
}

function ChooseBackup({
  found,
  keysFolder,
  onRestored,
}: {
  found: Found;
  keysFolder: string;
  onRestored(restored: Restored): void;
}) {
  const text = useText();
  const format = useFormat(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [path, setPath] = useState<string | null>(found.backups[0]?.path ?? null);
  const [way, setWay] = useState<'password' | 'cards'>('password');
  const [leaveOutDamaged, setLeaveOutDamaged] = useState(false);
  const chosen: WayProps = { path, keysFolder, leaveOutDamaged, setLeaveOutDamaged, onRestored };
  return (
    <div className="stack">
      {found.damaged.length > 0 ? (
        <Explanation tone="ember">
          {text('office.restore.damaged', { count: found.damaged.length })}
        </Explanation>
      ) : null}
      <RadioGroup
        label={text('office.restore.choose')}
        layout="lines"
        value={path}
        onChange={setPath}
        options={found.backups.map((backup) => ({
          value: backup.path,
          label: format.instant(backup.madeAt),
          description: text('office.restore.describes', {
            records: backup.records,
            attachments: backup.attachments,
          }),
        }))}
      />
      <RadioGroup
        label={text('office.restore.way')}
        value={way}
        onChange={(chosen: 'password' | 'cards') => setWay(chosen)}
        options={(['password', 'cards'] as const).map((value) => ({
          value,
          label: text(`office.restore.way_${value}`),
          description: text(`office.restore.way_${value}_text`),
        }))}
      />
      {way === 'password' ? <WithPassword {...chosen} /> : <WithCards {...chosen} />}
    </div>
  );
}

interface WayProps {
  path: string | null;
  keysFolder: string;
  leaveOutDamaged: boolean;
  setLeaveOutDamaged(leaveOut: boolean): void;
  onRestored(restored: Restored): void;
}

/** Not `useSend`: nothing is asked again before the report has been read, or the sign-in page would take its place. */
function useRestore<Name extends 'office.restore' | 'office.restoreWithKit'>(channel: Name) {
  return useMutation<ChannelOutput<Name>, CallFailure, ChannelInput<Name>>({
    mutationFn: (input) => call(channel, input),
  });
}

function WithPassword(chosen: WayProps) {
  const { path, keysFolder, leaveOutDamaged, onRestored } = chosen;
  const text = useText();
  const form = useForm({ defaultValues: { signInName: '', password: '' } });
  const restore = useRestore('office.restore');
  const { submit, failure } = useFormCall(restore, form);
  const required = text('common.field.required');
  return (
    <form
      className="stack"
      noValidate
      onSubmit={form.handleSubmit(async (values) => {
        if (path === null) return;
        const done = await submit({ ...values, backupPath: path, keysFolder, leaveOutDamaged });
        if (done !== undefined) onRestored(done);
      })}
    >
      <div className="columns">
        <FormTextField
          control={form.control}
          name="signInName"
          label={text('office.user.sign_in_name')}
          maxLength={60}
          rules={{ required }}
        />
        <FormTextField
          control={form.control}
          name="password"
          label={text('office.user.password')}
          type="password"
          maxLength={128}
          rules={{ required }}
        />
      </div>
      <RestoreFoot {...chosen} channel="office.restore" isPending={restore.isPending} failure={failure} />
    </form>
  );
}

function WithCards(chosen: WayProps) {
  const { path, keysFolder, leaveOutDamaged, onRestored } = chosen;
  const text = useText();
  const form = useForm({ defaultValues: { firstCard: '', secondCard: '' } });
  const restore = useRestore('office.restoreWithKit');
  const { submit, failure } = useFormCall(restore, form);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={form.handleSubmit(async (values) => {
        if (path === null) return;
        const done = await submit({ ...values, backupPath: path, keysFolder, leaveOutDamaged });
        if (done !== undefined) onRestored(done);
      })}
    >
      <CardField control={form.control} name="firstCard" label={text('office.card.first')} />
      <CardField control={form.control} name="secondCard" label={text('office.card.second')} />
      <RestoreFoot
        {...chosen}
        channel="office.restoreWithKit"
        isPending={restore.isPending}
        failure={failure}
      />
    </form>
  );
}

function RestoreFoot({
  channel,
  isPending,
  path,
  failure,
  leaveOutDamaged,
  setLeaveOutDamaged,
}: WayProps & {
  channel: 'office.restore' | 'office.restoreWithKit';
  isPending: boolean;
  failure: CallError | null;
}) {
  const text = useText();
  const isFileDamaged = failure?.code === 'backup_damaged' && failure.params.part === 'attachment';
  return (
    <>
      <ErrorNote error={failure} />
      {isFileDamaged || leaveOutDamaged ? (
        <Checkbox
          isSelected={leaveOutDamaged}
          onChange={setLeaveOutDamaged}
          description={text('office.restore.leave_out_text')}
        >
          {text('office.restore.leave_out')}
        </Checkbox>
      ) : null}
      {isPending ? (
        <ProgressPanel channel={channel} label={text('office.restore.restoring')} canCancel />
      ) : null}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={isPending} isDisabled={path === null}>
          {text('office.restore.submit')}
        </Button>
      </div>
    </>
  );
}

/** What came back, and what did not, before anybody signs in. */
function Report({ restored }: { restored: Restored }) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const { report } = restored;
  const { orders, units, people } = report.destroyedAgain;
  return (
    <div className="stack">
      <p>{text('office.restore.done')}</p>
      <DefinitionList
        entries={[
          { term: text('office.restore.done_records'), value: format.number(report.records) },
          { term: text('office.restore.done_attachments'), value: format.number(report.attachments) },
          {
            term: text('office.restore.done_left_out'),
            value: report.attachmentsLeftOut === 0 ? null : format.number(report.attachmentsLeftOut),
          },
          {
            term: text('office.restore.done_destroyed'),
            value: text('office.restore.done_destroyed_value', { orders, units, people }),
          },
          {
            term: text('office.restore.done_unreadable'),
            value: report.unreadablePeople === 0 ? null : format.number(report.unreadablePeople),
          },
          {
            term: text('office.restore.done_users'),
            value: report.usersLeftOut === 0 ? null : format.number(report.usersLeftOut),
          },
        ]}
      />
      {report.unreadablePeople > 0 ? (
        <Explanation tone="ember">{text('office.restore.done_unreadable_text')}</Explanation>
      ) : null}
      <div className="row">
        <Button kind="primary" onPress={() => void client.invalidateQueries()}>
          {text('office.restore.sign_in')}
        </Button>
      </div>
    </div>
  );
}
