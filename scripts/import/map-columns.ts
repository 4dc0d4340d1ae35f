import { FIELD_NAMES, FIELDS, type Field, type Fields } from './fields.ts'
import { UnreadableFile } from './source-row.ts'

/** `--map`: our field to their column, or to a value that every row gets. */
export type ColumnMap = Readonly<Partial<Record<Field, string | { readonly value: string }>>>

export type FieldReader = {
  /** A row's filled cells under our names. */
  readonly read: (cells: Readonly<Record<string, string>>) => Fields
  readonly ignored: readonly string[]
}

/** `Store No` and `storeNo` are `store_no`. */
const plainName = (column: string): string =>
  column
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .trim()
    .toLowerCase()
    .replace(/[\s.\-_]+/g, '_')

/** Reads a map file's JSON; refuses fields we don't have and columns the file doesn't have. */
export function checkColumnMap(json: unknown, columns: readonly string[]): ColumnMap {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new UnreadableFile('The map is not a JSON object of {"field": "column"}.')
  }
  for (const [field, target] of Object.entries(json)) {
    if (!(FIELD_NAMES as readonly string[]).includes(field)) {
      throw new UnreadableFile(`The map names "${field}". Fields are: ${FIELD_NAMES.join(', ')}.`)
    }
    const constant = typeof target === 'object' && typeof target?.value === 'string'
    if (!constant && !columns.includes(target)) {
      throw new UnreadableFile(`The map takes ${field} from "${target}", which is no column here.`)
    }
  }
  return json as ColumnMap
}

/** Finds each field's columns: the mapped one alone, else those with a usual name, in FIELDS' order. */
export function fieldReader(columns: readonly string[], map: ColumnMap = {}): FieldReader {
  const byName = new Map(columns.map((column) => [plainName(column), column]))
  const mapped = new Set(Object.values(map).filter((target) => typeof target === 'string'))
  const found = FIELD_NAMES.map((field) => {
    const target = map[field]
    if (typeof target === 'string') return { field, columns: [target] }
    if (target) return { field, columns: [], constant: target.value }
    const usual = FIELDS[field]
      .map((name) => byName.get(plainName(name)))
      .filter((column) => column !== undefined && !mapped.has(column)) as string[]
    return { field, columns: usual }
  }).filter(({ columns, constant }) => columns.length > 0 || constant !== undefined)
  const used = new Set(found.flatMap((entry) => entry.columns))
  const read = (cells: Readonly<Record<string, string>>): Fields => {
    const fields: Partial<Record<Field, string>> = {}
    for (const { field, columns, constant } of found) {
      const column = columns.find((name) => cells[name])
      const value = column === undefined ? constant : cells[column]
      if (value) fields[field] = value
    }
    return fields
  }
  return { read, ignored: columns.filter((column) => column !== '' && !used.has(column)) }
}
