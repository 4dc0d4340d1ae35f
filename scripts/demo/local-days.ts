const DAY_MS = 86_400_000

/** A local date some days on: `daysLater('2026-02-28', 1)` is `'2026-03-01'`. */
export const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
