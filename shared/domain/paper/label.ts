/**
 * What the bars and the QR code of a label say: `AB`, the number of the label in eight digits, and two check digits. Nothing
 * about what is in the box, so a label found on the street says nothing.
 *
 * The check digits are those of ISO/IEC 7064 MOD 97-10 over the digits: they find every wrong digit and every two that changed
 * places, so a code typed by hand or a scan of another kind of label is not taken for a box.
 */
const prefix = 'AB';
const numberDigits = 8;

/** The largest number a label can carry. */
export const largestLabelNumber = 10 ** numberDigits - 1;

function checkDigits(digits: string): string {
  const rest = (Number(digits) * 100) % 97;
  return String((98 - rest) % 97).padStart(2, '0');
}

/** @param number 1 to 99,999,999 */
export function labelText(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > largestLabelNumber)
    throw new Error('a label without a number');
  const digits = String(number).padStart(numberDigits, '0');
  return `${prefix}${digits}${checkDigits(digits)}`;
}

/** For people: `AB 0000 0042 12`. */
export function labelInWords(number: number): string {
  const text = labelText(number);
  return `${text.slice(0, 2)} ${text.slice(2, 6)} ${text.slice(6, 10)} ${text.slice(10)}`;
}

export type ReadLabel = { number: number } | 'not_a_label' | 'damaged';

/**
 * Reads what a scanner or a person entered: blanks and small letters do not matter. `damaged`: it has the shape of a label but
 * its check digits do not agree.
 */
export function readLabel(text: string): ReadLabel {
  const found = /^AB(\d{8})(\d{2})$/.exec(text.replaceAll(/[\s-]/g, '').toUpperCase());
  if (found === null) return 'not_a_label';
  const [, digits = '', check] = found;
  const number = Number(digits);
  return number > 0 && checkDigits(digits) === check ? { number } : 'damaged';
}
