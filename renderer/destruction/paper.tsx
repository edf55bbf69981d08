import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Badge,
  Button,
  ButtonLink,
  DocumentDialog,
  Explanation,
  PageHeader,
  Section,
  Stat,
  StatLine,
} from '../components/index.ts';
import { OrderStateMark } from './order-state-mark.tsx';
import { PaperBatches } from './paper-batches.tsx';
import { PaperFetch } from './paper-fetch.tsx';
import { PaperSeals } from './paper-seals.tsx';
import { PaperUnits } from './paper-units.tsx';
import './paper.css';

export type PaperView = ChannelOutput<'destruction.paperOfOrder'>;

/** The paper of one order, from the shelf to the shredder: fetch, seal and hand over, batch by batch. */
export function PaperScreen({ orderId }: { orderId: string }) {
  const query = useCall('destruction.paperOfOrder', { orderId }, { keepPrevious: true });
  return <Answered query={query}>{(view) => <Paper view={view} />}</Answered>;
}

function Paper({ view }: { view: PaperView }) {
  const text = useText();
  const [isListOpen, setListOpen] = useState(false);
  const { orderId, number, units, mayNot } = view;
  const count = (...states: string[]) => units.filter(({ state }) => states.includes(state)).length;
  const left = units.length - count('destroyed', 'left_out');
  return (
    <div className="page paper-hands">
      <PageHeader
        room="destruction"
        title={text('destruction.paper.title', { number })}
        lead={text('destruction.paper.lead', { count: units.length })}
        actions={
          <>
            {mayNot === null ? (
              <Button onPress={() => setListOpen(true)}>{text('destruction.paper.pulling_list')}</Button>
            ) : null}
            <ButtonLink to="/destruction/$orderId" params={{ orderId }}>
              {text('destruction.paper.to_order')}
            </ButtonLink>
          </>
        }
      />
      <div className="paper-figures">
        <OrderStateMark state={view.state} />
        <StatLine>
          <Stat value={count('to_pull', 'to_return')} label={text('destruction.paper.figure.to_pull')} />
          <Stat value={count('pulled', 'sealed')} label={text('destruction.paper.figure.fetched')} />
          <Stat value={count('with_vendor')} label={text('destruction.paper.figure.with_vendor')} />
          <Stat value={count('destroyed', 'fed')} label={text('destruction.paper.figure.destroyed')} />
        </StatLine>
        {view.electronic === 'open' ? <Badge>{text('destruction.paper.electronic_open')}</Badge> : null}
      </div>
      {mayNot === null ? null : (
        <Explanation title={text(`destruction.paper.may_not.${mayNot}`)}>
          {text('destruction.paper.may_not.text')}
        </Explanation>
      )}
      {mayNot === null && left > 0 ? (
        <>
          <Section title={text('destruction.paper.fetch')}>
            <PaperFetch view={view} />
          </Section>
          <Section title={text('destruction.paper.seals')}>
            <PaperSeals view={view} />
          </Section>
        </>
      ) : null}
      <Section title={text('destruction.paper.batches')}>
        <PaperBatches view={view} />
      </Section>
      <Section title={text('destruction.paper.units')}>
        <PaperUnits view={view} />
      </Section>
      {isListOpen ? (
        <DocumentDialog
          channel="destruction.pullingList"
          ask={{ orderId }}
          formats={['pdf']}
          onClose={() => setListOpen(false)}
        />
      ) : null}
    </div>
  );
}
