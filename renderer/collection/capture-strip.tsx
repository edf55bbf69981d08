import type { Language } from '../../shared/contract/fields.ts';
import { deskWays } from '../../shared/domain/collection/consent-evidence.ts';
import { useText } from '../app/text.tsx';
import { DateField, RadioGroup } from '../components/index.ts';
import { PersonPicker } from '../components/person-picker.tsx';
import type { CaptureDraft } from './capture-draft.ts';

/** What the clerk sets before turning the screen to the person. */
export function CaptureStrip({
  draft,
  isKnownAllowed,
  today,
  errorOf,
  onLanguage,
  onChange,
}: {
  draft: CaptureDraft;
  /** Not of a child whose guardian has not been verified. */
  isKnownAllowed: boolean;
  today: string;
  errorOf(field: string): string | undefined;
  onLanguage(language: Language): void;
  onChange(fields: readonly string[], next: Partial<CaptureDraft>): void;
}) {
  const text = useText();
  return (
    <div className="capture-strip">
      <div data-field="language">
        <RadioGroup
          label={text('collection.capture.language')}
          value={draft.language}
          onChange={onLanguage}
          options={[
            { value: 'ko', label: '한국어' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div data-field="givenOn">
        <DateField
          label={text('collection.capture.given_on')}
          value={draft.givenOn}
          maximum={today}
          onChange={(givenOn) => onChange(['givenOn'], { givenOn })}
          error={errorOf('givenOn')}
        />
      </div>
      <div>
        <RadioGroup
          label={text('collection.capture.person')}
          value={draft.isKnown ? 'known' : 'new'}
          onChange={(which) => onChange(['person', 'values.name'], { isKnown: which === 'known' })}
          options={[
            { value: 'new', label: text('collection.capture.person_new') },
            {
              value: 'known',
              label: text('collection.capture.person_known'),
              isDisabled: !isKnownAllowed,
            },
          ]}
        />
      </div>
      <div className="capture-way" data-field="way">
        <RadioGroup
          label={text('collection.capture.way')}
          value={draft.way}
          onChange={(way) => onChange(['signature', 'scans', 'calledAt', 'readBy', 'witness'], { way })}
          options={deskWays.map((way) => ({ value: way, label: text(`collection.way.${way}`) }))}
        />
      </div>
      {draft.isKnown ? (
        <div data-field="person" className="capture-person">
          <PersonPicker
            label={text('collection.capture.who')}
            value={draft.person}
            onChange={(person) => onChange(['person', 'values.name'], { person })}
            error={errorOf('person')}
          />
        </div>
      ) : null}
    </div>
  );
}
