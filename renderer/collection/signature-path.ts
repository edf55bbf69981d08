import type { Signature } from '../../shared/domain/collection/consent.ts';

/** The pad in CSS pixels, and how many units of the stored box one of them is: whole numbers stay sharp in print. */
export const padSize = { width: 480, height: 160 } as const;
const unitsPerPixel = 4;
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
 * @param hasInk whether the pixel is dark
 */
export function signatureOfInk(hasInk: (x: number, y: number) => boolean): Signature | null {
  const runs: string[] = [];
  // Every second row: a line is two pixels thick, so the letters still close.
  for (let y = 0; y < padSize.height; y += 2) {
    let start = -1;
    for (let x = 0; x <= padSize.width; x += 1) {
      const ink = x < padSize.width && hasInk(x, y);
      if (ink && start < 0) start = x;
      if (!ink && start >= 0) {
        runs.push(`M${units(start)} ${units(y)}L${units(x - 1)} ${units(y)}`);
        start = -1;
      }
    }
  }
  const path = runs.join('');
  return path === '' || path.length > longestPath ? null : boxed(path);
}

function boxed(path: string): Signature {
  return { width: padSize.width * unitsPerPixel, height: padSize.height * unitsPerPixel, path };
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
