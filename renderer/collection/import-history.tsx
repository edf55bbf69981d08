import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Section, StateMark, Table } from '../components/index.ts';

type ImportRow = ChannelOutput<'collection.listImports'>['imports'][number];

/** What was taken over so far, what was not, and whether its source file is still somewhere. */
export function ImportHistory() {
  const text = useText();
  const format = useOfficeFormat();
  const query = useCall('collection.listImports', {});
  return (
    <Answered query={query}>
      {({ imports }) =>
        imports.length === 0 ? null : (
          <Section title={text('collection.import.history')}>
            <Table<ImportRow>
              label={text('collection.import.history')}
              rows={imports}
              keyOf={({ importId }) => importId}
              columns={[
                {
                  key: 'number',
                  title: text('collection.import.history.number'),
                  width: '4rem',
                  align: 'end',
                  render: ({ number }) => format.number(number),
                },
                {
                  key: 'begun',
                  title: text('collection.import.history.begun'),
                  width: '14rem',
                  render: ({ begunAt }) => format.instant(begunAt),
                },
                {
                  key: 'form',
                  title: text('collection.import.history.form'),
                  render: ({ formTitle, formVersion }) =>
                    text('collection.import.history.version', {
                      form: format.say(formTitle),
                      version: formVersion,
                    }),
                },
                {
                  key: 'consents',
                  title: text('collection.import.history.consents'),
                  width: '7rem',
                  align: 'end',
                  render: ({ consents }) => format.number(consents),
                },
                {
                  key: 'state',
                  title: text('collection.import.history.state'),
                  width: '13rem',
                  render: ({ state }) => (
                    <StateMark tone={state === 'finished' ? 'active' : 'ash'}>
                      {text(`collection.import.history.${state === 'begun' ? 'begun_only' : state}`)}
                    </StateMark>
                  ),
                },
                {
                  key: 'source',
                  title: text('collection.import.history.source'),
                  width: '13rem',
                  render: ({ source }) =>
                    source === null
                      ? ''
                      : text(
                          source.isOutstanding
                            ? 'collection.import.history.source_open'
                            : 'collection.import.history.source_done',
                          { reference: source.reference },
                        ),
                },
              ]}
            />
          </Section>
        )
      }
    </Answered>
  );
}
