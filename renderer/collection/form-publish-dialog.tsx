import { useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import type { ConsentFormContent } from '../../shared/domain/collection/consent-form.ts';
import { type FormChange, purposesToRenew } from '../../shared/domain/collection/form-difference.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Button, Dialog, DialogButtons, ErrorNote, Explanation } from '../components/index.ts';
import { FormChanges } from './form-changes.tsx';

/**
 * Before a version is published for ever: what it changes, which consents have to be renewed because of it, and where it asks for
 * more than is needed.
 */
export function PublishDialog({
  isOpen,
  onClose,
  onPublish,
  isBusy,
  failure,
  formId,
  version,
  content,
}: {
  isOpen: boolean;
  onClose(): void;
  onPublish(wordingOnly: string[]): void;
  isBusy: boolean;
  failure: CallError | null;
  formId: string | null;
  version: number;
  content: ConsentFormContent;
}) {
  const text = useText();
  const format = useOfficeFormat();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      size="wide"
      isBusy={isBusy}
      title={text('collection.editor.confirm', { version, title: format.say(content.title) })}
    >
      <Publishing
        formId={formId}
        version={version}
        content={content}
        onClose={onClose}
        onPublish={onPublish}
        isBusy={isBusy}
        failure={failure}
      />
    </Dialog>
  );
}

function Publishing({
  formId,
  version,
  content,
  onClose,
  onPublish,
  isBusy,
  failure,
}: Omit<Parameters<typeof PublishDialog>[0], 'isOpen'>) {
  const text = useText();
  const [wording, setWording] = useState<ReadonlySet<string>>(new Set());
  const wordingOnly = [...wording];
  const query = useCall(
    'collection.previewPublishing',
    { formId, content, wordingOnly },
    { keepPrevious: true },
  );
  const renews = (change: FormChange) => purposesToRenew([change], wordingOnly).size > 0;
  return (
    <>
      <div className="stack">
        <p>{text('collection.editor.confirm_immutable')}</p>
        <Answered query={query}>
          {({ changes, people, warnings }) => (
            <div className="stack">
              {formId === null ? null : (
                <>
                  <h3 className="dialog-part-title">{text('collection.changes.title')}</h3>
                  {changes.length === 0 ? (
                    <p className="quiet">{text('collection.changes.nothing')}</p>
                  ) : (
                    <FormChanges
                      changes={changes}
                      renews={renews}
                      wording={wording}
                      onWording={(key, isWording) => {
                        const next = new Set(wording);
                        if (isWording) next.add(key);
                        else next.delete(key);
                        setWording(next);
                      }}
                    />
                  )}
                  <Explanation tone={people > 0 ? 'ember' : 'plain'}>
                    <p>{text('collection.changes.people', { count: people })}</p>
                  </Explanation>
                </>
              )}
              <Warnings content={content} warnings={warnings} />
            </div>
          )}
        </Answered>
        <ErrorNote error={failure} />
      </div>
      <DialogButtons>
        <Button onPress={onClose} isDisabled={isBusy}>
          {text('common.cancel')}
        </Button>
        <Button kind="primary" onPress={() => onPublish(wordingOnly)} isBusy={isBusy} autoFocus>
          {text('collection.editor.publish', { version })}
        </Button>
      </DialogButtons>
    </>
  );
}

/** Where the form asks for more than the catalogue says its purposes need. */
function Warnings({
  content,
  warnings,
}: {
  content: ConsentFormContent;
  warnings: readonly { code: string; purpose: number; item: string | null }[];
}) {
  const text = useText();
  const format = useOfficeFormat();
  const beyond = warnings.filter(({ item }) => item !== null);
  if (beyond.length === 0) return null;
  return (
    <Explanation title={text('collection.minimum.title')} tone="ember">
      <ul className="form-minimum">
        {beyond.map(({ code, purpose: position, item }) => {
          const purpose = content.purposes[position];
          const label = purpose?.items.find((each) => each.code === item)?.label;
          if (purpose === undefined || label === undefined) return null;
          return (
            <li key={`${position} ${item}`}>
              {text('collection.minimum.line', {
                purpose: format.say(purpose.name),
                item: format.say(label),
                code,
              })}
            </li>
          );
        })}
      </ul>
    </Explanation>
  );
}
