import type { Migration } from '../migrate.ts';

/**
 * That a unit has fallen due is told by the day up to which the sweep has looked, no longer by a mark on every unit: a day on which a
 * million fall due writes one row. And fewer indexes on record units, which every consent adds to and every destruction takes from.
 */
export const daysSwept: Migration = {
  number: 32,
  name: 'days-swept',
  up(database) {
    database.exec(`
      -- Every unit that is due by this day has been counted as fallen due, but for those of units_due_already. No row: none has.
      CREATE TABLE days_swept (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        swept_through TEXT NOT NULL
      ) STRICT;

      -- Units whose day had been swept already when it was set: the next sweep counts them.
      CREATE TABLE units_due_already (
        unit_id TEXT PRIMARY KEY REFERENCES record_units (id) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;

      INSERT INTO days_swept (id, swept_through)
        SELECT 1, max(due_on) FROM record_units WHERE fell_due = 1 HAVING max(due_on) IS NOT NULL;
      INSERT INTO units_due_already (unit_id)
        SELECT id FROM record_units WHERE fell_due = 0 AND due_on <= (SELECT swept_through FROM days_swept);
      DROP INDEX record_units_to_fall_due;
      ALTER TABLE record_units DROP COLUMN fell_due;

      -- A unit is late only when it is due: one index tells what is due, what is late, and what of it is on no order, without reading a
      -- unit, and it does not change when a unit is kept apart. Few units are yet to be kept apart, are apart, or are on an order.
      DROP INDEX record_units_by_late_date;
      DROP INDEX record_units_by_due_date;
      DROP INDEX record_units_to_separate;
      DROP INDEX record_units_of_order;
      -- A rule that is new to a class reads all units once; nothing else asks for a class without a day.
      DROP INDEX record_units_of_class;
      CREATE INDEX record_units_by_due_date ON record_units (due_on, order_id, late_on);
      CREATE INDEX record_units_to_separate ON record_units (separate_on, (sealed IS NULL))
        WHERE state = 'active' AND separate_on IS NOT NULL;
      CREATE INDEX record_units_of_order ON record_units (order_id) WHERE order_id IS NOT NULL;
      CREATE INDEX record_units_separated ON record_units (state) WHERE state = 'separated';
    `);
  },
};
