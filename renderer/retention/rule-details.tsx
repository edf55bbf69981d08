import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { RuleRow } from '../../shared/contract/retention-rules.ts';
import { countedPeriodInWords } from '../../shared/domain/collection/consent-notice.ts';
import { useCall } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  type Column,
  DefinitionList,
  Dialog,
  DialogButtons,
  Explanation,
  Table,
} from '../components/index.ts';

type Version = ChannelOutput<'retention.listRuleVersions'>['versions'][number];

/** One rule: what it does at the end, every version it had and who stood for each. */
export function RuleDetails({
  rule,
  onClose,
  onChange,
}: {
  rule: RuleRow;
  onClose(): void;
  onChange(isNew: boolean): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const { content } = rule;
  const versions = useCall('retention.listRuleVersions', { ruleId: rule.ruleId });
  const columns = useVersionColumns();
  return (
    <Dialog isOpen onClose={onClose} title={format.say(content.name)} size="wide">
      <div className="stack">
        <DefinitionList
          entries={[
            { term: text('retention.rules.class'), value: format.say(rule.className) },
            { term: text('retention.rule.trigger'), value: text(`retention.trigger.${content.trigger}`) },
            {
              term: text('retention.rule.end_action'),
              value: text(`retention.end_action.${content.endAction}`),
            },
            {
              term: text('retention.rule.jurisdiction'),
              value: text(`retention.jurisdiction.${content.jurisdiction}`),
            },
          ]}
        />
        {rule.lapsed ? <Explanation tone="ember">{text('retention.rules.lapsed')}</Explanation> : null}
        {rule.nextFrom ? (
          <Explanation>{text('retention.rules.next', { date: format.date(rule.nextFrom) })}</Explanation>
        ) : null}
        <Answered query={versions}>
          {({ versions: rows }) => (
            <Table
              label={text('retention.rule.history')}
              columns={columns}
              rows={rows}
              keyOf={(version) => version.ruleVersionId}
            />
          )}
        </Answered>
      </div>
      <DialogButtons>
        <Button onPress={onClose} autoFocus>
          {text('common.close')}
        </Button>
        {may('retention.manage_rules') ? (
          <>
            <Button onPress={() => onChange(true)}>{text('retention.rule.join')}</Button>
            <Button onPress={() => onChange(false)} isDisabled={rule.changeId !== null}>
              {text('retention.rule.change')}
            </Button>
          </>
        ) : null}
      </DialogButtons>
    </Dialog>
  );
}

function useVersionColumns(): Column<Version>[] {
  const text = useText();
  const format = useOfficeFormat();
  const language = useLanguage();
  const staff = (number: number | null) =>
    number === null ? '' : text('retention.rule.history.staff', { number });
  return [
    {
      key: 'version',
      title: text('retention.rule.history'),
      render: ({ version, content }) => (
        <>
          <strong>{text('retention.rules.version', { version })}</strong> ·{' '}
          {countedPeriodInWords(content, language)}
          <span className="review-secondary">
            {format.say(content.basis)} · {format.say(content.lawEdition)} ·{' '}
            {text('retention.rules.effective', { date: format.date(content.effectiveFrom) })}
          </span>
        </>
      ),
    },
    {
      key: 'at',
      title: text('retention.rule.history.at'),
      width: '11rem',
      render: ({ createdAt }) => format.instant(createdAt),
    },
    {
      key: 'by',
      title: text('retention.rule.history.by'),
      width: '8rem',
      render: ({ staffNumber }) =>
        staffNumber === null ? text('retention.rule.history.starting') : staff(staffNumber),
    },
    {
      key: 'approved',
      title: text('retention.rule.history.approved'),
      width: '8rem',
      render: ({ approverStaffNumber }) => staff(approverStaffNumber),
    },
  ];
}
