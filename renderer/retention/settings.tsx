import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { ClassRow, SettingChange } from '../../shared/contract/retention-settings.ts';
import type { SettingValue } from '../../shared/domain/retention/retention-setting.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  Checkbox,
  type Column,
  ErrorNote,
  notify,
  PageHeader,
  Section,
  Table,
} from '../components/index.ts';
import { Delegations } from './delegations.tsx';
import { RetentionNav } from './room.tsx';
import { type ChangedSetting, SettingDialog } from './setting-dialog.tsx';
import { WaitingDecision } from './waiting-decision.tsx';
import { useWindowSentence, WindowSetting } from './window-setting.tsx';
import './retention.css';

type Settings = ChannelOutput<'retention.readSettings'>;

/** What the office decides about its own procedure: how many approve, who stands in, how far a clock is believed. */
export function SettingsScreen() {
  const text = useText();
  const may = useMay();
  const settings = useCall('retention.readSettings', {});
  return (
    <div className="page">
      <RetentionNav />
      <PageHeader
        room="retention"
        title={text('retention.settings.title')}
        lead={text('retention.settings.lead')}
      />
      <Answered query={settings}>
        {(read) => (
          <div className="stack">
            <Changes settings={read} />
            <Stages settings={read} />
            <Limits settings={read} />
            <WindowSetting settings={read} />
            <Notices notifies={read.notifies} />
          </div>
        )}
      </Answered>
      {may('office.read_users') ? <Delegations /> : null}
    </div>
  );
}

function Changes({ settings }: { settings: Settings }) {
  const text = useText();
  if (settings.changes.length === 0) return null;
  return (
    <Section title={text('retention.settings.changes')}>
      <ul className="rule-changes">
        {settings.changes.map((change) => (
          <Change key={change.changeId} change={change} classes={settings.classes} />
        ))}
      </ul>
    </Section>
  );
}

function Change({ change, classes }: { change: SettingChange; classes: readonly ClassRow[] }) {
  const text = useText();
  const format = useOfficeFormat();
  const decide = useSend('retention.decideSetting');
  const words = useSettingWords(classes);
  return (
    <WaitingDecision
      permission="retention.manage_rules"
      byMe={change.byMe}
      mine={text('retention.changes.mine')}
      onDecide={(decision) =>
        decide.mutate(
          { changeId: change.changeId, decision },
          {
            onSuccess: () =>
              notify(text(`retention.changes.${decision === 'approve' ? 'approved' : 'rejected'}`)),
          },
        )
      }
      isPending={decide.isPending}
      error={decide.error?.error ?? null}
    >
      <div>
        <strong>{words(change.value)}</strong>
        <span className="review-secondary">
          {text('retention.changes.proposed', {
            at: format.instant(change.proposedAt),
            number: change.staffNumber,
          })}
        </span>
      </div>
    </WaitingDecision>
  );
}

/** A setting with the value it is to have, in a sentence. */
function useSettingWords(classes: readonly ClassRow[]): (value: SettingValue) => string {
  const text = useText();
  const format = useOfficeFormat();
  const windowSentence = useWindowSentence();
  return (value) => {
    if (value.setting === 'execution_window') return windowSentence(value.window);
    if (value.setting !== 'approval_stages')
      return text(`retention.settings.to.${value.setting}`, { days: value.days });
    const found = classes.find(({ recordClassId }) => recordClassId === value.recordClassId);
    return text('retention.settings.to.approval_stages', {
      name: found === undefined ? '' : format.say(found.name),
      stages: value.stages,
    });
  };
}

function Stages({ settings }: { settings: Settings }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const [changed, setChanged] = useState<ClassRow | null>(null);
  const isWaiting = ({ recordClassId }: ClassRow) =>
    settings.changes.some(
      ({ value }) => value.setting === 'approval_stages' && value.recordClassId === recordClassId,
    );
  const columns: Column<ClassRow>[] = [
    {
      key: 'class',
      title: text('retention.rules.class'),
      isRowHeader: true,
      render: (row) => format.say(row.name),
    },
    {
      key: 'stages',
      title: text('retention.settings.stages'),
      width: '16rem',
      render: (row) => text('retention.settings.stages.people', { count: row.approvalStages }),
    },
    ...(may('retention.manage_rules')
      ? [
          {
            key: 'change',
            title: text('retention.settings.change'),
            width: '9rem',
            render: (row: ClassRow) => (
              <Button
                kind="text"
                onPress={() => setChanged(row)}
                isDisabled={isWaiting(row)}
                aria-label={text('retention.settings.change_of', { name: format.say(row.name) })}
              >
                {text('retention.settings.change')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={text('retention.settings.stages.title')}>
      <p className="quiet">{text('retention.settings.stages.lead')}</p>
      <Table
        label={text('retention.settings.stages.title')}
        columns={columns}
        rows={settings.classes}
        keyOf={(row) => row.recordClassId}
      />
      {changed === null ? null : (
        <SettingDialog
          of={{ setting: 'approval_stages', recordClass: changed }}
          onClose={() => setChanged(null)}
        />
      )}
    </Section>
  );
}

function Notices({ notifies }: { notifies: boolean }) {
  const text = useText();
  const may = useMay();
  const set = useSend('retention.setNotices');
  return (
    <Section title={text('retention.settings.notices')}>
      <Checkbox
        isSelected={notifies}
        isDisabled={!may('retention.manage_rules') || set.isPending}
        onChange={(value) => set.mutate({ notifies: value })}
        description={text('retention.settings.notices.what')}
      >
        {text('retention.settings.notices.on')}
      </Checkbox>
      <ErrorNote error={set.error?.error ?? null} />
    </Section>
  );
}

function Limits({ settings }: { settings: Settings }) {
  const text = useText();
  const may = useMay();
  const [changed, setChanged] = useState<ChangedSetting | null>(null);
  const limits = [
    { setting: 'clock_limit', days: settings.clockLimitDays },
    { setting: 'retain_limit', days: settings.retainLimitDays },
  ] as const;
  return (
    <Section title={text('retention.settings.limits')}>
      <ul className="setting-list">
        {limits.map((limit) => (
          <li key={limit.setting} className="setting">
            <div>
              <strong>{text(`retention.settings.is.${limit.setting}`, { days: limit.days })}</strong>
              <span className="review-secondary">{text(`retention.settings.why.${limit.setting}`)}</span>
            </div>
            {may('retention.manage_rules') ? (
              <Button
                kind="text"
                onPress={() => setChanged(limit)}
                isDisabled={settings.changes.some(({ value }) => value.setting === limit.setting)}
                aria-label={text('retention.settings.change_of', {
                  name: text(`retention.settings.name.${limit.setting}`),
                })}
              >
                {text('retention.settings.change')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {changed === null ? null : <SettingDialog of={changed} onClose={() => setChanged(null)} />}
    </Section>
  );
}
