import type { Page } from '@playwright/test'
import type {
  PublicationDocument,
  PublicationEntry,
  PublishedFigure,
} from '#domain/publications/publication-document.ts'

export type Published = {
  readonly entry: PublicationEntry
  readonly document: PublicationDocument
}

/** The newest publication as anybody may download it. */
export async function newestPublished(page: Page): Promise<Published> {
  const index = await page.request.get('/data/publications/index.json')
  const { publications } = (await index.json()) as { publications: readonly PublicationEntry[] }
  const standing = publications.filter(({ revisedBy }) => revisedBy === null)
  const [entry] = standing.toSorted((a, b) => (a.month < b.month ? 1 : -1))
  if (!entry) throw new Error('nothing was published')
  const file = await page.request.get(`/data/publications/${entry.number}/figures.json`)
  return { entry, document: await file.json() }
}

/** The cells of a table's rows by the address of a page and the place of the table in it. */
export type Tables = Readonly<Record<string, readonly (readonly (readonly string[])[])[]>>

/** Reads tables of many pages as they were built, without opening each. */
export const readTables = (page: Page, paths: readonly string[], selector: string) =>
  page.evaluate(
    async ({ paths, selector }): Promise<Tables> => {
      const read = async (path: string) => {
        const answer = await fetch(path)
        if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
        const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html')
        const tables = [...parsed.querySelectorAll<HTMLTableElement>(selector)]
        const rows = tables.map((table) =>
          [...(table.tBodies[0]?.rows ?? [])].map((row) => [
            row.cells[0]?.querySelector('a')?.getAttribute('href') ?? '',
            ...[...row.cells].slice(1).map((cell) => {
              for (const small of cell.querySelectorAll('small')) small.prepend(' ')
              return cell.textContent ?? ''
            }),
          ]),
        )
        return [path, rows] as const
      }
      const all = await Promise.all(paths.map(read))
      return Object.fromEntries(all)
    },
    { paths, selector },
  )

/** Numbers in a text, without the thousand that a rate is told by, smallest first. */
export const numbersIn = (text: string): readonly number[] =>
  (text.replace(/per 1,000|−/g, (part) => (part === '−' ? '-' : '')).match(NUMBER) ?? [])
    .map((one) => Number(one.replaceAll(',', '')))
    .toSorted((a, b) => a - b)

/** A minus stands at the beginning or behind a space; between two numbers it is a dash. */
const NUMBER = /(?<![\d.])-?\d[\d,]*(?:\.\d+)?/g

const sorted = (numbers: readonly (number | null)[]): readonly number[] =>
  numbers.filter((one) => one !== null).toSorted((a, b) => a - b)

/** What a figure's own cell has to say: its value, or where that isn't told how many of how many. */
export const valueNumbers = ({ value, hits, n }: PublishedFigure): readonly number[] =>
  value === null ? (hits === null ? [] : sorted([hits, n])) : [value]

/** What the cell of a place has to say: value, how many and the interval. */
export const cellNumbers = (figure: PublishedFigure): readonly number[] =>
  sorted([
    ...valueNumbers(figure),
    ...(figure.value === null ? [] : [figure.n]),
    ...[figure.low, figure.high],
  ])

/** What a row of a table has to say: value, how many, interval, verdict. */
export const rowNumbers = (figure: PublishedFigure) => [
  valueNumbers(figure),
  sorted([figure.n]),
  sorted([figure.low, figure.high]),
]
