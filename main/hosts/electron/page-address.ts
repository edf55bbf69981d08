/** The page's own scheme and origin. Nothing on a disk or a network has this address. */
export const pageScheme = 'app';
export const pageOrigin = 'app://ashbook';

/** Whether an address is of our own page. Compared part by part, never by the beginning of its text. */
export function isOurAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${pageScheme}:` &&
    url.host === 'ashbook' &&
    url.username === '' &&
    url.password === ''
  );
}
