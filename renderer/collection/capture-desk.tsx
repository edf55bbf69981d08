import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FormRow } from '../../shared/contract/collection.ts';
import type { Language } from '../../shared/contract/fields.ts';
import { askedPurposes, type ConsentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { CallFailure, useCall, useSend } from '../app/call.ts';
import { useToday } from '../app/session.ts';
import { useAnswerText, useLanguage, useText } from '../app/text.tsx';
import { InLanguage } from '../components/in-language.tsx';
import { Answered, Button, DateField, ErrorNote, RadioGroup } from '../components/index.ts';
import { PersonPicker } from '../components/person-picker.tsx';
import type { PickedPerson } from '../components/picked-person.ts';
import type { Captured } from './capture.tsx';
import {
  askedItems,
  type CaptureDraft,
  type CaptureErrors,
  captureInput,
  emptyDraft,
  errorsOf,
  errorsOfAnswer,
} from './capture-draft.ts';
import { CaptureSheet } from './capture-sheet.tsx';

/**
 * The desk between clerk and person: on top what the clerk sets (language, day, who), below the sheet the person reads,
 * answers and signs, in the person's language.
 */
export function CaptureDesk(props: {
  form: FormRow;
  person: PickedPerson | null;
  takesFocus: boolean;
  onCaptured(captured: Captured): void;
  onStartOver(): void;
}) {
  const query = useCall('collection.getForm', { formVersionId: props.form.formVersionId });
  return <Answered query={query}>{({ content }) => <Desk {...props} content={content} />}</Answered>;
}

function Desk({
  form,
  content,
  person,
  takesFocus,
  onCaptured,
  onStartOver,
}: {
  form: FormRow;
  content: ConsentFormContent;
  person: PickedPerson | null;
  takesFocus: boolean;
  onCaptured(captured: Captured): void;
  onStartOver(): void;
}) {
  const text = useText();
  const today = useToday();
  const spoken = useLanguage();
  const [draft, setDraft] = useState<CaptureDraft>(() => emptyDraft(spoken, today, person));
  const [errors, setErrors] = useState<CaptureErrors>({});
  const frame = useRef<HTMLFormElement>(null);
  const capture = useSend('collection.capture');
  const [showsFailure, setShowsFailure] = useState(false);
  const { formVersionId } = form;
  const notice = useCall('collection.getNotice', { formVersionId, language: draft.language });

  useEffect(() => {
    if (takesFocus) firstControl(frame.current?.querySelector('[data-field="language"]'))?.focus();
  }, [takesFocus]);

  /** What is changed is no longer wrong until it is looked at again. */
  const change = (fields: readonly string[], next: Partial<CaptureDraft>) => {
    setDraft((before) => ({ ...before, ...next }));
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !fields.includes(field))),
    );
  };

  function show(found: CaptureErrors): void {
    setErrors(found);
    requestAnimationFrame(() => {
      const places = [...(frame.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
      const first = places.find((place) => Object.hasOwn(found, place.dataset.field ?? ''));
      first?.scrollIntoView({ block: 'center' });
      firstControl(first)?.focus({ preventScroll: true });
    });
  }

  async function save(noticeDigest: string): Promise<void> {
    const found = errorsOf(content, draft, today);
    setShowsFailure(false);
    if (Object.keys(found).length > 0) return show(found);
    const input = captureInput(content, draft, { formVersionId, noticeDigest });
    try {
      onCaptured(await capture.mutateAsync(input));
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      const told = errorsOfAnswer(error.error, input);
      setShowsFailure(Object.keys(told).length === 0);
      show(told);
    }
  }

  const changeLanguage = (language: Language) =>
    // Answers and signature belong to the text that was read; another text is answered anew.
    change([...Object.keys(errors)], { language, answers: {}, signature: null });

  return (
    <form
      className="capture"
      ref={frame}
      noValidate
      aria-label={text('collection.capture.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (notice.data !== undefined && !capture.isPending) void save(notice.data.digest);
      }}
    >
      <DeskStrip draft={draft} errors={errors} today={today} onLanguage={changeLanguage} onChange={change} />
      <Answered query={notice}>
        {({ notice }) => (
          <InLanguage language={draft.language}>
            <CaptureSheet
              key={draft.language}
              notice={notice}
              content={content}
              draft={draft}
              errors={errors}
              onChange={change}
              onStartOver={onStartOver}
            />
          </InLanguage>
        )}
      </Answered>
      <ErrorNote error={showsFailure ? capture.error?.error : null} />
      <div className="capture-end">
        <Progress content={content} draft={draft} />
        <Button kind="primary" type="submit" isBusy={capture.isPending}>
          {text('collection.capture.save')}
        </Button>
      </div>
    </form>
  );
}

/** What the clerk sets before turning the screen to the person. */
function DeskStrip({
  draft,
  errors,
  today,
  onLanguage,
  onChange,
}: {
  draft: CaptureDraft;
  errors: CaptureErrors;
  today: string;
  onLanguage(language: Language): void;
  onChange(fields: readonly string[], next: Partial<CaptureDraft>): void;
}) {
  const text = useText();
  const answerText = useAnswerText();
  const errorOf = (field: string) => {
    const error = errors[field];
    return error === undefined ? undefined : answerText(error.key, error.params);
  };
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
            { value: 'known', label: text('collection.capture.person_known') },
          ]}
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

/** What has been done and what is still missing, always in sight of the clerk. */
function Progress({ content, draft }: { content: ConsentFormContent; draft: CaptureDraft }) {
  const text = useText();
  const asked = askedItems(content, draft).length;
  const parts: ReactNode[] = [
    text('collection.capture.progress_answers', {
      done: Object.keys(draft.answers).length,
      total: askedPurposes(content).length,
    }),
    text('collection.capture.progress_items', { count: asked }),
    text(
      draft.signature === null
        ? 'collection.capture.progress_unsigned'
        : 'collection.capture.progress_signed',
    ),
  ];
  return <p className="quiet small figure">{parts.join(' · ')}</p>;
}

function firstControl(place: Element | null | undefined): HTMLElement | null {
  if (!place) return null;
  return (
    place.querySelector<HTMLElement>('input:checked') ??
    place.querySelector<HTMLElement>(
      'input:not([type="hidden"], [hidden]), textarea, [role="spinbutton"], button:enabled',
    )
  );
}
