import { z } from 'zod';
import { channel } from './channel.ts';
import { collectionChannels } from './collection.ts';
import { collectionAttachmentChannels } from './collection-attachments.ts';
import { collectionCaptureChannels } from './collection-capture.ts';
import { collectionCorrectionChannels } from './collection-corrections.ts';
import { collectionExportChannels } from './collection-export.ts';
import { collectionFormChannels } from './collection-forms.ts';
import { collectionImportChannels } from './collection-import.ts';
import { collectionReceiptChannels } from './collection-receipt.ts';
import { collectionRequestChannels } from './collection-requests.ts';
import { destructionChannels } from './destruction.ts';
import { destructionDelegationChannels } from './destruction-delegations.ts';
import { destructionPaperChannels } from './destruction-paper.ts';
import { destructionScheduleChannels } from './destruction-schedules.ts';
import type { DocumentAnswer } from './document.ts';
import { nothing } from './fields.ts';
import { officeChannels } from './office.ts';
import { officeCopiesChannels } from './office-copies.ts';
import { officeDocumentChannels } from './office-documents.ts';
import { officeHolderChannels } from './office-holders.ts';
import { officeMaintenanceChannels } from './office-maintenance.ts';
import { paperChannels } from './paper.ts';
import { paperImportChannels } from './paper-import.ts';
import { paperInventoryChannels } from './paper-inventory.ts';
import { paperLabelChannels } from './paper-labels.ts';
import { paperPartChannels } from './paper-parts.ts';
import { paperTwinChannels } from './paper-twins.ts';
import { provisionChannels } from './provision.ts';
import { provisionProvisionChannels } from './provision-provisions.ts';
import { provisionRecallChannels } from './provision-recalls.ts';
import { provisionRecipientChannels } from './provision-recipients.ts';
import { provisionUseChannels } from './provision-uses.ts';
import { provisionVendorChannels } from './provision-vendors.ts';
import { registerChannels } from './register.ts';
import { registerEvidenceChannels } from './register-evidence.ts';
import { registerReportChannels } from './register-reports.ts';
import { retentionChannels } from './retention.ts';
import { retentionClockChannels } from './retention-clock.ts';
import { retentionHoldChannels } from './retention-holds.ts';
import { retentionReviewChannels } from './retention-review.ts';
import { retentionRuleChannels } from './retention-rules.ts';
import { retentionSettingChannels } from './retention-settings.ts';

const contractChannels = {
  /** Every channel with its access and the JSON Schemas of what goes in and comes out. */
  'contract.describe': channel({
    access: 'anyone',
    effect: 'read',
    input: nothing,
    output: z.strictObject({
      channels: z.array(
        z.strictObject({
          channel: z.string(),
          access: z.string(),
          effect: z.enum(['read', 'write', 'work']),
          input: z.record(z.string(), z.json()),
          output: z.record(z.string(), z.json()),
        }),
      ),
    }),
  }),
};

/** Every door between a page or a script and the records thread. There is no other. */
export const contract = {
  ...contractChannels,
  ...officeChannels,
  ...officeCopiesChannels,
  ...officeDocumentChannels,
  ...officeHolderChannels,
  ...officeMaintenanceChannels,
  ...collectionChannels,
  ...collectionAttachmentChannels,
  ...collectionFormChannels,
  ...collectionRequestChannels,
  ...collectionCaptureChannels,
  ...collectionImportChannels,
  ...collectionExportChannels,
  ...collectionCorrectionChannels,
  ...collectionReceiptChannels,
  ...provisionChannels,
  ...provisionRecallChannels,
  ...provisionRecipientChannels,
  ...provisionProvisionChannels,
  ...provisionUseChannels,
  ...provisionVendorChannels,
  ...retentionChannels,
  ...retentionRuleChannels,
  ...retentionHoldChannels,
  ...retentionReviewChannels,
  ...retentionClockChannels,
  ...paperChannels,
  ...retentionSettingChannels,
  ...paperInventoryChannels,
  ...paperImportChannels,
  ...paperLabelChannels,
  ...paperPartChannels,
  ...paperTwinChannels,
  ...destructionChannels,
  ...destructionDelegationChannels,
  ...destructionPaperChannels,
  ...destructionScheduleChannels,
  ...registerChannels,
  ...registerReportChannels,
  ...registerEvidenceChannels,
};

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type ChannelInput<Name extends ChannelName> = z.input<Contract[Name]['input']>;
export type ChannelOutput<Name extends ChannelName> = z.output<Contract[Name]['output']>;

/** The channels that answer with a document (`documentChannel`). */
export type DocumentChannelName = {
  [Name in ChannelName]: ChannelOutput<Name> extends DocumentAnswer ? Name : never;
}[ChannelName];
export type DocumentAsk<Name extends DocumentChannelName> = ChannelInput<Name>['ask'];
export type DocumentFormatOf<Name extends DocumentChannelName> = ChannelInput<Name>['format'];

export const channelNames = Object.keys(contract) as ChannelName[];

export function isChannelName(name: string): name is ChannelName {
  return Object.hasOwn(contract, name);
}
