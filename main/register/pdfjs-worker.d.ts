/** The worker of pdf.js, which has no types of its own: importing it makes it known to the other half. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
