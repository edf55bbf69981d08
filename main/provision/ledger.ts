import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { readProcessing } from './processing.ts';
import { readLedger } from './provision.ts';

/** The ledger names recipients and counts, never anybody whose data was provided. */
export const ledgerHandlers: Pick<
  Handlers<'provision'>,
  'provision.ledger' | 'provision.recordOfProcessing'
> = {
  'provision.ledger': documentHandler(
    'provision.ledger',
    async (context, { from, to }, { format, languages }) => {
      const rows = readLedger(context, from, to);
      const made = { fileName: 'ashbook-provision-ledger', about: { provisions: rows.length }, copy: null };
      const { renderLedger, ledgerTable } = await import('../documents/provision-ledger.ts');
      const { office, clock, today } = context;
      if (format === 'pdf') {
        const ledger = { office: office.name, on: today, from, to, rows };
        return { ...made, bytes: await renderLedger(ledger, languages, instantText(clock.now())) };
      }
      const { renderTableFile } = await import('../documents/table-file.ts');
      return { ...made, bytes: await renderTableFile(format, ledgerTable(rows, languages, office.timeZone)) };
    },
  ),

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
