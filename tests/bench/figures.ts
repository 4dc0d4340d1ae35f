/** One measured line of a section: what, and its figures by name. */
export type Figures = Readonly<Record<string, string | number>>
export type Section = { readonly name: string; readonly rows: readonly Figures[] }

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = low] =
    sorted.length % 2 ? [sorted[middle]] : [sorted[middle - 1], sorted[middle]]
  return (low + (high ?? low)) / 2
}

export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits))

/** A section as text: its name, a line of column heads, a line per row. */
export function asTable({ name, rows }: Section): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)))
  const lines = cells.map((line) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  )
  return [`\n${name}`, ...lines].join('\n')
}
