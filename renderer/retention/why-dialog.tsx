import type { RuleDateRow } from '../../shared/contract/retention.ts';
import { periodInWords } from '../../shared/domain/collection/consent-notice.ts';
import { triggerInWords } from '../../shared/text/due-date-in-words.ts';
import { useCall } from '../app/call.ts';
import { useFormat, useLanguage, useText } from '../app/text.tsx';
import { DueDateExplanation } from '../components/due-date-explanation.tsx';
import {
  Answered,
  Badge,
  Button,
  type Column,
  DefinitionList,
  Dialog,
  DialogButtons,
  StateMark,
  Table,
} from '../components/index.ts';

/** Every rule that meets on a unit, what happened to it, and which of them its date comes from. */
export function WhyDialog({ unitId, onClose }: { unitId: string; onClose(): void }) {
  const text = useText();
  const format = useFormat();
  const columns = useRuleDateColumns();
  const answer = useCall('retention.explainUnit', { unitId });
  return (
    <Dialog isOpen onClose={onClose} title={text('retention.why.title')} size="wide">
      <Answered query={answer}>
        {(unit) => (
          <div className="stack">
            <DueDateExplanation due={unit.due} />
            <Table
              label={text('retention.why.rules')}
              columns={columns}
              rows={unit.rules}
              keyOf={(rule) => rule.ruleVersionId}
            />
            <h3>{text('retention.why.happenings')}</h3>
            <DefinitionList
              entries={[
                { term: text('retention.why.collected'), value: format.date(unit.collectedOn) },
                ...unit.happenings.map(({ kind, event, on }) => ({
                  term: event === null ? text(`retention.happening.${kind}`) : event,
                  value: on === null ? text('retention.why.will_not_happen') : format.date(on),
                })),
                {
                  term: text('retention.why.retained'),
                  value: unit.retainedThrough === null ? null : format.date(unit.retainedThrough),
                },
              ]}
            />
          </div>
        )}
      </Answered>
      <DialogButtons>
        <Button onPress={onClose} autoFocus>
          {text('common.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function useRuleDateColumns(): Column<RuleDateRow>[] {
  const text = useText();
  const format = useFormat();
  const language = useLanguage();
  return [
    {
      key: 'rule',
      title: text('retention.why.rule'),
      render: (rule) => (
        <>
          <strong>{format.say(rule.name)}</strong> ·{' '}
          {text('retention.rules.version', { version: rule.version })}
          <span className="review-secondary">{format.say(rule.basis)}</span>
          <span className="review-secondary">
            {text('retention.why.in_effect', {
              edition: format.say(rule.lawEdition),
              from: format.date(rule.effectiveFrom),
              to:
                rule.effectiveTo === null ? text('retention.why.open_ended') : format.date(rule.effectiveTo),
            })}
          </span>
        </>
      ),
    },
    {
      key: 'role',
      title: text('retention.why.role'),
      width: '8rem',
      render: (rule) => (
        <>
          {text(`retention.why.role.${rule.obliges ? 'obligation' : 'purpose'}`)}{' '}
          {rule.decides ? <Badge>{text('retention.why.decides')}</Badge> : null}
        </>
      ),
    },
    {
      key: 'counts',
      title: text('retention.why.counts'),
      width: '14rem',
      render: (rule) =>
        !rule.applies ? (
          text('retention.why.never')
        ) : rule.triggeredOn === null ? (
          <StateMark tone="waiting">
            {text('retention.why.waits', { what: triggerInWords(rule, text) })}
          </StateMark>
        ) : (
          `${triggerInWords(rule, text)} + ${periodInWords(rule.period, language)}`
        ),
    },
    {
      key: 'kept',
      title: text('retention.why.kept_through'),
      width: '9.5rem',
      render: (rule) => (rule.keptThrough === null ? '' : format.date(rule.keptThrough)),
    },
  ];
}
