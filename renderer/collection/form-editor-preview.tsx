import { useState } from 'react';
import type { Language } from '../../shared/contract/fields.ts';
import { contentOf } from '../../shared/domain/collection/form-draft.ts';
import { useStatus } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import { RadioGroup } from '../components/index.ts';
import { useEditor } from './form-editor-context.ts';
import { previewOf } from './form-template.ts';
import { NoticeSheet } from './notice-sheet.tsx';

/** The notice as it will be shown to a person, while it is written. */
export function FormPreview() {
  const text = useText();
  const spoken = useLanguage();
  const { draft, rules } = useEditor();
  const [language, setLanguage] = useState<Language>(spoken);
  const office = useStatus()?.office?.name ?? '';
  return (
    <aside className="form-editor-preview" aria-label={text('collection.editor.preview')}>
      <RadioGroup
        label={text('collection.editor.preview')}
        value={language}
        onChange={(chosen: Language) => setLanguage(chosen)}
        options={[
          { value: 'ko', label: '한국어' },
          { value: 'en', label: 'English' },
        ]}
      />
      <section
        className="form-editor-preview-sheet"
        aria-label={text('collection.editor.preview')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it to scroll it
        tabIndex={0}
      >
        <NoticeSheet notice={previewOf(contentOf(draft), rules, office, language)} />
      </section>
    </aside>
  );
}
