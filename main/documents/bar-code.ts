import barCodes from 'bwip-js/node';

/**
 * A Code 128 (ISO/IEC 15417) as widths in modules, a bar first and then spaces and bars in turn. Ten modules of blank are left on
 * both sides by the layout.
 */
export function barWidths(text: string): number[] {
  const [drawn] = barCodes.raw({ bcid: 'code128', text });
  if (drawn === undefined || !('sbs' in drawn)) throw new Error('a bar code without bars');
  return [...drawn.sbs];
}
