import { useForm } from 'react-hook-form';
import { provisionVendorChannels } from '../../shared/contract/provision-vendors.ts';
import { useCall, useSend } from '../app/call.ts';
import { useFormCall } from '../app/form-call.ts';
import { useMay, useOfficeFormat, useToday } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import {
  Answered,
  Button,
  Dialog,
  DialogButtons,
  DocumentView,
  ErrorNote,
  Explanation,
  FormDateField,
  FormSelect,
  notify,
} from '../components/index.ts';
import './publication.css';

const publicationWay = provisionVendorChannels['provision.recordPublication'].input.shape.way;

/** The list that the office has to disclose, to be saved or printed; and that it was published. */
export function PublicationDialog({ onClose }: { onClose(): void }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  const query = useCall('provision.publications', {});
  return (
    <Dialog isOpen onClose={onClose} title={text('provision.publication.title')} size="document">
      <div className="publication">
        <Answered query={query}>
          {({ state, publications }) => (
            <div className="publication-side">
              <Explanation tone={state === 'never' || state === 'outdated' ? 'ember' : 'plain'}>
                {text(`provision.publication.state.${state}`, {
                  date: publications[0] ? format.date(publications[0].publishedOn) : '',
                })}
              </Explanation>
              {may('provision.record') && state !== 'no_vendor' ? <RecordPublication /> : null}
            </div>
          )}
        </Answered>
        <DocumentView channel="provision.vendorList" ask={{}} formats={['pdf', 'html']} />
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{text('common.close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}

function RecordPublication() {
  const text = useText();
  const today = useToday();
  const send = useSend('provision.recordPublication');
  const form = useForm<{ publishedOn: string | null; way: string }>({
    defaultValues: { publishedOn: today, way: '' },
  });
  const { submit, failure } = useFormCall(send, form);
  const save = form.handleSubmit(async ({ publishedOn, way }) => {
    const chosen = publicationWay.safeParse(way);
    if (publishedOn === null || !chosen.success) return;
    if ((await submit({ publishedOn, way: chosen.data })) !== undefined)
      notify(text('provision.publication.done'));
  });
  return (
    <form noValidate onSubmit={(event) => void save(event)} className="publication-form">
      <FormSelect
        control={form.control}
        name="way"
        label={text('provision.publication.way')}
        rules={{ required: text('common.field.choose') }}
        options={publicationWay.options.map((way) => ({
          value: way,
          label: text(`provision.publication_way.${way}`),
        }))}
      />
      <FormDateField
        control={form.control}
        name="publishedOn"
        label={text('provision.publication.published_on')}
        maximum={today}
        rules={{ required: text('common.field.required') }}
      />
      <Button type="submit" isBusy={send.isPending}>
        {text('provision.publication.record')}
      </Button>
      <ErrorNote error={failure} />
    </form>
  );
}
