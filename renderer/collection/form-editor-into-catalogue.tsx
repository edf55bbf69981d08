import { type PurposeDraft, purposeOf } from '../../shared/domain/collection/form-draft.ts';
import { CallFailure } from '../app/call.ts';
import { useMay } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Button, ErrorNote, notify } from '../components/index.ts';
import { useEditor } from './form-editor-context.ts';
import { useIntoCatalogue } from './into-catalogue.ts';

/** Says that a purpose stands in no catalogue, and enters it there as it is written: from then on forms are measured against it. */
export function IntoCatalogue({ index, purpose }: { index: number; purpose: PurposeDraft }) {
  const text = useText();
  const may = useMay();
  const { form, catalogue } = useEditor();
  const intoCatalogue = useIntoCatalogue(catalogue);
  const content = purposeOf(purpose);
  const isWritten =
    content.name.en !== '' &&
    content.name.ko !== '' &&
    content.retentionRuleId !== '' &&
    content.items.length > 0 &&
    content.items.every(({ label }) => label.en !== '' && label.ko !== '');
  const enter = async () => {
    try {
      const catalogueId = await intoCatalogue.save(content, null);
      form.setValue(`purposes.${index}.catalogueId`, catalogueId, { shouldDirty: true });
      notify(text('collection.editor.into_catalogue_done'));
    } catch (error) {
      // Said below.
      if (!(error instanceof CallFailure)) throw error;
    }
  };
  return (
    <div className="stack-tight">
      <div className="row">
        <span className="quiet small">{text('collection.minimum.purpose_not_in_catalogue')}</span>
        {may('collection.publish_forms') && isWritten ? (
          <Button kind="text" isBusy={intoCatalogue.isBusy} onPress={() => void enter()}>
            {text('collection.editor.into_catalogue')}
          </Button>
        ) : null}
      </div>
      <ErrorNote error={intoCatalogue.error} />
    </div>
  );
}
