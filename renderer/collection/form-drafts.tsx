import { useNavigate } from '@tanstack/react-router';
import type { DraftRow } from '../../shared/contract/collection-forms.ts';
import { useCall } from '../app/call.ts';
import { useOfficeFormat } from '../app/session.ts';
import { useText } from '../app/text.tsx';
import { Answered, Section, Table } from '../components/index.ts';

/** Forms that are being written; nothing where there is none. */
export function FormDrafts() {
  const text = useText();
  const format = useOfficeFormat();
  const navigate = useNavigate();
  const query = useCall('collection.listFormDrafts', {});
  const titleOf = (draft: DraftRow) => format.say(draft.title) || text('collection.form_drafts.untitled');
  return (
    <Answered query={query}>
      {({ drafts }) =>
        drafts.length === 0 ? null : (
          <Section title={text('collection.form_drafts.title')}>
            <Table<DraftRow>
              label={text('collection.form_drafts.title')}
              rows={drafts}
              keyOf={(draft) => draft.draftId}
              nameOf={titleOf}
              onOpen={(draft) =>
                void navigate({
                  to: '/collection/forms/drafts/$draftId',
                  params: { draftId: draft.draftId },
                })
              }
              columns={[
                {
                  key: 'title',
                  title: text('collection.forms.column.title'),
                  render: (draft) => <strong>{titleOf(draft)}</strong>,
                },
                {
                  key: 'of',
                  title: text('collection.form_drafts.of'),
                  width: '14rem',
                  render: (draft) =>
                    text(
                      draft.formId === null
                        ? 'collection.form_drafts.new_form'
                        : 'collection.form_drafts.next_version',
                    ),
                },
                {
                  key: 'saved',
                  title: text('collection.form_drafts.saved'),
                  width: '17rem',
                  render: (draft) =>
                    text('collection.forms.published', {
                      at: format.instant(draft.savedAt),
                      number: draft.staffNumber,
                    }),
                },
              ]}
            />
          </Section>
        )
      }
    </Answered>
  );
}
