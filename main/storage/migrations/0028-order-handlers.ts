import type { Migration } from '../migrate.ts';

/** Who handled what an order destroys, for the request of destruction: it outlives the consents that say so. */
export const orderHandlers: Migration = {
  number: 28,
  name: 'order-handlers',
  up(database) {
    database.exec(`
      CREATE TABLE order_handlers (
        order_id TEXT NOT NULL REFERENCES destruction_orders (id),
        user_id TEXT NOT NULL REFERENCES users (id),
        PRIMARY KEY (order_id, user_id)
      ) STRICT, WITHOUT ROWID;
      -- Of orders from before this was kept: as far as their records are still there.
      INSERT INTO order_handlers (order_id, user_id)
        SELECT DISTINCT o.order_id, coalesce(c.captured_by, p.registered_by) FROM order_units o
        JOIN record_units u ON u.id = o.unit_id LEFT JOIN consents c ON c.id = u.consent_id
        LEFT JOIN paper_entries p ON p.id = u.id
        WHERE coalesce(c.captured_by, p.registered_by) IS NOT NULL;
      CREATE TRIGGER order_handlers_is_not_changed BEFORE UPDATE ON order_handlers
      BEGIN SELECT RAISE(ABORT, 'order_handlers is append-only'); END;
      CREATE TRIGGER order_handlers_is_not_deleted BEFORE DELETE ON order_handlers
      BEGIN SELECT RAISE(ABORT, 'order_handlers is append-only'); END;
    `);
  },
};
