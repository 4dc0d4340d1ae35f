/** A share with one digit, cut: `98.7%` of 9,879 of 10,000, and never 100% while one is missing; a dash of nobody. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${(Math.floor((part * 1000) / whole) / 10).toFixed(1)}%`
