import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FormRow } from '../../shared/contract/collection.ts';
import type { Language } from '../../shared/contract/fields.ts';
import { askedPurposes, type ConsentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { ageOfConsent } from '../../shared/domain/collection/guardian.ts';
import { CallFailure, call, useCall, useSend } from '../app/call.ts';
import { useOfficeFormat, useStatus, useToday, useUser } from '../app/session.ts';
import { useAnswerText, useLanguage, useText } from '../app/text.tsx';
import { InLanguage } from '../components/in-language.tsx';
import { Answered, Button, DateField, ErrorNote, Explanation } from '../components/index.ts';
import type { PickedPerson } from '../components/picked-person.ts';
import type { Captured, ResumedDraft } from './capture.tsx';
import {
  askedItems,
  birthDateItemOf,
  type CaptureDraft,
  type CaptureErrors,
  captureInput,
  emptyDraft,
  errorsOf,
  errorsOfAnswer,
  isBegun,
  isForChild,
  isGuardianVerified,
  resumedDraft,
  withoutChildsData,
} from './capture-draft.ts';
import { CaptureGuardian } from './capture-guardian.tsx';
import { CaptureScans } from './capture-scans.tsx';
import { CaptureSheet } from './capture-sheet.tsx';
import { SimilarPeople } from './capture-similar.tsx';
import { CaptureStrip } from './capture-strip.tsx';
import { CaptureTelephone } from './capture-telephone.tsx';
import { discardDraft, useDraftKeeping } from './draft-keeping.ts';
import { LeaveQuestion } from './leave-question.tsx';

interface DeskProps {
  form: FormRow;
  person: PickedPerson | null;
  /** A draft to go on with. */
  resumed: ResumedDraft | null;
  takesFocus: boolean;
  /** Whether anything has been said that would be lost. */
  onBegun(isBegun: boolean): void;
  onCaptured(captured: Captured, draft: CaptureDraft): void;
  onStartOver(): void;
}

/**
 * The desk between clerk and person: on top what the clerk sets (language, day, who), below the sheet the person reads,
 * answers and signs, in the person's language.
 */
export function CaptureDesk(props: DeskProps) {
  const query = useCall('collection.getForm', { formVersionId: props.form.formVersionId });
  return <Answered query={query}>{({ content }) => <Desk {...props} content={content} />}</Answered>;
}

function Desk({
  form,
  content,
  person,
  resumed,
  takesFocus,
  onBegun,
  onCaptured,
  onStartOver,
}: DeskProps & { content: ConsentFormContent }) {
  const text = useText();
  const today = useToday();
  const spoken = useLanguage();
  const answerText = useAnswerText();
  const client = useQueryClient();
  const { staffNumber } = useUser();
  const jurisdiction = useStatus()?.office?.jurisdiction ?? 'empty';
  const [draft, setDraft] = useState<CaptureDraft>(() => {
    const empty = emptyDraft(spoken, today, person, staffNumber);
    return resumed === null ? empty : resumedDraft(resumed, empty);
  });
  const [errors, setErrors] = useState<CaptureErrors>({});
  const frame = useRef<HTMLFormElement>(null);
  const capture = useSend('collection.capture');
  const [showsFailure, setShowsFailure] = useState(false);
  const { formVersionId } = form;
  const notice = useCall('collection.getNotice', { formVersionId, language: draft.language });
  const isChild = isForChild(content, draft, jurisdiction);
  const isOpen = !isChild || isGuardianVerified(draft);
  const keeping = useDraftKeeping(formVersionId, draft, isChild, resumed?.draftId ?? null);
  const errorOf = (field: string) => {
    const error = errors[field];
    return error === undefined ? undefined : answerText(error.key, error.params);
  };

  useEffect(() => {
    if (takesFocus) firstControl(frame.current?.querySelector('[data-field="language"]'))?.focus();
  }, [takesFocus]);

  const hasBegun = isBegun(draft) && capture.data === undefined;
  useEffect(() => {
    onBegun(hasBegun);
    return () => onBegun(false);
  }, [hasBegun, onBegun]);

  /** What is changed is no longer wrong until it is looked at again. */
  const change = (fields: readonly string[], next: Partial<CaptureDraft>) => {
    setDraft((before) => {
      const changed = { ...before, ...next };
      const isClosed = isForChild(content, changed, jurisdiction) && !isGuardianVerified(changed);
      return isClosed ? withoutChildsData(changed) : changed;
    });
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
    const found = errorsOf(content, draft, { today, jurisdiction });
    setShowsFailure(false);
    if (Object.keys(found).length > 0) return show(found);
    keeping.stop();
    const draftId = await keeping.draftId();
    const input = captureInput(content, draft, { formVersionId, noticeDigest, draftId, isChild });
    try {
      onCaptured(await capture.mutateAsync(input), draft);
    } catch (error) {
      keeping.goOn();
      if (!(error instanceof CallFailure)) throw error;
      const told = errorsOfAnswer(error.error, input);
      setShowsFailure(Object.keys(told).length === 0);
      // The desk was left meanwhile, and with it what lay on it.
      if (error.error.code === 'attachment_upload_unknown') change([], { scans: [], recordings: [] });
      if (error.error.code === 'person_looks_known')
        void client.invalidateQueries({ queryKey: ['collection.findSimilarPeople'] });
      show(told);
    }
  }

  const endWithoutSaving = async () => {
    keeping.stop();
    for (const { attachmentId } of [...draft.scans, ...draft.recordings])
      await call('collection.cancelAttachment', { attachmentId }).catch(() => undefined);
    const draftId = await keeping.draftId();
    if (draftId !== null) await discardDraft(draftId);
  };

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
      <CaptureStrip
        draft={draft}
        isKnownAllowed={isOpen}
        today={today}
        errorOf={errorOf}
        onLanguage={changeLanguage}
        onChange={change}
      />
      <BirthDate content={content} draft={draft} today={today} errorOf={errorOf} onChange={change} />
      {isChild ? (
        <CaptureGuardian
          age={content.children === null ? ageOfConsent(jurisdiction) : null}
          guardian={draft.guardian}
          isVerified={isOpen}
          today={today}
          errorOf={errorOf}
          onChange={change}
        />
      ) : null}
      {draft.way === 'telephone' ? (
        <Explanation title={text('collection.telephone.read_aloud')}>
          {text('collection.telephone.read_aloud_text')}
        </Explanation>
      ) : null}
      <Answered query={notice}>
        {({ notice }) => (
          <InLanguage language={draft.language}>
            <CaptureSheet
              key={draft.language}
              notice={notice}
              content={content}
              draft={draft}
              isOpen={isOpen}
              errors={errors}
              onChange={change}
              onValueShown={async (itemCode) => {
                await keeping.keepNow();
                const draftId = await keeping.draftId();
                if (draftId !== null) await call('collection.noteDraftValueShown', { draftId, itemCode });
              }}
              onStartOver={() => void endWithoutSaving().then(onStartOver)}
            />
          </InLanguage>
        )}
      </Answered>
      {isOpen ? (
        <SimilarPeople
          content={content}
          draft={draft}
          onSame={({ personId, name }) =>
            change(['person', 'values.name'], { isKnown: true, person: { personId, name } })
          }
          onAnother={(personId) => change(['values.name'], { otherThan: [...draft.otherThan, personId] })}
        />
      ) : null}
      {isOpen && draft.way === 'paper' ? (
        <CaptureScans
          kind="scans"
          files={draft.scans}
          error={errorOf('scans')}
          onChange={(next) => setDraft((before) => ({ ...before, scans: next(before.scans) }))}
        />
      ) : null}
      {isOpen && draft.way === 'telephone' ? (
        <>
          <CaptureTelephone telephone={draft.telephone} errorOf={errorOf} onChange={change} />
          <CaptureScans
            kind="recordings"
            files={draft.recordings}
            error={errorOf('recordings')}
            onChange={(next) => setDraft((before) => ({ ...before, recordings: next(before.recordings) }))}
          />
        </>
      ) : null}
      <ErrorNote error={showsFailure ? capture.error?.error : null} />
      <ErrorNote error={keeping.error} />
      <div className="capture-end">
        <Progress content={content} draft={draft} />
        <Button kind="primary" type="submit" isBusy={capture.isPending}>
          {text('collection.capture.save')}
        </Button>
      </div>
      <LeaveQuestion isBegun={hasBegun} onKeep={keeping.keepNow} onDiscard={endWithoutSaving} />
    </form>
  );
}

