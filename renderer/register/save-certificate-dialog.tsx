import { useState } from 'react';
import type { CallError } from '../../shared/contract/answer.ts';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/text/language.ts';
import { useCall, useSend } from '../app/call.ts';
import { useAnswerText, useFormat, useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  Dialog,
  DialogButtons,
  ErrorNote,
  notify,
  RadioGroup,
  TextField,
} from '../components/index.ts';
import './save-certificate-dialog.css';

interface SaveProps {
  number: string;
  languages: Language[];
  /** The name the records thread proposes; says nothing about anybody. */
  fileName: string;
  onClose(): void;
}

/** Asks where to write the certificate. A host has no file dialog of its own that all of them share, so the path is written. */
export function SaveCertificateDialog(props: SaveProps) {
  const text = useText();
  const suggested = useCall('register.suggestFolders', {});
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={text('register.save.title', { number: props.number })}
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
  number,
  languages,
  fileName,
  onClose,
  suggested,
}: SaveProps & { suggested: ChannelOutput<'register.suggestFolders'> }) {
  const text = useText();
  const format = useFormat();
  const answerText = useAnswerText();
  const save = useSend('register.saveCertificate');
  const [as, setAs] = useState<'pdf' | 'json'>('pdf');
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
      { number, languages, as, path, replace: exists },
      {
        onSuccess: ({ bytes }) => {
          notify(text('register.save.done', { size: format.number(Math.ceil(bytes / 1000)) }));
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
      <RadioGroup
        label={text('register.save.as')}
        value={as}
        onChange={(chosen) => {
          setAs(chosen);
          setName(name.replace(/\.(?:pdf|json)$/i, `.${chosen}`));
          change();
        }}
        options={[
          {
            value: 'pdf',
            label: text('register.save.as.pdf'),
            description: text('register.save.as.pdf.text', {
              languages: format.list(languages.map((each) => text(`register.certificate.language.${each}`))),
            }),
          },
          {
            value: 'json',
            label: text('register.save.as.json'),
            description: text('register.save.as.json.text'),
          },
        ]}
      />
      <TextField
        label={text('register.save.folder')}
        hint={text('register.save.folder.hint')}
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
          <legend className="visually-hidden">{text('register.save.suggestions')}</legend>
          {suggested.folders.map((each) => (
            <Button
              key={each.kind}
              kind="text"
              onPress={() => {
                setFolder(each.path);
                change();
              }}
            >
              {text(`register.save.folder.${each.kind}`)}
            </Button>
          ))}
        </fieldset>
      )}
      <TextField
        label={text('register.save.name')}
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
              ? text('register.save.replace.text')
              : isOfName
                ? said(error)
                : undefined
        }
      />
      <p className="save-path">
        <span className="quiet small">{text('register.save.path')}</span>
        <span className="save-path-value">{path}</span>
      </p>
      <ErrorNote error={isOfFolder || isOfName ? null : error} />
      <DialogButtons>
        <Button onPress={onClose} isDisabled={save.isPending}>
          {text('common.cancel')}
        </Button>
        <Button kind={exists ? 'danger' : 'primary'} type="submit" isBusy={save.isPending}>
          {text(exists ? 'register.save.replace' : 'register.save.submit')}
        </Button>
      </DialogButtons>
    </form>
  );
}

function pathOf(folder: string, name: string, separator: string): string {
  const isEnded = folder.endsWith('/') || folder.endsWith(separator);
  return `${folder}${isEnded ? '' : separator}${name}`;
}
