import { attach, jpegOf } from '../fixtures/attachment.ts';
import { TestOffice } from '../fixtures/office.ts';
import { carryOutOpenOrder } from './open-order.ts';

/** What is done with attachments in an office prepared by `prepareAttachments`. */
export const attachmentDeeds = {
  add: (office: TestOffice, { openUnitId }: AttachmentTargets) =>
    attach(office, openUnitId, jpegOf(2 * 1024 * 1024 + 77), 'added.jpg'),
  remove: (office: TestOffice, { keptId }: AttachmentTargets) =>
    office.as('clerk').call('collection.removeAttachment', { attachmentId: keptId }),
  destroy: (office: TestOffice) => carryOutOpenOrder(office),
};
export type AttachmentDeed = keyof typeof attachmentDeeds;

export interface AttachmentTargets {
  readonly openUnitId: string;
  readonly keptId: string;
}

export async function doDeed(
  office: TestOffice,
  deed: AttachmentDeed,
  targets: AttachmentTargets,
): Promise<void> {
  try {
    await attachmentDeeds[deed](office, targets);
  } finally {
    await office.restart();
  }
}

// A process of its own, to be killed at the point named by ASHBOOK_FAULT_POINT.
const [, program = '', parent, deed, targets] = process.argv;
if (
  program.endsWith('attachment-deed.ts') &&
  parent !== undefined &&
  deed !== undefined &&
  targets !== undefined
) {
  await doDeed(new TestOffice(parent), deed as AttachmentDeed, JSON.parse(targets) as AttachmentTargets);
  process.stdout.write('finished\n');
}
