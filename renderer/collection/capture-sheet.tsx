import {
  askedPurposes,
  type ConsentFormContent,
  type FormItem,
  nameItemCode,
} from '../../shared/domain/collection/consent-form.ts';
import type { ConsentNotice } from '../../shared/domain/collection/consent-notice.ts';
import { useAnswerText, useFormat, useText } from '../app/text.tsx';
import { Button, DateField, Explanation, RadioGroup, TextArea, TextField } from '../components/index.ts';
import {
  askedItems,
  birthDateItemOf,
  type CaptureDraft,
  type CaptureErrors,
  enteredValue,
  isEssentialRefused,
} from './capture-draft.ts';
import { MaskedField } from './masked-field.tsx';
import { NoticeSheet } from './notice-sheet.tsx';
import { SignatureField } from './signature-field.tsx';

/** The sheet as the person has it in front of them: the text, an answer to each purpose, what is then asked for, the signature. */
export function CaptureSheet({
  notice,
  content,
  draft,
  isOpen,
  errors,
  onChange,
  onValueShown,
  onStartOver,
}: {
  notice: ConsentNotice;
  content: ConsentFormContent;
  draft: CaptureDraft;
  /** Whether anything may be asked: of a child nothing before the guardian has been verified. */
  isOpen: boolean;
  errors: CaptureErrors;
  onChange(fields: readonly string[], next: Partial<CaptureDraft>): void;
  /** A sensitive item is about to be shown: entered first. */
  onValueShown(itemCode: string): Promise<void>;
  onStartOver(): void;
}) {
  const text = useText();
  const format = useFormat();
  const answerText = useAnswerText();
  const errorOf = (field: string) => {
    const error = errors[field];
    return error === undefined ? undefined : answerText(error.key, error.params);
  };
  // The date of birth has been asked already.
  const items = askedItems(content, draft).filter((item) => item !== birthDateItemOf(content));
  const answers =
    draft.way === 'screen' ? (['agree', 'do_not_agree'] as const) : (['agreed', 'refused'] as const);
  const refused = isEssentialRefused(content, draft)
    ? content.purposes.findLast((purpose) => purpose.kind === 'essential')
    : undefined;
  return (
    <NoticeSheet
      notice={notice}
      afterPurpose={(purposeId) => {
        const purpose = askedPurposes(content).find((each) => each.id === purposeId);
        if (purpose === undefined || !isOpen) return null;
        return (
          <div data-field={`answers.${purposeId}`} className="capture-answer">
            <RadioGroup
              label={text('collection.capture.answer', { purpose: format.say(purpose.name) })}
              value={draft.answers[purposeId] ?? null}
              onChange={(answer) =>
                // One answer can settle the error of another: with an essential purpose given the refused one no longer stops.
                onChange(
                  content.purposes
                    .map((each) => `answers.${each.id}`)
                    .filter((field) => isSettled(field, purposeId, errors)),
                  { answers: { ...draft.answers, [purposeId]: answer } },
                )
              }
              options={[
                { value: 'given', label: text(`collection.capture.${answers[0]}`) },
                { value: 'refused', label: text(`collection.capture.${answers[1]}`) },
              ]}
              error={errorOf(`answers.${purposeId}`)}
            />
            {purpose === refused ? (
              <Explanation title={text('collection.capture.refused_title')} tone="ember">
                <p>{text('collection.capture.refused_text')}</p>
                <div className="capture-refused">
                  <Button onPress={onStartOver}>{text('collection.capture.start_over')}</Button>
                </div>
              </Explanation>
            ) : null}
          </div>
        );
      }}
    >
      <section className="capture-part" hidden={!isOpen}>
        <h3 className="notice-sheet-purpose">{text('collection.capture.details')}</h3>
        {items.length === 0 ? (
          <p className="quiet">{text('collection.capture.details_none')}</p>
        ) : (
          <div className="capture-items">
            {items.map((item) => (
              <div
                key={item.code}
                data-field={`values.${item.code}`}
                className={`capture-item-${item.valueType}`}
              >
                <ItemField
                  item={item}
                  label={format.say(item.label)}
                  value={shown(draft, item)}
                  isKnown={item.code === nameItemCode && draft.isKnown}
                  onChange={(value) =>
                    onChange([`values.${item.code}`], { values: { ...draft.values, [item.code]: value } })
                  }
                  error={errorOf(`values.${item.code}`)}
                  onShown={() => onValueShown(item.code)}
                />
              </div>
            ))}
          </div>
        )}
      </section>
      <section className="capture-part" data-field="signature" hidden={!isOpen}>
        {draft.way === 'screen' && isOpen ? (
          <SignatureField
            value={draft.signature}
            onChange={(signature) => onChange(['signature'], { signature })}
            error={errorOf('signature')}
          />
        ) : null}
        {draft.givenOn === null ? null : (
          <p className="capture-day">
            {text('collection.capture.day', { date: format.date(draft.givenOn) })}
          </p>
        )}
      </section>
    </NoticeSheet>
  );
}

function isSettled(field: string, answered: string, errors: CaptureErrors): boolean {
  return field === `answers.${answered}` || errors[field]?.key === 'error.essential_purpose_refused';
}

function shown(draft: CaptureDraft, item: FormItem): string {
  return item.code === nameItemCode && draft.isKnown
    ? enteredValue(draft, item)
    : (draft.values[item.code] ?? '');
}

function ItemField({
  item,
  label,
  value,
  isKnown,
  onChange,
  onShown,
  error,
}: {
  item: FormItem;
  label: string;
  value: string;
  /** The name of a person who is known already: shown, not asked. */
  isKnown: boolean;
  onChange(value: string): void;
  onShown(): Promise<void>;
  error: string | undefined;
}) {
  const text = useText();
  if (item.sensitivity !== 'ordinary' && item.valueType !== 'date')
    return (
      <MaskedField
        label={label}
        isOptional={item.kind === 'optional'}
        value={value}
        onChange={onChange}
        onShown={onShown}
        error={error}
      />
    );
  const field = { label, error, isOptional: item.kind === 'optional', isDisabled: isKnown };
  switch (item.valueType) {
    case 'date':
      return (
        <DateField {...field} value={value === '' ? null : value} onChange={(date) => onChange(date ?? '')} />
      );
    case 'long_text':
      return <TextArea {...field} value={value} onChange={onChange} maxLength={2000} />;
    case 'telephone':
      return <TextField {...field} type="tel" value={value} onChange={onChange} maxLength={31} />;
    case 'email':
      return <TextField {...field} type="email" value={value} onChange={onChange} maxLength={254} />;
    case 'name':
    case 'text':
      return (
        <TextField
          {...field}
          value={value}
          onChange={onChange}
          maxLength={800}
          {...(isKnown ? { hint: text('collection.capture.name_known') } : {})}
        />
      );
  }
}
