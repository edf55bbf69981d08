import type { ReactNode } from 'react';
import { type FormFault, paramsOfFault } from '../../shared/domain/collection/form-faults.ts';
import { laws } from '../../shared/domain/collection/law-reference.ts';
import { useFormat, useText } from '../app/text.tsx';
import { useEditor } from './form-editor-context.ts';

/** Why the form cannot be published yet, at the place it can be mended; nothing where there is no such fault. */
export function FaultNote({
  code,
  item,
  purpose,
}: {
  code: FormFault['code'];
  /** For a fault about an item: the item this note stands at. */
  item?: string;
  /** For a fault about a purpose: its position, from 0. */
  purpose?: number;
}) {
  const text = useText();
  const { faults } = useEditor();
  const fault = faults.find(
    (each) =>
      each.code === code &&
      (!('item' in each) || item === undefined || each.item === item) &&
      (!('purpose' in each) || purpose === undefined || each.purpose === purpose),
  );
  if (fault === undefined) return null;
  return (
    <p className="form-editor-fault" data-fault={code} role="alert" tabIndex={-1}>
      {text(`error.${fault.code}`, paramsOfFault(fault))}
    </p>
  );
}

/**
 * Fields of a statement that a law asks for, with the article; once publishing was tried without it, why that was refused.
 *
 * @param field dotted path of the field as it is published
 */
export function Statement({ field, children }: { field: string; children?: ReactNode }) {
  const text = useText();
  const format = useFormat();
  const { statements, faults } = useEditor();
  const statement = statements.get(field);
  const fault = faults.find((each) => each.code === 'form_statement_missing' && each.field === field);
  return (
    <div
      className="form-editor-statement"
      {...(fault === undefined ? {} : { 'data-fault': fault.code })}
      data-statement={field}
    >
      {children}
      {statement === undefined ? null : (
        <p className="form-editor-law">
          {text('collection.editor.law', { law: format.say(laws[statement.law]) })}
        </p>
      )}
      {fault === undefined ? null : (
        <p className="form-editor-fault" role="alert">
          {text(`error.${fault.code}`, paramsOfFault(fault))}
        </p>
      )}
    </div>
  );
}
