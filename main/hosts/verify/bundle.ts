import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@noble/hashes/sha2.js';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const here = (name: string) => join(root, 'main/hosts/verify', name);

/**
 * Writes the stand-alone verifier into a folder: `ashbook-verify.mjs` for Node.js and `ashbook-verify.html` for a browser, each with
 * everything it needs inside, from the same sources as `npm run verify`.
 */
export async function bundleVerifier(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ashbook-verify.mjs'), await bundled('main.ts', 'node'));
  writeFileSync(join(folder, 'ashbook-verify.html'), page(await bundled('page.ts', 'browser')));
}

/** One entry and all it imports, packages too, as one piece of code. */
async function bundled(entry: string, runtime: 'node' | 'browser'): Promise<string> {
  const { build } = await import('vite');
  const config: InlineConfig = {
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    ...(runtime === 'node' && { ssr: { noExternal: true, target: 'node' } }),
    build: {
      write: false,
      minify: true,
      // The oldest Node.js the project speaks of, and browsers of some years.
      target: runtime === 'node' ? 'node20' : 'es2022',
      ...(runtime === 'node' && { ssr: true }),
      modulePreload: false,
      rollupOptions: {
        input: here(entry),
        output: { format: runtime === 'node' ? 'es' : 'iife', codeSplitting: false },
      },
    },
  };
  const built = await build(config);
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  const [chunk, ...others] = output.output;
  if (others.length > 0) throw new Error(`${entry} is not one piece`);
  return chunk.code;
}

/** The page with its style and script inside. Its policy names both by their digests: nothing else runs, nothing is fetched. */
function page(code: string): string {
  // What would end the script, or begin a comment in it (HTML, 13.1.2.1).
  const script = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const style = readFileSync(here('page.css'), 'utf8').trim();
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digestOf(script)}'`,
    `style-src 'sha256-${digestOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return readFileSync(here('page.html'), 'utf8')
    .replace('POLICY', policy)
    .replace('/* STYLE */', () => style)
    .replace('/* SCRIPT */', () => script);
}

function digestOf(text: string): string {
  return Buffer.from(sha256(new TextEncoder().encode(text))).toString('base64');
}
