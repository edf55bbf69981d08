import {
  type CataloguePurpose,
  catalogueItem,
  cataloguePurpose,
} from '../../shared/domain/collection/catalogue.ts';
import {
  ruleForStarting,
  startingItems,
  startingPurposes,
} from '../../shared/domain/collection/starting-catalogue.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { retentionRuleContent } from '../../shared/domain/retention/retention-rule.ts';
import { instantText } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { currentRuleVersionId } from '../retention/retention-rule.ts';
import type { ReadDatabase } from '../storage/database.ts';
import { currentFormContents } from './consent-form.ts';

interface Entry {
  id: string;
  content: string;
  retired_at: string | null;
}

function readPurposes(database: ReadDatabase) {
  return database
    .all<Entry>(
      'SELECT id, content, retired_at FROM catalogue_purposes ORDER BY retired_at IS NOT NULL, rowid',
    )
    .map((row) => ({
      purposeId: row.id,
      content: cataloguePurpose.parse(JSON.parse(row.content)),
      retired: row.retired_at !== null,
    }));
}

/** What each purpose of the catalogue needs; a retired one stands for nothing any more. */
export function catalogueNeeds(
  database: ReadDatabase,
): (catalogueId: string) => CataloguePurpose['needs'] | undefined {
  const purposes = readPurposes(database).filter(({ retired }) => !retired);
  const needs = new Map(purposes.map(({ purposeId, content }) => [purposeId, content.needs]));
  return (catalogueId) => needs.get(catalogueId);
}

export const catalogueHandlers: Pick<
  Handlers<'collection'>,
  | 'collection.listCatalogue'
  | 'collection.saveCatalogueItem'
  | 'collection.saveCataloguePurpose'
  | 'collection.beginCatalogue'
  | 'collection.retireCatalogueItem'
  | 'collection.retireCataloguePurpose'
> = {
  'collection.listCatalogue': ({ database }) => {
    const purposes = readPurposes(database);
    const forms = currentFormContents(database);
    const needing = (code: string) =>
      purposes.filter(({ retired, content }) => !retired && content.needs.some((need) => need.code === code));
    return {
      purposes: purposes.map((purpose) => ({
        ...purpose,
        forms: forms.filter((form) => form.purposes.some((each) => each.catalogueId === purpose.purposeId))
          .length,
      })),
      items: database
        .all<Entry>(
          'SELECT code AS id, content, retired_at FROM catalogue_items ORDER BY retired_at IS NOT NULL, rowid',
        )
        .map((row) => ({
          ...catalogueItem.parse(JSON.parse(row.content)),
          purposes: needing(row.id).length,
          retired: row.retired_at !== null,
        })),
    };
  },

  'collection.saveCatalogueItem': (context, { item }) => {
    context.database.run(
      `INSERT INTO catalogue_items (code, content, changed_at, changed_by) VALUES (?, ?, ?, ?)
       ON CONFLICT (code) DO UPDATE SET content = excluded.content, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [item.code, JSON.stringify(item), instantText(context.clock.now()), context.actor.id],
    );
    context.audit('collection.catalogue_item_saved', { itemCode: item.code });
    return {};
  },

  'collection.saveCataloguePurpose': (context, { purposeId, content }) => {
    const { database, actor, clock } = context;
    if (currentRuleVersionId(database, content.retentionRuleId) === null)
      throw new Refusal('retention_rule_unknown', { field: 'content.retentionRuleId' });
    for (const { code } of content.needs) {
      if (database.get('SELECT code FROM catalogue_items WHERE code = ?', [code]) === undefined)
        throw new Refusal('catalogue_item_unknown', { item: code });
    }
    const id = purposeId ?? context.newId();
    const written = [JSON.stringify(content), instantText(clock.now()), actor.id] as const;
    if (purposeId === null) {
      database.run(
        'INSERT INTO catalogue_purposes (id, content, changed_at, changed_by) VALUES (?, ?, ?, ?)',
        [id, ...written],
      );
    } else {
      const { changes } = database.run(
        'UPDATE catalogue_purposes SET content = ?, changed_at = ?, changed_by = ? WHERE id = ?',
        [...written, id],
      );
      if (changes === 0) throw new Refusal('not_found');
    }
    context.audit('collection.catalogue_purpose_saved', { cataloguePurposeId: id });
    return { purposeId: id };
  },

  'collection.beginCatalogue': (context) => {
    const { database, office, actor, clock } = context;
    if (readPurposes(database).length > 0) throw new Refusal('catalogue_not_empty');
    const rules = database
      .all<{ id: string; content: string }>(
        `SELECT r.id, v.content FROM retention_rules r JOIN retention_rule_versions v ON v.id = r.applied_version_id ORDER BY r.rowid`,
      )
      .map(({ id, content }) => ({ id, content: retentionRuleContent.parse(JSON.parse(content)) }));
    const changed = [instantText(clock.now()), actor.id] as const;
    let items = 0;
    for (const item of startingItems) {
      // What somebody entered before stays as it was entered.
      items += database.run(
        'INSERT OR IGNORE INTO catalogue_items (code, content, changed_at, changed_by) VALUES (?, ?, ?, ?)',
        [item.code, JSON.stringify(item), ...changed],
      ).changes;
    }
    const purposes = startingPurposes(office.jurisdiction);
    for (const purpose of purposes) {
      const rule = ruleForStarting(purpose, rules);
      if (rule === undefined) throw new Refusal('catalogue_needs_rule');
      const content: CataloguePurpose = { ...purpose.content, retentionRuleId: rule.id };
      database.run(
        'INSERT INTO catalogue_purposes (id, content, changed_at, changed_by) VALUES (?, ?, ?, ?)',
        [context.newId(), JSON.stringify(content), ...changed],
      );
    }
    context.audit('collection.catalogue_begun', { purposes: purposes.length, items });
    return { purposes: purposes.length, items };
  },

  'collection.retireCatalogueItem': (context, { code, retired }) => {
    const { database, clock } = context;
    const needing = readPurposes(database).filter(
      (purpose) => !purpose.retired && purpose.content.needs.some((need) => need.code === code),
    );
    if (retired && needing.length > 0) throw new Refusal('catalogue_item_needed', { count: needing.length });
    const { changes } = database.run('UPDATE catalogue_items SET retired_at = ? WHERE code = ?', [
      retired ? instantText(clock.now()) : null,
      code,
    ]);
    if (changes === 0) throw new Refusal('not_found');
    const deed = retired ? 'collection.catalogue_item_retired' : 'collection.catalogue_item_restored';
    context.audit(deed, { itemCode: code });
    return {};
  },

  'collection.retireCataloguePurpose': (context, { purposeId, retired }) => {
    const { changes } = context.database.run('UPDATE catalogue_purposes SET retired_at = ? WHERE id = ?', [
      retired ? instantText(context.clock.now()) : null,
      purposeId,
    ]);
    if (changes === 0) throw new Refusal('not_found');
    const deed = retired ? 'collection.catalogue_purpose_retired' : 'collection.catalogue_purpose_restored';
    context.audit(deed, { cataloguePurposeId: purposeId });
    return {};
  },
};
