import { useController } from 'react-hook-form';
import { useText } from '../app/text.tsx';
import { Checkbox } from '../components/index.ts';
import { BilingualFields } from './form-editor-bilingual.tsx';
import { useEditor } from './form-editor-context.ts';

/** Whether the form is for children under 14, and what their guardian and they themselves are told. */
export function ChildrenFields() {
  const text = useText();
  const { form, draft } = useEditor();
  const { field } = useController({ control: form.control, name: 'isForChildren' });
  return (
    <div className="form-editor-children">
      <Checkbox
        isSelected={field.value}
        onChange={field.onChange}
        inputRef={field.ref}
        description={text('collection.editor.for_children_is')}
      >
        {text('collection.editor.for_children')}
      </Checkbox>
      {draft.isForChildren ? (
        <>
          <BilingualFields
            name="guardianStatement"
            label={text('collection.editor.guardian_statement')}
            maximum={1000}
            isLong
            statement="children.guardianStatement"
          />
          <BilingualFields
            name="childStatement"
            label={text('collection.editor.child_statement')}
            maximum={1000}
            isLong
            statement="children.childStatement"
          />
        </>
      ) : null}
    </div>
  );
}
