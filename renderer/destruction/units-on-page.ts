/** Record units of an order on one page. */
export const unitsOnPage = 100;
