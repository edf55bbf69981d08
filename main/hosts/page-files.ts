import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** What a request of the page is answered with, on the hosts that have a window. */
export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** The built page, ready to answer requests. `url` must already be known to be of the page's own origin. */
export interface PageFiles {
  answer(url: URL, method: string): PageAnswer;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

/** Stands in the built index.html wherever the answer's own nonce belongs (Vite's `html.cspNonce`). */
export const noncePlaceholder = 'nonce-of-this-answer';

/**
 * The policy of every page. Scripts only from our own files; styles too, apart from the two `<style>` elements react-aria adds
 * at run time (touch behaviour of pressable things, scroll lock under a dialog), which carry the nonce of the answer.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function headersFor(contentType: string, nonce: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy(nonce),
    'permissions-policy':
      'camera=(self), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}

/**
 * Lists the built page once and answers from that list only.
 *
 * A request is looked up by its whole decoded path among the files that were found; it is never joined to a folder. So `..`,
 * encoded slashes, absolute paths and symbolic links (which the listing leaves out) lead nowhere by construction.
 */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, path);
  }
  const bodies = new Map<string, Buffer>();

  function bodyOf(file: string): Buffer {
    const known = bodies.get(file);
    if (known) return known;
    const body = readFileSync(file);
    bodies.set(file, body);
    return body;
  }

  return {
    answer(url, method) {
      const nonce = crypto.randomUUID();
      if (method !== 'GET' && method !== 'HEAD') return plain(405, nonce);
      const path = decodePath(url.pathname);
      const file = path === undefined ? undefined : files.get(path === '/' ? '/index.html' : path);
      if (file === undefined) return plain(404, nonce);
      const contentType = contentTypes[extname(file)];
      if (contentType === undefined) return plain(404, nonce);
      const body = bodyOf(file);
      return {
        status: 200,
        headers: headersFor(contentType, nonce),
        body: contentType.startsWith('text/html')
          ? Buffer.from(body.toString('utf8').replaceAll(noncePlaceholder, nonce))
          : body,
      };
    },
  };
}

function plain(status: number, nonce: string): PageAnswer {
  return { status, headers: headersFor('text/plain; charset=utf-8', nonce), body: Buffer.alloc(0) };
}

/** Undefined if the path is not valid percent-encoded UTF-8. */
function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
