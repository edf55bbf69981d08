import { useState } from 'react';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { VendorContract } from '../../shared/contract/provision-vendors.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, DefinitionList, EmptyState, Explanation, StateMark, Table } from '../components/index.ts';
import { ContractDialog } from './contract-dialog.tsx';

type Answer = ChannelOutput<'provision.getVendor'>;

/** The contract in force: each clause the law asks for with its place in the text, and the missing ones by name. */
export function ContractSheet({ answer, mayRecord }: { answer: Answer; mayRecord: boolean }) {
  const text = useText();
  const [isRecording, setRecording] = useState(false);
  const [contract] = answer.contracts;
  const record = mayRecord ? (
    <Button onPress={() => setRecording(true)}>
      {text(contract === undefined ? 'provision.contract.record' : 'provision.contract.record_new')}
    </Button>
  ) : undefined;
  return (
    <div className="stack">
      {contract === undefined ? (
        <EmptyState title={text('provision.contract.none')} action={record}>
          {text('provision.contract.none_text')}
        </EmptyState>
      ) : (
        <>
          <Contract contract={contract} required={answer.required} />
          <div className="row">{record}</div>
        </>
      )}
      {isRecording ? <ContractDialog answer={answer} onClose={() => setRecording(false)} /> : null}
    </div>
  );
}

function Contract({ contract, required }: { contract: VendorContract; required: Answer['required'] }) {
  const text = useText();
  const format = useOfficeFormat();
  const placeOf = new Map(contract.clauses.map(({ clause, place }) => [clause, place]));
  const shown = (value: string) =>
    value === '' ? <span className="quiet">{text('common.none')}</span> : value;
  return (
    <>
      {contract.missing.length === 0 ? (
        <Explanation title={text('provision.contract.complete')}>{null}</Explanation>
      ) : (
        <Explanation
          tone="ember"
          title={text('provision.contract.missing', { count: contract.missing.length })}
        >
          {format.list(contract.missing.map((clause) => text(`provision.clause.${clause}`)))}
        </Explanation>
      )}
      <DefinitionList
        entries={[
          { term: text('provision.contract.reference'), value: contract.reference },
          { term: text('provision.contract.signed'), value: format.date(contract.signedOn) },
          { term: text('provision.contract.starts'), value: format.date(contract.startsOn) },
          {
            term: text('provision.contract.ends'),
            value:
              contract.endsOn === null ? text('provision.contract.open_ended') : format.date(contract.endsOn),
          },
          { term: text('provision.contract.tasks'), value: shown(contract.tasks) },
          { term: text('provision.contract.items'), value: shown(contract.items) },
          { term: text('provision.contract.safeguards'), value: shown(contract.safeguards) },
        ]}
      />
      <Table<Answer['required'][number]>
        label={text('provision.contract.clause')}
        rows={required}
        keyOf={({ clause }) => clause}
        columns={[
          {
            key: 'clause',
            title: text('provision.contract.clause'),
            render: ({ clause }) => text(`provision.clause.${clause}`),
          },
          {
            key: 'basis',
            title: text('provision.contract.basis'),
            width: '18rem',
            render: ({ basis }) => <span className="quiet">{format.say(basis)}</span>,
          },
          {
            key: 'place',
            title: text('provision.contract.place'),
            width: '12rem',
            render: ({ clause }) => {
              const place = placeOf.get(clause);
              return place === undefined ? (
                <StateMark tone="attention">{text('provision.contract.not_there')}</StateMark>
              ) : (
                <StateMark tone="done">{place}</StateMark>
              );
            },
          },
        ]}
        empty={null}
      />
      <p className="quiet small">
        {text('provision.contract.version', {
          version: contract.version,
          at: format.instant(contract.recordedAt),
          number: contract.staffNumber,
        })}
      </p>
    </>
  );
}
