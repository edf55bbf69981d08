import type { OrderedPaper } from '../../shared/domain/destruction/order.ts';
import { useFormat, useText } from '../app/text.tsx';

/** What an order says of one unit of paper, and of a part what of it goes; `where` says to its operator on which sheets. */
export function PaperName({ paper, where = '' }: { paper: OrderedPaper; where?: string }) {
  const text = useText();
  const format = useFormat();
  const { kind, code, part, sheets } = paper;
  const name = `${text(`documents.paper.kind.${kind}`)} ${code}`;
  if (part === undefined) return name;
  return (
    <div className="stack-tight">
      <span>{name}</span>
      <span className="small">
        {text('documents.paper.rest.fields', {
          way: part.way,
          sheets: sheets ?? 0,
          fields:
            part.fields.length === 0
              ? text('documents.paper.rest.everything')
              : format.list(part.fields.map((field) => format.say(field))),
        })}
      </span>
      {where === '' ? null : <strong className="small">{where}</strong>}
    </div>
  );
}
