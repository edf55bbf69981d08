import type { Signature } from '../../shared/domain/collection/consent.ts';

/** The pad in CSS pixels, and how many units of the stored box one of them is: whole numbers stay sharp in print. */
export const padSize = { width: 480, height: 160 } as const;
export const unitsPerPixel = 4;
export const boxSize = {
  width: padSize.width * unitsPerPixel,
  height: padSize.height * unitsPerPixel,
} as const;
const longestPath = 200_000;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The strokes of a pen as an SVG path of whole numbers: each stroke a curve through its points (Catmull-Rom, written as cubic
 * Bézier curves), a dot where the pen only touched the paper. Null where nothing was drawn.
 */
export function signatureOfStrokes(strokes: readonly (readonly Point[])[]): Signature | null {
  const drawn = strokes.filter((points) => points.length > 0);
  if (drawn.length === 0) return null;
  for (let keepEvery = 1; ; keepEvery *= 2) {
    const path = drawn.map((points) => strokePath(thinned(points, keepEvery))).join('');
    if (path.length <= longestPath) return boxed(path);
  }
}

/**
 * Rows of ink, as drawn letters have them, as an SVG path: each run of ink is a short line. For a name that was typed, in any
 * script the fonts of this computer can write. Null where there is no ink.
 *
 * @param hasInk whether the point is dark; in units of the stored box
 */
export function signatureOfInk(hasInk: (x: number, y: number) => boolean): Signature | null {
  for (let step = rowStep; ; step *= 2) {
    const path = inkRows(hasInk, step).join('');
    if (path === '') return null;
    if (path.length <= longestPath) return boxed(path);
  }
}

// The line the signature is drawn with is some 9 units thick: rows closer than that close up, and each run is cut by what the
// line's round ends add to it.
const rowStep = 6;
const lineEnd = 4;

function inkRows(hasInk: (x: number, y: number) => boolean, step: number): string[] {
  const runs: string[] = [];
  for (let y = 0; y < boxSize.height; y += step) {
    let start = -1;
    for (let x = 0; x <= boxSize.width; x += 1) {
      const ink = x < boxSize.width && hasInk(x, y);
      if (ink && start < 0) start = x;
      if (!ink && start >= 0) {
        const cut = Math.min(lineEnd, Math.floor((x - 1 - start) / 2));
        runs.push(`M${start + cut} ${y}L${x - 1 - cut} ${y}`);
        start = -1;
      }
    }
  }
  return runs;
}

function boxed(path: string): Signature {
  return { ...boxSize, path };
}

function units(pixels: number): number {
  return Math.round(pixels * unitsPerPixel);
}

function thinned(points: readonly Point[], keepEvery: number): readonly Point[] {
  return points.filter((_, index) => index % keepEvery === 0 || index === points.length - 1);
}

function strokePath(points: readonly Point[]): string {
  const at = (index: number): Point => {
    const point = points[Math.min(Math.max(index, 0), points.length - 1)];
    if (point === undefined) throw new RangeError('a stroke without points');
    return point;
  };
  const write = ({ x, y }: Point) => `${units(x)} ${units(y)}`;
  const first = at(0);
  if (points.length === 1) return `M${write(first)}L${write(first)}`;
  let path = `M${write(first)}`;
  for (let index = 1; index < points.length; index += 1) {
    const [before, from, to, after] = [at(index - 2), at(index - 1), at(index), at(index + 1)];
    const leave = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const arrive = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    path += `C${write(leave)} ${write(arrive)} ${write(to)}`;
  }
  return path;
}
