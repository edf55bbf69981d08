import { Link } from '@tanstack/react-router';
import { describeReport, type ReportName, reportNames } from '../../shared/domain/register/report.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { EmptyState } from '../components/index.ts';
import { Report } from './report.tsx';
import { RegisterNav } from './room.tsx';
import './reports.css';

/** Every report the person may read, and the chosen one. */
export function ReportsScreen({ chosen }: { chosen: string | undefined }) {
  const text = useText();
  const may = useMay();
  const allowed = reportNames.filter((name) => may(describeReport(name).permission));
  const name: ReportName | undefined = allowed.find((one) => one === chosen) ?? allowed[0];
  return (
    <div className="page">
      <RegisterNav />
      <nav className="reports-list" aria-label={text('register.reports.list')}>
        {allowed.map((one) => (
          <Link
            key={one}
            to="/register/reports/$report"
            params={{ report: one }}
            className="reports-link"
            aria-current={one === name ? 'page' : undefined}
          >
            {text(`register.report.${one}.title`)}
          </Link>
        ))}
      </nav>
      {name === undefined ? (
        <EmptyState title={text('register.report.nothing')} />
      ) : (
        <Report key={name} name={name} />
      )}
    </div>
  );
}
