/** What an office has to disclose about its vendors: the entrusted work and who does it (PIPA art. 26(2), Decree art. 28(2)). */
export interface PublishedVendor {
  readonly name: string;
  readonly task: string;
  readonly until: string | null;
  readonly subVendors: readonly { readonly name: string; readonly task: string }[];
}

export interface VendorList {
  readonly office: string;
  readonly on: string;
  readonly vendors: readonly PublishedVendor[];
}

/** What a publication says and when it was made is apart from what it says: a later day alone makes nothing outdated. */
export function publishedContent({ vendors }: VendorList): readonly PublishedVendor[] {
  return [...vendors].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
