import type { DraftRow } from '../../shared/contract/collection-forms.ts';
import { formDraft } from '../../shared/domain/collection/form-draft.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import type { Database } from '../storage/database.ts';

interface DraftRecord {
  id: string;
  form_id: string | null;
  content: string;
  saved_at: string;
  staff_number: number;
}

const select = `SELECT d.id, d.form_id, d.content, d.saved_at, s.staff_number
  FROM form_drafts d JOIN users s ON s.id = d.saved_by`;

function draftOf(row: DraftRecord) {
  const content = formDraft.parse(JSON.parse(row.content));
  const draft: DraftRow = {
    draftId: row.id,
    formId: row.form_id,
    title: content.title,
    savedAt: row.saved_at,
    staffNumber: row.staff_number,
  };
  return { draft, content };
}

/** True if there was such a draft. */
export function deleteFormDraft(database: Database, draftId: string): boolean {
  return database.run('DELETE FROM form_drafts WHERE id = ?', [draftId]).changes > 0;
}

export const formDraftHandlers: Pick<
  Handlers<'collection'>,
  | 'collection.listFormDrafts'
  | 'collection.getFormDraft'
  | 'collection.saveFormDraft'
  | 'collection.discardFormDraft'
> = {
  'collection.listFormDrafts': ({ database }) => ({
    drafts: database.all<DraftRecord>(`${select} ORDER BY d.saved_at DESC`).map((row) => draftOf(row).draft),
  }),

  'collection.getFormDraft': ({ database }, { draftId }) => {
    const row = database.get<DraftRecord>(`${select} WHERE d.id = ?`, [draftId]);
    if (row === undefined) throw new Refusal('not_found');
    return draftOf(row);
  },

  'collection.saveFormDraft': (context, { draftId, formId, content }) => {
    const { database, actor, clock } = context;
    const savedAt = instantText(clock.now());
    return database.transaction(() => {
      if (draftId !== null) {
        // One that was published or discarded at another desk meanwhile does not come back.
        const saved = database.run(
          'UPDATE form_drafts SET content = ?, saved_at = ?, saved_by = ? WHERE id = ?',
          [JSON.stringify(content), savedAt, actor.id, draftId],
        );
        if (saved.changes === 0) throw new Refusal('not_found');
        return { draftId, savedAt };
      }
      if (
        formId !== null &&
        database.get('SELECT id FROM consent_forms WHERE id = ?', [formId]) === undefined
      )
        throw new Refusal('not_found');
      const begun = context.newId();
      database.run(
        'INSERT INTO form_drafts (id, form_id, content, saved_at, saved_by) VALUES (?, ?, ?, ?, ?)',
        [begun, formId, JSON.stringify(content), savedAt, actor.id],
      );
      context.audit('collection.form_draft_begun', {
        draftId: begun,
        ...(formId === null ? {} : { formId }),
      });
      return { draftId: begun, savedAt };
    });
  },

  'collection.discardFormDraft': (context, { draftId }) => {
    if (!deleteFormDraft(context.database, draftId)) throw new Refusal('not_found');
    context.audit('collection.form_draft_discarded', { draftId });
    return {};
  },
};
