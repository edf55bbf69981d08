import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { DefinitionList, Identifier, StateMark, Table } from '../components/index.ts';

/** Who signed what over which digest, checked anew each time it is shown. */
export function OrderSignatures({ view }: { view: ChannelOutput<'destruction.getOrder'> }) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <div className="stack">
      <Table
        label={text('destruction.signatures.title')}
        rows={view.deeds}
        keyOf={({ deed, at }) => `${deed} ${at}`}
        columns={[
          {
            key: 'deed',
            title: text('destruction.signatures.deed'),
            render: ({ deed }) => text(`destruction.deed.${deed}`),
          },
          {
            key: 'staff',
            title: text('destruction.signatures.staff'),
            align: 'end',
            width: '9rem',
            render: ({ staffNumber, onBehalfOfStaffNumber: absent }) => (
              <>
                {staffNumber}
                {absent === null ? null : (
                  <span className="quiet">
                    {' '}
                    {text('destruction.signatures.on_behalf_of', { number: absent })}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'at',
            title: text('destruction.signatures.at'),
            render: ({ at }) => format.instant(at, { seconds: true }),
          },
          {
            key: 'signature',
            title: text('destruction.signatures.signature'),
            render: ({ signatureValid }) =>
              signatureValid ? (
                <StateMark tone="done">{text('destruction.signatures.valid')}</StateMark>
              ) : (
                <StateMark tone="attention">{text('destruction.signatures.invalid')}</StateMark>
              ),
          },
        ]}
      />
      <DefinitionList
        entries={[
          {
            term: text('destruction.signatures.digest'),
            value: (
              <>
                <Identifier value={view.digest} label={text('destruction.signatures.digest')} />{' '}
                <span className="quiet">
                  {text(
                    view.digestValid
                      ? 'destruction.signatures.digest.text'
                      : 'destruction.digest.invalid.title',
                  )}
                </span>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
