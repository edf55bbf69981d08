import { noFilter } from '../../shared/contract/register-reports.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { makeReport } from '../register/report.ts';
import { readProcessing } from './processing.ts';

/** The ledger names recipients and counts, never anybody whose data was provided. */
export const ledgerHandlers: Pick<
  Handlers<'provision'>,
  'provision.ledger' | 'provision.recordOfProcessing'
> = {
  'provision.ledger': documentHandler('provision.ledger', async (context, { from, to }, asked) => ({
    ...(await makeReport(
      context,
      { report: 'provision', filter: { ...noFilter, from, to }, names: null },
      asked,
    )),
    fileName: 'ashbook-provision-ledger',
  })),

  'provision.recordOfProcessing': documentHandler(
    'provision.recordOfProcessing',
    async (context, _, { format, languages }) => {
      const record = readProcessing(context);
      const made = {
        fileName: 'ashbook-record-of-processing',
        about: { purposes: record.purposes.length },
        copy: null,
      };
      const { renderProcessing, processingTable } = await import('../documents/processing-record.ts');
      if (format === 'pdf')
        return {
          ...made,
          bytes: await renderProcessing(record, languages, instantText(context.clock.now())),
        };
      const { renderTableFile } = await import('../documents/table-file.ts');
      const table = processingTable(record, languages, context.office.timeZone);
      return { ...made, bytes: await renderTableFile(format, table) };
    },
  ),
};
