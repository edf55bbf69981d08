import { collectionHandlers } from './collection/handlers.ts';
import { destructionHandlers } from './destruction/handlers.ts';
import { officeHandlers } from './office/handlers.ts';
import { paperHandlers } from './paper/handlers.ts';
import { provisionHandlers } from './provision/handlers.ts';
import { registerHandlers } from './register/handlers.ts';
import { retentionHandlers } from './retention/handlers.ts';

/** Who answers each channel, but for `contract.describe`, which dispatch answers itself. */
export const handlers = {
  ...officeHandlers,
  ...collectionHandlers,
  ...provisionHandlers,
  ...retentionHandlers,
  ...paperHandlers,
  ...destructionHandlers,
  ...registerHandlers,
};
