import type { CustomScheme, Session } from 'electron';
import type { PageFiles } from '../page-files.ts';
import { isOurAddress, pageScheme } from './page-address.ts';

/** To be registered before the application is ready. No code cache: it would be the page's only trace on a disk. */
export const pageSchemes: CustomScheme[] = [
  {
    scheme: pageScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false },
  },
];

/** Answers every request of the page from the built files and refuses every other address, whatever its scheme. */
export function servePage(session: Pick<Session, 'protocol' | 'webRequest'>, files: PageFiles): void {
  session.protocol.handle(pageScheme, (request) => {
    if (!isOurAddress(request.url)) return new Response(null, { status: 404 });
    const { status, headers, body } = files.answer(new URL(request.url), request.method);
    return new Response(new Uint8Array(body), { status, headers });
  });
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAllowedRequest(details.url) });
  });
}

/** Our own files, what the page made in its own memory, and the developer tools' own pages. */
function isAllowedRequest(address: string): boolean {
  if (isOurAddress(address)) return true;
  const protocol = URL.parse(address)?.protocol;
  return protocol === 'data:' || protocol === 'devtools:' || address.startsWith('blob:app://ashbook/');
}
