import { useState } from 'react';
import type { Language } from '../../shared/contract/fields.ts';
import type { RuleRow } from '../../shared/contract/retention-rules.ts';
import { useStatus } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import { RadioGroup } from '../components/index.ts';
import { contentOf, type FormDraft, previewOf } from './form-draft.ts';
import { NoticeSheet } from './notice-sheet.tsx';

/** The notice as it will be shown to a person, while it is written. */
export function FormPreview({ draft, rules }: { draft: FormDraft; rules: readonly RuleRow[] }) {
  const text = useText();
  const spoken = useLanguage();
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
