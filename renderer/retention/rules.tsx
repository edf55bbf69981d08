import { useState } from 'react';
import type { RuleRow } from '../../shared/contract/retention-rules.ts';
import { countedPeriodInWords } from '../../shared/domain/collection/consent-notice.ts';
import { useCall } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useFormat, useLanguage, useText } from '../app/text.tsx';
import {
  Answered,
  Badge,
  Button,
  type Column,
  EmptyState,
  PageHeader,
  StateMark,
  Table,
} from '../components/index.ts';
import { RetentionNav } from './room.tsx';
import { RuleChanges } from './rule-changes.tsx';
import { RuleDetails } from './rule-details.tsx';
import { AddRuleDialog, ChangeRuleDialog } from './rule-dialog.tsx';

/** The rules by which due dates come about, and how well each is founded. */
export function RulesScreen() {
  const text = useText();
  const may = useMay();
  const list = useCall('retention.listRules', {});
  const columns = useRuleColumns();
  const [isAdding, setAdding] = useState(false);
  const [opened, setOpened] = useState<RuleRow | null>(null);
  const [changing, setChanging] = useState<{ rule: RuleRow; isNew: boolean } | null>(null);
  const add = may('retention.manage_rules') ? (
    <Button kind="primary" onPress={() => setAdding(true)}>
      {text('retention.add_rule.action')}
    </Button>
  ) : undefined;
  return (
    <div className="page">
      <RetentionNav />
      <PageHeader
        room="retention"
        title={text('retention.rules.title')}
        lead={text('retention.rules.lead')}
        actions={add}
      />
      <RuleChanges />
      <Answered query={list}>
        {({ rules }) => (
          <Table
            label={text('retention.rules.title')}
            columns={columns}
            rows={rules}
            keyOf={(rule) => rule.ruleId}
            nameOf={(rule) => rule.content.name.en}
            onOpen={(rule) => setOpened(rule)}
            empty={
              <EmptyState title={text('retention.rules.empty.title')}>
                {text('retention.rules.empty.text')}
              </EmptyState>
            }
          />
        )}
      </Answered>
      {isAdding ? <AddRuleDialog onClose={() => setAdding(false)} /> : null}
      {opened === null ? null : (
        <RuleDetails
          rule={opened}
          onClose={() => setOpened(null)}
          onChange={(isNew) => {
            setChanging({ rule: opened, isNew });
            setOpened(null);
          }}
        />
      )}
      {changing === null ? null : <ChangeRuleDialog {...changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

function useRuleColumns(): Column<RuleRow>[] {
  const text = useText();
  const format = useFormat();
  const language = useLanguage();
  return [
    {
      key: 'name',
      title: text('retention.rules.name'),
      render: (rule) => (
        <>
          <strong>{format.say(rule.content.name)}</strong>
          <span className="review-secondary">
            {text('retention.rules.version', { version: rule.version })}
          </span>
          {rule.changeId === null ? null : (
            <StateMark tone="waiting">{text('retention.rules.change_open')}</StateMark>
          )}
          {rule.lapsed ? <StateMark tone="attention">{text('retention.rules.lapsed')}</StateMark> : null}
        </>
      ),
    },
    {
      key: 'period',
      title: text('retention.rules.period'),
      width: '10.5rem',
      render: ({ content }) => countedPeriodInWords(content, language),
    },
    {
      key: 'basis',
      title: text('retention.rules.basis'),
      render: ({ content }) => (
        <>
          {format.say(content.basis)}
          <span className="review-secondary">
            {format.say(content.lawEdition)} ·{' '}
            {text('retention.rules.effective', { date: format.date(content.effectiveFrom) })}
          </span>
        </>
      ),
    },
    {
      key: 'obliged',
      title: text('retention.rules.obliged'),
      width: '7rem',
      render: ({ content }) =>
        content.obligedByLaw ? (
          <StateMark tone="active">{text('retention.rules.obliged.yes')}</StateMark>
        ) : (
          <StateMark tone="neutral">{text('retention.rules.obliged.no')}</StateMark>
        ),
    },
    {
      key: 'source',
      title: text('retention.rules.source'),
      width: '9rem',
      render: ({ content }) => <Badge>{text(`retention.source.${content.source}`)}</Badge>,
    },
    {
      key: 'units',
      title: text('retention.rules.units'),
      align: 'end',
      width: '4.5rem',
      render: (rule) => format.number(rule.units),
    },
  ];
}
