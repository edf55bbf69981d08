import { describe, expect, it } from 'vitest';
import {
  labelPlaces,
  labelSheetNames,
  labelSheets,
  labelsAPage,
} from '../../../shared/domain/paper/label-sheet.ts';

describe.each(labelSheetNames)('%s', (name) => {
  const sheet = labelSheets[name];
  it('has its labels on the page, side by side', () => {
    const places = labelPlaces(sheet, labelsAPage(sheet), 1);
    for (const { page, x, y } of places) {
      expect(page).toBe(0);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + sheet.label.width).toBeLessThanOrEqual(sheet.page.width);
      expect(y + sheet.label.height).toBeLessThanOrEqual(sheet.page.height);
    }
    expect(sheet.pitchX).toBeGreaterThanOrEqual(sheet.label.width);
    expect(sheet.pitchY).toBeGreaterThanOrEqual(sheet.label.height);
  });
});

it('begins where the last sheet was left, and goes on to the next', () => {
  const places = labelPlaces(labelSheets.a4_3x8, 3, 23);
  expect(places.map(({ page }) => page)).toEqual([0, 0, 1]);
  expect(places[2]).toMatchObject({ x: 7.2, y: 12.9 });
  expect(places[0]?.x).toBeCloseTo(7.2 + 66.04);
});
