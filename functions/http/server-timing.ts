import type { Tally } from '#functions/db/database.ts'

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10

/** `total;dur=4.2, db;dur=1.1;desc="trips 1, read 12, written 0"`: shown in development only. */
export const serverTiming = (tally: Tally, milliseconds: number): string =>
  `total;dur=${round(milliseconds)}, db;dur=${round(tally.milliseconds)}` +
  `;desc="trips ${tally.trips}, read ${tally.rowsRead}, written ${tally.rowsWritten}"`
