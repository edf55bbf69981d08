/**
 * The parts every room is built from. Import them from here and nowhere else.
 *
 * A screen:
 *
 *     export function VendorsScreen() {
 *       const text = useText();                      // app/text.tsx: text('provision.vendors.title', { count })
 *       const format = useOfficeFormat();            // app/session.ts: format.date, .instant, .number, .list, .say({ en, ko })
 *       const may = useMay();                        // app/session.ts: may('provision.record')
 *       const vendors = useCall('provision.listVendors', {});   // app/call.ts
 *       return (
 *         <div className="page">
 *           <PageHeader room="provision" title={text('provision.vendors.title')} actions={<Button kind="primary">...} />
 *           <Answered query={vendors}>{({ vendors }) => <Table ... />}</Answered>
 *         </div>
 *       );
 *     }
 *
 * - Reading: `useCall(channel, input)` and `<Answered query={...}>`, which shows that it is being read, or what went wrong, or
 *   the value. Writing and long work: `useSend(channel)`; errors with `<ErrorNote error={send.error?.error} />`, success with
 *   `notify(text(...))`. Long work: `<ProgressPanel channel=... />` while `send.isPending`.
 * - Forms: react-hook-form, the Form... fields below, and `useFormCall` (app/form-call.ts), which puts the errors of the records
 *   thread next to their fields.
 * - Buttons: one `primary` a screen, `danger` only for what leads to ash, `quiet` for the rest. Deeds that cannot be undone ask
 *   by ConfirmDialog.
 * - Documents: `<DocumentView channel=... ask=... formats={['pdf']} />` in a screen, `<DocumentDialog>` over one,
 *   `<SaveDocumentDialog>` for what has no pages. They show, print and save, and enter known copies (docs/how-to-add-a-document.md).
 * - Screens that need a permission are wrapped by the room's routes in `<Permitted permission="...">` (app/permitted.tsx).
 * - Ember (the accent) means: due, late, destroying. Nothing else is ember.
 * - Layout classes of base.css: `page` (a screen), `stack`, `stack-tight`, `row`, `columns`, `sheet`, `quiet`, `small`, `figure`.
 *   A room's own CSS stands next to its screen, class names prefixed with the screen's name, distances in `--step-N` only.
 */
export { Answered } from './answered.tsx';
export { BarChart } from './bar-chart.tsx';
export { Button, ButtonLink } from './button.tsx';
export { Checkbox, CheckboxGroup, RadioGroup } from './choice.tsx';
export { DateField } from './date-field.tsx';
export { DefinitionList, Identifier, Stat, StatLine } from './details.tsx';
export { ConfirmDialog, Dialog, DialogButtons } from './dialog.tsx';
export { DocumentDialog, DocumentView } from './document/document-view.tsx';
export { SaveDocumentDialog } from './document/save-document-dialog.tsx';
export { ErrorNote } from './error-note.tsx';
export { EmptyState, Explanation } from './explanation.tsx';
export {
  FormCheckboxGroup,
  FormDateField,
  FormNumberField,
  FormRadioGroup,
  FormSearchSelect,
  FormSelect,
  FormTextArea,
  FormTextField,
} from './form-fields.tsx';
export { notify } from './notice.tsx';
export { PageHeader, Reading, Section } from './page-header.tsx';
export { ProgressPanel } from './progress-panel.tsx';
export { Select } from './select.tsx';
export { Badge, StateMark, type StateTone } from './state-mark.tsx';
export { type Column, Pager, Table } from './table.tsx';
export { Tabs } from './tabs.tsx';
export { TextArea, TextField } from './text-field.tsx';
