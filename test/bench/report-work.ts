import { demoUsers } from '../../main/hosts/demo/demo-office.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { fromBase64 } from '../../shared/domain/register/base64.ts';
import { describeReport, type ReportName, reportNames } from '../../shared/domain/register/report.ts';
import { atDesk, indexAtRest } from './office-work.ts';
import { eachTimeAsync, peakMemory } from './stopwatch.ts';

interface ReportTimes {
  /** Lines of the whole report. */
  readonly lines: number;
  readonly page: number;
  readonly charts: number;
  readonly csv: number;
  readonly xlsx: number;
  readonly bytes: number;
}

/** Every report of an office: one page of the screen, its charts, the whole of it as tables. Milliseconds and megabytes. */
export function measureReports(
  officeFolder: string,
): Promise<{ reports: Record<ReportName, ReportTimes>; peak: number }> {
  return atDesk(officeFolder, async ({ call, signIn }) => {
    await signIn('clerk');
    await indexAtRest(call);
    const reports: Partial<Record<ReportName, ReportTimes>> = {};
    for (const report of reportNames) {
      const { permission } = describeReport(report);
      await signIn(demoUsers.find(({ roles }) => mayDo(roles, permission))?.signInName ?? '');
      let lines = 0;
      let bytes = 0;
      const once = async (work: () => Promise<unknown>) => (await eachTimeAsync(1, work))[0] ?? Number.NaN;
      const page = await once(async () => {
        lines = (await call('register.report', { report, filter: {}, limit: 50, offset: 0 })).total;
      });
      const charts = await once(() => call('register.reportCharts', { report, filter: {} }));
      const file = (format: 'csv' | 'xlsx') =>
        once(async () => {
          const made = await call('register.reportFile', {
            ask: { report, filter: {} },
            format,
            languages: ['ko'],
            to: { way: 'screen' },
          });
          bytes = fromBase64(made.bytes ?? '').length;
        });
      const csv = await file('csv');
      reports[report] = { lines, page, charts, csv, xlsx: await file('xlsx'), bytes };
    }
    return { reports: reports as Record<ReportName, ReportTimes>, peak: peakMemory() };
  });
}
