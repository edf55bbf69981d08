import { useState } from 'react';
import type { CallError } from '../../../shared/contract/answer.ts';
import type { ChannelOutput, DocumentChannelName } from '../../../shared/contract/contract.ts';
import type { DocumentFormat } from '../../../shared/contract/document.ts';
import type { Language } from '../../../shared/text/language.ts';
import { useCall } from '../../app/call.ts';
import { useAnswerText, useFormat, useLanguage, useText } from '../../app/text.tsx';
import { Answered } from '../answered.tsx';
import { Button } from '../button.tsx';
import { RadioGroup } from '../choice.tsx';
import { Dialog, DialogButtons } from '../dialog.tsx';
import { ErrorNote } from '../error-note.tsx';
import { notify } from '../notice.tsx';
import { ProgressPanel } from '../progress-panel.tsx';
import { TextField } from '../text-field.tsx';
import { type DocumentProps, type DocumentSource, useLeavingDocument } from './document-source.ts';
import './save-document-dialog.css';

interface SaveProps {
  source: DocumentSource;
  languages: Language[];
  /** The name the records thread proposes, with its ending; says nothing about anybody. */
  fileName: string;
  /** Whether the file will be a known copy: said before it is written. */
  holdsPersonalData: boolean;
  onClose(): void;
}

/**
 * Saves a document that is not shown first (a table, a list for another program).
 *
 * @param fileName without ending; lower-case letters, digits and hyphens, nothing about anybody
 */
export function SaveDocumentDialog<Name extends DocumentChannelName>({
  channel,
  ask,
  formats,
  fileName,
  holdsPersonalData,
  onClose,
}: DocumentProps<Name> & { fileName: string; holdsPersonalData: boolean; onClose(): void }) {
  const language = useLanguage();
  return (
    <SaveDialog
      source={{ channel, ask, formats }}
      languages={[language]}
      fileName={`${fileName}.${formats[0]}`}
      holdsPersonalData={holdsPersonalData}
      onClose={onClose}
    />
  );
}

/** Asks where to write the document. A host has no file dialog of its own that all of them share, so the path is written. */
export function SaveDialog(props: SaveProps) {
  const text = useText();
  const suggested = useCall('office.suggestFolders', {});
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={text('office.document.save.title', {
        document: text(`office.document.name.${props.source.channel}`),
      })}
      size="wide"
    >
      <Answered query={suggested}>{(value) => <SaveForm {...props} suggested={value} />}</Answered>
    </Dialog>
  );
}

/** What is wrong with the folder; everything else about a path is about the name of the file. */
const folderCodes: ReadonlySet<string> = new Set([
  'path_not_absolute',
  'path_folder_missing',
  'path_inside_office',
  'path_not_writable',
]);

function SaveForm({
  source,
  languages,
  fileName,
  holdsPersonalData,
  onClose,
  suggested,
}: SaveProps & { suggested: ChannelOutput<'office.suggestFolders'> }) {
  const text = useText();
  const format = useFormat();
  const answerText = useAnswerText();
  const save = useLeavingDocument(source);
  const [as, setAs] = useState<DocumentFormat>(source.formats[0]);
  const [folder, setFolder] = useState(suggested.folders[0]?.path ?? '');
  const [name, setName] = useState(fileName);
  const [isEmpty, setEmpty] = useState(false);
  const error = save.error?.error;
  const exists = error?.code === 'path_exists';
  const path = pathOf(folder, name, suggested.separator);

  const change = () => {
    save.reset();
    setEmpty(false);
  };
  const send = () => {
    if (folder.trim() === '' || name.trim() === '') {
      setEmpty(true);
      return;
    }
    save.mutate(
      { format: as, languages, to: { way: 'file', path, replace: exists } },
      {
        onSuccess: ({ size, copyReference }) => {
          const kilobytes = format.number(Math.ceil(size / 1000));
          notify(
            copyReference === null
              ? text('office.document.save.done', { size: kilobytes })
              : text('office.document.save.done_copy', { size: kilobytes, reference: copyReference }),
          );
          onClose();
        },
      },
    );
  };
  const said = (fault: CallError | undefined) => (fault ? answerText(fault.key, fault.params) : undefined);
  const required = text('common.field.required');
  const isOfFolder = error !== undefined && folderCodes.has(error.code);
  const isOfName = error !== undefined && (exists || error.code === 'invalid_input');

  return (
    <form
      className="save-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {source.formats.length === 1 ? null : (
        <RadioGroup
          label={text('office.document.save.as')}
          value={as}
          onChange={(chosen) => {
            setAs(chosen);
            setName(name.replace(new RegExp(`\\.${as}$`, 'iu'), `.${chosen}`));
            change();
          }}
          options={source.formats.map((each) => ({
            value: each,
            label: text(`office.document.format.${each}`),
            description: text(`office.document.format.${each}.text`, {
              languages: format.list(languages.map((one) => text(`office.document.language.${one}`))),
            }),
          }))}
        />
      )}
      <TextField
        label={text('office.document.save.folder')}
        hint={text('office.document.save.folder.hint')}
        value={folder}
        onChange={(value) => {
          setFolder(value);
          change();
        }}
        maxLength={900}
        error={isEmpty && folder.trim() === '' ? required : isOfFolder ? said(error) : undefined}
      />
      {suggested.folders.length === 0 ? null : (
        <fieldset className="save-folders">
          <legend className="visually-hidden">{text('office.document.save.suggestions')}</legend>
          {suggested.folders.map((each) => (
            <Button
              key={each.kind}
              kind="text"
              onPress={() => {
                setFolder(each.path);
                change();
              }}
            >
              {text(`office.document.save.folder.${each.kind}`)}
            </Button>
          ))}
        </fieldset>
      )}
      <TextField
        label={text('office.document.save.name')}
        value={name}
        onChange={(value) => {
          setName(value);
          change();
        }}
        maxLength={99}
        error={
          isEmpty && name.trim() === ''
            ? required
            : exists
              ? text('office.document.save.replace.text')
              : isOfName
                ? said(error)
                : undefined
        }
      />
      <p className="save-path">
        <span className="quiet small">{text('office.document.save.path')}</span>
        <span className="save-path-value">{path}</span>
      </p>
      {holdsPersonalData ? <p className="quiet">{text('office.document.save.copy')}</p> : null}
      <ErrorNote error={isOfFolder || isOfName ? null : error} />
      {save.isPending ? (
        <ProgressPanel channel={source.channel} label={text('office.document.making')} canCancel />
      ) : null}
      <DialogButtons>
        <Button onPress={onClose} isDisabled={save.isPending}>
          {text('common.cancel')}
        </Button>
        <Button kind={exists ? 'danger' : 'primary'} type="submit" isBusy={save.isPending}>
          {text(exists ? 'office.document.save.replace' : 'office.document.save.submit')}
        </Button>
      </DialogButtons>
    </form>
  );
}

function pathOf(folder: string, name: string, separator: string): string {
  const isEnded = folder.endsWith('/') || folder.endsWith(separator);
  return `${folder}${isEnded ? '' : separator}${name}`;
}
