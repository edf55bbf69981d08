import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly pages: number;
  readonly language: string;
  readonly title: string;
  readonly tagged: boolean;
  /** Text a page, without any white space: where lines break is not what a test is about. */
  readonly text: readonly string[];
  /** The box around all text of all pages, points from the bottom left corner of a page. */
  readonly extent: { left: number; right: number; bottom: number; top: number };
  /** Structure types of the first page in reading order. */
  readonly structure: readonly string[];
  /** Filled rectangles of the first page, points from its top left corner. */
  readonly rectangles: readonly { x: number; y: number; width: number; height: number }[];
}

/** Reads a PDF the way a viewer does. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  try {
    const { info } = await document.getMetadata();
    const markInfo = await document.getMarkInfo();
    const text: string[] = [];
    const extent = { left: Infinity, right: 0, bottom: Infinity, top: 0 };
    for (let number = 1; number <= document.numPages; number += 1) {
      const content = await (await document.getPage(number)).getTextContent();
      const parts = content.items.map((item) => ('str' in item ? item.str : ''));
      for (const item of content.items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
        extent.left = Math.min(extent.left, x);
        extent.right = Math.max(extent.right, x + item.width);
        extent.bottom = Math.min(extent.bottom, y);
        extent.top = Math.max(extent.top, y);
      }
      text.push(withoutSpace(parts.join('')));
    }
    const first = await document.getPage(1);
    return {
      pages: document.numPages,
      language: String(Reflect.get(info, 'Language')),
      title: String(Reflect.get(info, 'Title')),
      tagged: markInfo?.Marked === true,
      text,
      extent,
      structure: structureOf(await first.getStructTree()),
      rectangles: await rectanglesOf(first),
    };
  } finally {
    await task.destroy();
  }
}

export function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

function structureOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const children =
    'children' in node && Array.isArray(node.children) ? node.children.flatMap(structureOf) : [];
  return 'role' in node ? [String(node.role), ...children] : children;
}

async function rectanglesOf(page: PDFPageProxy): Promise<ReadPdf['rectangles']> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rectangles: ReadPdf['rectangles'][number][] = [];
  fnArray.forEach((operator, index) => {
    const [paint, paths]: [number, (Float32Array | null)[]] = argsArray[index] ?? [0, []];
    if (operator !== OPS.constructPath || (paint !== OPS.fill && paint !== OPS.eoFill)) return;
    for (const path of paths) {
      // moveTo x y, lineTo, lineTo, lineTo, closePath: a code and two coordinates each, none for the last.
      for (let at = 0; path && at + 12 < path.length; at += 13) {
        const [x, y, right, bottom] = [path[at + 1], path[at + 2], path[at + 7], path[at + 8]];
        if (x === undefined || y === undefined || right === undefined || bottom === undefined) continue;
        rectangles.push({ x, y: Math.min(y, bottom), width: right - x, height: Math.abs(bottom - y) });
      }
    }
  });
  return rectangles;
}
