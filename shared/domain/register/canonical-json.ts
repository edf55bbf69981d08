/**
 * The JSON Canonicalization Scheme (RFC 8785) for the values this project signs: strings, whole numbers within
 * `Number.MAX_SAFE_INTEGER`, booleans, null, arrays and plain objects.
 *
 * Anything else throws a TypeError instead of being dropped or rounded as `JSON.stringify` would: what is signed must be
 * exactly what was meant. Fractions are refused because no other implementation should have to agree on how to print them.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError('only whole, safe numbers can be canonical');
      // Section 3.2.2.3 of the RFC: minus zero is written as zero.
      return String(value + 0);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    default:
      throw new TypeError(`a ${typeof value} has no canonical JSON`);
  }
}

/** The canonical JSON as UTF-8, which is what gets hashed and signed. */
export function canonicalJsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

function canonicalString(value: string): string {
  // A lone surrogate has no UTF-8 form (RFC 8785, section 3.2.2.2).
  if (!value.isWellFormed()) throw new TypeError('a string with a lone surrogate has no canonical JSON');
  return JSON.stringify(value);
}

function canonicalArray(values: readonly unknown[]): string {
  // Array.from visits the holes of a sparse array, which then throw as undefined.
  return `[${Array.from(values, canonicalJson).join(',')}]`;
}

function canonicalObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('only plain objects have canonical JSON');
  }
  // The default sort compares UTF-16 code units, which is the order of section 3.2.3.
  const members = Object.entries(value)
    .sort(([first], [second]) => (first < second ? -1 : first > second ? 1 : 0))
    .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
