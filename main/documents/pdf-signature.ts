/** Room for the CMS structure: a signature and a certificate of 3,072 bits are about 2.5 KB, those of issuers come on top. */
export const signatureBytes = 16_384;
/** Stands where the byte range will be: ten digits each, as long as any offset of a file below 10 GB. */
const unset = 9_999_999_999;
const byteRangePlaceholder = [0, unset, unset, unset] as const;

const marker = Buffer.from(`/ByteRange [0 ${unset} ${unset} ${unset}]`, 'latin1');

export type SignDetached = (content: Uint8Array) => Promise<Uint8Array>;

/** A signature field without a face: what is signed is the file, and the page stays as it is. Before the first page is written on. */
export function leaveSignaturePlace(document: PDFKit.PDFDocument): void {
  const signature = document.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'adbe.pkcs7.detached',
    ByteRange: [...byteRangePlaceholder],
    Contents: Buffer.alloc(signatureBytes),
  });
  const field = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('Signature'),
    V: signature,
    // Of no size, to be printed, locked.
    Rect: [0, 0, 0, 0],
    F: 4 + 128,
    P: document.page.dictionary,
  });
  document.page.annotations.push(field);
  document.font('regular').initForm();
  const form = document._root.data.AcroForm?.data;
  if (form === undefined) throw new Error('a form without its dictionary');
  form.Fields.push(field);
  // Signatures exist, and a viewer must append to the file rather than write it anew.
  form.SigFlags = 3;
  // Nothing is left for a viewer to draw (ISO 19005-3, 6.4.1).
  delete form.NeedAppearances;
  signature.end();
  field.end();
}

/**
 * Signs a finished file over all of it but the signature's own place (ISO 32000-1, 12.8.1). The file must have been made with
 * `Paper`'s `signed` option, which leaves that place.
 */
export async function signPdf(file: Uint8Array, sign: SignDetached): Promise<Uint8Array> {
  const signed = Buffer.from(file);
  const at = signed.indexOf(marker);
  const contents = signed.indexOf(Buffer.from('/Contents <', 'latin1'), at);
  if (at < 0 || contents < 0) throw new TypeError('a PDF without a place for its signature');
  // With its angle brackets.
  const from = contents + '/Contents '.length;
  const to = from + 2 * signatureBytes + 2;
  if (signed[to - 1] !== 0x3e) throw new TypeError('a place for a signature of another length');
  const range = `/ByteRange [0 ${from} ${to} ${signed.length - to}]`;
  signed.write(range.padEnd(marker.length, ' '), at, 'latin1');
  const cms = await sign(Buffer.concat([signed.subarray(0, from), signed.subarray(to)]));
  if (cms.length > signatureBytes) throw new RangeError('a signature larger than its place');
  signed.write(Buffer.from(cms).toString('hex'), from + 1, 'latin1');
  return signed;
}