/** Asked before anything else where the form has it: it decides who consents. */
function BirthDate({
  content,
  draft,
  today,
  errorOf,
  onChange,
}: {
  content: ConsentFormContent;
  draft: CaptureDraft;
  today: string;
  errorOf(field: string): string | undefined;
  onChange(fields: readonly string[], next: Partial<CaptureDraft>): void;
}) {
  const text = useText();
  const format = useOfficeFormat();
  const item = birthDateItemOf(content);
  if (item === undefined) return null;
  return (
    <div className="capture-birth-date" data-field={`values.${item.code}`}>
      <DateField
        label={format.say(item.label)}
        hint={text('collection.capture.birth_date_hint')}
        value={draft.values[item.code] ?? null}
        maximum={today}
        onChange={(date) =>
          onChange([`values.${item.code}`], { values: { ...draft.values, [item.code]: date ?? '' } })
        }
        error={errorOf(`values.${item.code}`)}
      />
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
    ...(draft.way === 'screen'
      ? [
          text(
            draft.signature === null
              ? 'collection.capture.progress_unsigned'
              : 'collection.capture.progress_signed',
          ),
        ]
      : []),
    ...(draft.way === 'paper'
      ? [text('collection.capture.progress_scans', { count: draft.scans.length })]
      : []),
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
