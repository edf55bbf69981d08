import { useCall, useSend } from '../app/call.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Button, Checkbox, EmptyState, ErrorNote, Section, Table } from '../components/index.ts';

/** Whether a sheet is wanted every week, when the next one is due, and which were printed and filed. */
export function WeeklySheet() {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const answer = useCall('register.weeklySheets', {});
  const set = useSend('register.setWeeklySheet');
  const file = useSend('register.fileSheet');
  const mayManage = may('register.manage_evidence');
  return (
    <Section title={text('register.sheet.title')}>
      <p className="quiet">{text('register.sheet.lead')}</p>
      <ErrorNote error={set.error?.error ?? file.error?.error ?? null} />
      <Answered query={answer}>
        {({ dueOn, isDue, sheets }) => (
          <div className="stack">
            <div className="row">
              <Checkbox
                isSelected={dueOn !== null}
                isDisabled={!mayManage}
                onChange={(isWanted) => set.mutate({ isWanted })}
              >
                {text('register.sheet.wanted')}
              </Checkbox>
              {dueOn === null ? null : (
                <span role="status">
                  {isDue
                    ? text('register.sheet.due')
                    : text('register.sheet.next', { date: format.date(dueOn) })}
                </span>
              )}
            </div>
            <Table
              label={text('register.sheet.title')}
              rows={sheets}
              keyOf={({ size }) => String(size)}
              empty={<EmptyState title={text('register.sheet.none')} />}
              columns={[
                {
                  key: 'size',
                  title: text('register.checkpoint.size'),
                  align: 'end',
                  width: '7rem',
                  render: ({ size }) => format.number(size),
                },
                {
                  key: 'signed',
                  title: text('register.checkpoint.signed'),
                  isRowHeader: true,
                  render: ({ signedAt }) => format.instant(signedAt),
                },
                {
                  key: 'printed',
                  title: text('register.sheet.printed'),
                  render: ({ printedAt }) => format.instant(printedAt),
                },
                {
                  key: 'filed',
                  title: text('register.sheet.filed'),
                  width: '14rem',
                  render: ({ size, filedOn }) =>
                    filedOn !== null ? (
                      format.date(filedOn)
                    ) : mayManage ? (
                      <Button
                        onPress={() => file.mutate({ size })}
                        aria-label={text('register.sheet.file_of', { size: format.number(size) })}
                      >
                        {text('register.sheet.file')}
                      </Button>
                    ) : (
                      <span className="quiet">{text('register.sheet.not_filed')}</span>
                    ),
                },
              ]}
            />
          </div>
        )}
      </Answered>
    </Section>
  );
}
