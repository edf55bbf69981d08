import { Temporal } from 'temporal-polyfill';
import { remembered } from '../remembered.ts';

/**
 * The last day of a consent that was given for a time. The day it was given is not counted and the last day is a whole day (Korean
 * Civil Act arts. 157, 159, 160; Regulation (EEC, Euratom) 1182/71 art. 3), as with retention periods.
 */
export const consentEndsOn = remembered((givenOn: string, validFor: string): string =>
  Temporal.PlainDate.from(givenOn)
    .add(Temporal.Duration.from(validFor), { overflow: 'constrain' })
    .toString(),
);
