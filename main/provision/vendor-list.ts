import type { ChannelOutput } from '../../shared/contract/contract.ts';
import { publishedContent, type VendorList } from '../../shared/domain/provision/vendor-list.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canonicalJsonBytes } from '../../shared/domain/register/canonical-json.ts';
import { instantText } from '../clock.ts';
import type { Handlers, ReadContext } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { sha256 } from '../storage/cryptography.ts';
import { readSubVendors } from './vendor-check.ts';
import { openVendor, type VendorRecord } from './vendor-record.ts';

type Reader = Pick<ReadContext, 'database' | 'vault' | 'office' | 'today'>;

export function readVendorList(reader: Reader): VendorList {
  const { database, vault, office, today } = reader;
  const vendors = database
    .all<VendorRecord>(
      `SELECT id, contract_ends_on, does_marketing, sealed, added_at, ended_on FROM vendors WHERE ended_on IS NULL ORDER BY added_at`,
    )
    .map((vendor) => {
      const { name, task } = openVendor(vault, vendor);
      const subVendors = readSubVendors(reader, vendor.id).filter(({ endedOn }) => endedOn === null);
      return {
        name,
        task,
        until: vendor.contract_ends_on,
        subVendors: subVendors.map((sub) => ({ name: sub.name, task: sub.task })),
      };
    });
  return { office: office.name, on: today, vendors };
}

const digestOf = (list: VendorList) =>
  sha256(
    canonicalJsonBytes(
      publishedContent(list).map((vendor) => ({ ...vendor, subVendors: [...vendor.subVendors] })),
    ),
  ).toString('hex');

/** Whether the list that holds now is the one that was published last. */
export function publicationState(reader: Reader): ChannelOutput<'provision.publications'>['state'] {
  const list = readVendorList(reader);
  const last = reader.database.value<string>(
    'SELECT digest FROM vendor_publications ORDER BY published_on DESC, recorded_at DESC LIMIT 1',
  );
  if (last === undefined) return list.vendors.length === 0 ? 'no_vendor' : 'never';
  return last === digestOf(list) ? 'current' : 'outdated';
}

export const vendorListHandlers: Pick<
  Handlers<'provision'>,
  'provision.vendorList' | 'provision.recordPublication' | 'provision.publications'
> = {
  'provision.vendorList': documentHandler(
    'provision.vendorList',
    async (context, _, { format, languages }) => {
      const list = readVendorList(context);
      const made = { fileName: 'ashbook-vendors', about: { vendors: list.vendors.length }, copy: null };
      // The PDF library and its fonts are loaded when the first document is asked for, not at every start.
      const { renderVendorList, vendorListHtml } = await import('../documents/vendor-list.ts');
      const bytes =
        format === 'html'
          ? Buffer.from(vendorListHtml(list, languages), 'utf8')
          : await renderVendorList(list, languages, instantText(context.clock.now()));
      return { ...made, bytes };
    },
  ),

  'provision.recordPublication': (context, { publishedOn, way }) => {
    const { database, actor, clock, today } = context;
    if (publishedOn > today) throw new Refusal('date_in_future', { field: 'publishedOn' });
    database.run(
      'INSERT INTO vendor_publications (id, published_on, way, digest, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?)',
      [
        context.newId(),
        publishedOn,
        way,
        digestOf(readVendorList(context)),
        instantText(clock.now()),
        actor.id,
      ],
    );
    context.audit('provision.vendors_published', { way });
    return {};
  },

  'provision.publications': (context) => ({
    state: publicationState(context),
    publications: context.database.all<ChannelOutput<'provision.publications'>['publications'][number]>(
      `SELECT p.published_on AS publishedOn, p.way, s.staff_number AS staffNumber
       FROM vendor_publications p JOIN users s ON s.id = p.recorded_by ORDER BY p.published_on DESC, p.recorded_at DESC`,
    ),
  }),
};
