/** Base64 with padding (RFC 4648, section 4), for signatures and keys: a few dozen bytes at a time. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The inverse of `toBase64`; throws a DOMException on anything else. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
