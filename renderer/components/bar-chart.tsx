import { useId } from 'react';
import { useFormat, useText } from '../app/text.tsx';
import './bar-chart.css';

export interface Bar {
  readonly label: string;
  readonly value: number;
}

/**
 * A small chart of one row of figures. `kinds`: bars below each other, each with its figure, so that the chart is its own table.
 * `months`: columns over time, with a table behind them. Nothing is told by colour.
 */
export function BarChart({
  title,
  kind,
  bars,
}: {
  title: string;
  kind: 'months' | 'kinds';
  bars: readonly Bar[];
}) {
  const id = useId();
  return (
    <figure className="bar-chart" aria-labelledby={id}>
      <figcaption id={id} className="bar-chart-title">
        {title}
      </figcaption>
      {kind === 'kinds' ? <Kinds title={title} bars={bars} /> : <Months title={title} bars={bars} />}
    </figure>
  );
}

function Kinds({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const format = useFormat();
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <table className="bar-chart-kinds" aria-label={title}>
      <tbody>
        {bars.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <span className="bar-chart-measure">
                <svg
                  className="bar-chart-bar"
                  width={`${Math.max(1, (value / most) * 100)}%`}
                  height="10"
                  aria-hidden="true"
                >
                  <rect width="100%" height="10" />
                </svg>
              </span>
              <span className="figure">{format.number(value)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const step = 26;
const height = 84;
const room = 16;

function Months({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const text = useText();
  const format = useFormat();
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const width = Math.max(12, bars.length) * step;
  return (
    <>
      <svg
        className="bar-chart-months"
        viewBox={`0 0 ${width} ${height + 2 * room}`}
        role="img"
        aria-label={title}
        style={{ maxWidth: `${width * 1.1}px` }}
      >
        {bars.map(({ label, value }, place) => {
          const tall = (value / most) * height;
          const middle = place * step + step / 2;
          return (
            <g key={label}>
              <rect x={place * step + 4} y={room + height - tall} width={step - 8} height={tall} />
              {value > 0 ? (
                <text x={middle} y={room + height - tall - 4} textAnchor="middle">
                  {format.number(value)}
                </text>
              ) : null}
              {place % 3 === 0 ? (
                <text x={place * step + 2} y={height + 2 * room - 3} className="bar-chart-month">
                  {label}
                </text>
              ) : null}
            </g>
          );
        })}
        <line x1="0" x2={width} y1={room + height} y2={room + height} />
      </svg>
      <details className="bar-chart-table">
        <summary>{text('register.report.chart.as_table')}</summary>
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{text('register.report.chart.month')}</th>
              <th scope="col">{text('register.report.chart.count')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="figure">{format.number(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
