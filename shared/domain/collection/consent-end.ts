import { Temporal } from 'temporal-polyfill';

/**
 * The last day of a consent that was given for a time. The day it was given is not counted and the last day is a whole day (Korean
 * Civil Act arts. 157, 159, 160; Regulation (EEC, Euratom) 1182/71 art. 3), as with retention periods.
 */
export function consentEndsOn(givenOn: string, validFor: string): string {
  return Temporal.PlainDate.from(givenOn)
    .add(Temporal.Duration.from(validFor), { overflow: 'constrain' })
    .toString();
}
