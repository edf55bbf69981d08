import { useState } from 'react';
import type { RuleRow } from '../../shared/contract/retention.ts';
import { periodInWords } from '../../shared/domain/collection/consent-notice.ts';
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
import { AddRuleDialog } from './add-rule-dialog.tsx';
import { RetentionNav } from './room.tsx';

/** The rules by which due dates come about, and how well each is founded. */
export function RulesScreen() {
  const text = useText();
  const may = useMay();
  const list = useCall('retention.listRules', {});
  const columns = useRuleColumns();
  const [isAdding, setAdding] = useState(false);
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
      <Answered query={list}>
        {({ rules }) => (
          <Table
            label={text('retention.rules.title')}
            columns={columns}
            rows={rules}
            keyOf={(rule) => rule.ruleId}
            empty={
              <EmptyState title={text('retention.rules.empty.title')}>
                {text('retention.rules.empty.text')}
              </EmptyState>
            }
          />
        )}
      </Answered>
      {isAdding ? <AddRuleDialog onClose={() => setAdding(false)} /> : null}
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
      render: ({ content }) => <strong>{format.say(content.name)}</strong>,
    },
    {
      key: 'period',
      title: text('retention.rules.period'),
      width: '10.5rem',
      render: ({ content }) => (
        <>
          {periodInWords(content.period, language)}
          <span className="review-secondary">{text(`retention.rules.from.${content.trigger}`)}</span>
        </>
      ),
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
