import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noncePlaceholder } from './main/hosts/page-files.ts';

/** The page, built the same for every host. It is only ever served by the hosts' own `page-files.ts`, never by a web server. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: '/',
  plugins: [react()],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    // Both hosts are today's Chromium; nothing older has to understand the page.
    target: 'chrome140',
    // The policy allows no `data:` script or font, and a file answered from memory is as quick.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
});
