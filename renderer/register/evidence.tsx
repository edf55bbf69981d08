import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { periodInWords } from '../../shared/domain/collection/consent-notice.ts';
import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  ConfirmDialog,
  Explanation,
  notify,
  PageHeader,
  Section,
  StateMark,
  Table,
} from '../components/index.ts';
import { ChangeRuleDialog } from '../retention/rule-dialog.tsx';
import { EvidenceRemovals } from './evidence-removals.tsx';
import { RegisterNav } from './room.tsx';

type Evidence = ChannelOutput<'register.listEvidence'>;
type Kept = Evidence['evidence'][number];

/** How long certificates and log are kept, under which rule, and what was removed. */
export function EvidenceScreen() {
  const text = useText();
  const answer = useCall('register.listEvidence', {});
  return (
    <div className="page">
      <RegisterNav />
      <PageHeader
        room="register"
        title={text('register.evidence.title')}
        lead={text('register.evidence.lead')}
      />
      <Answered query={answer}>{(evidence) => <EvidenceTables {...evidence} />}</Answered>
    </div>
  );
}

function EvidenceTables({ evidence, removals, isHeld }: Evidence) {
  const text = useText();
  const format = useOfficeFormat();
  const language = useLanguage();
  const may = useMay();
  const propose = useSend('register.proposeRemoval');
  const [asked, setAsked] = useState<Kept | null>(null);
  const [changing, setChanging] = useState<Kept | null>(null);
  const isOpen = (kind: Kept['kind']) =>
    removals.some(
      ({ extent, state }) => extent.kind === kind && (state === 'proposed' || state === 'approved'),
    );
  return (
    <>
      {isHeld ? <Explanation>{text('register.evidence.held')}</Explanation> : null}
      <Table
        label={text('register.evidence.title')}
        rows={evidence}
        keyOf={({ kind }) => kind}
        columns={[
          {
            key: 'kind',
            title: text('register.evidence.kind'),
            isRowHeader: true,
            render: ({ kind }) => <strong>{text(`register.evidence.kind.${kind}`)}</strong>,
          },
          {
            key: 'period',
            title: text('register.evidence.period'),
            width: '7rem',
            render: ({ rule }) => periodInWords(rule.content.period, language),
          },
          {
            key: 'basis',
            title: text('register.evidence.basis'),
            render: ({ rule }) => (
              <>
                {format.say(rule.content.basis)}
                {rule.changeId === null ? null : (
                  <div className="quiet small">{text('register.evidence.change.open')}</div>
                )}
              </>
            ),
          },
          {
            key: 'kept',
            title: text('register.evidence.kept'),
            align: 'end',
            width: '6rem',
            render: ({ kept }) => format.number(kept),
          },
          {
            key: 'removed',
            title: text('register.evidence.removed'),
            align: 'end',
            width: '6rem',
            render: ({ removed }) => format.number(removed),
          },
          {
            key: 'past',
            title: text('register.evidence.past'),
            render: ({ past }) =>
              past === null ? (
                <span className="quiet">{text('register.evidence.past.none')}</span>
              ) : (
                <StateMark tone="attention">
                  {text('register.evidence.past.value', {
                    count: past.count,
                    date: format.date(past.through),
                  })}
                </StateMark>
              ),
          },
          {
            key: 'deeds',
            title: text('register.evidence.decide'),
            render: (kept) => (
              <span className="row">
                {may('register.manage_evidence') ? (
                  <Button
                    onPress={() => setAsked(kept)}
                    isDisabled={kept.past === null || isHeld || isOpen(kept.kind)}
                  >
                    {text('register.evidence.propose')}
                  </Button>
                ) : null}
                {may('retention.manage_rules') ? (
                  <Button
                    kind="text"
                    onPress={() => setChanging(kept)}
                    isDisabled={kept.rule.changeId !== null}
                  >
                    {text('register.evidence.change')}
                  </Button>
                ) : null}
              </span>
            ),
          },
        ]}
      />
      <Explanation title={text('register.evidence.stays')}>
        {text('register.evidence.stays.text')}
      </Explanation>
      <Section title={text('register.evidence.removals')}>
        <EvidenceRemovals removals={removals} />
      </Section>
      {asked?.past ? (
        <ConfirmDialog
          isOpen
          title={text('register.evidence.propose.title')}
          consequence={text('register.evidence.propose.text', {
            count: asked.past.count,
            date: format.date(asked.past.through),
          })}
          confirmLabel={text('register.evidence.propose')}
          isBusy={propose.isPending}
          error={propose.error?.error ?? null}
          onConfirm={() =>
            propose.mutate(
              { kind: asked.kind },
              {
                onSuccess: () => {
                  notify(text('register.evidence.proposed'));
                  setAsked(null);
                },
              },
            )
          }
          onClose={() => setAsked(null)}
        />
      ) : null}
      {changing === null ? null : (
        <ChangeRuleDialog
          rule={{
            ...changing.rule,
            className: changing.rule.content.name,
            units: 0,
            lapsed: false,
            nextFrom: null,
          }}
          isNew={false}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  );
}
