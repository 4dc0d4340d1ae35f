/** The part of Cloudflare's D1Database that scripts use, so that a script runs on whichever hub there is. */
export type D1Meta = {
  readonly changes: number
  readonly last_row_id: number
  readonly duration: number
  readonly rows_read: number
  readonly rows_written: number
}
export type D1Answer<Row = Record<string, unknown>> = {
  readonly success: true
  readonly results: Row[]
  readonly meta: D1Meta
}

export type HubStatement = {
  bind(...values: unknown[]): HubStatement
  first<Row = Record<string, unknown>>(column?: string): Promise<Row | null>
  run<Row = Record<string, unknown>>(): Promise<D1Answer<Row>>
  all<Row = Record<string, unknown>>(): Promise<D1Answer<Row>>
  raw<Row = unknown[]>(options?: { columnNames?: boolean }): Promise<Row[]>
}

export type HubDatabase = {
  prepare(sql: string): HubStatement
  /** One transaction: all statements or none. */
  batch<Row = Record<string, unknown>>(statements: HubStatement[]): Promise<D1Answer<Row>[]>
  exec(sql: string): Promise<{ count: number; duration: number }>
  /** As `batch`, for more statements than fit in memory where the hub is a file; answers are dropped. */
  batchStream(statements: AsyncIterable<PlainStatement>): Promise<void>
}

/** A statement as text and values, the form both hubs run. */
export type PlainStatement = {
  readonly sql: string
  readonly values: readonly unknown[]
  /** Fails where somebody else wrote meanwhile: goes first where statements are sent together. */
  readonly isGuard?: boolean
}

/** What a statement answers before it is given D1's shape. */
export type RawAnswer = {
  readonly columns: readonly string[]
  readonly rows: readonly unknown[][]
  readonly meta: D1Meta
}

const objectsOf = <Row>({ columns, rows }: RawAnswer): Row[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])) as Row)

const answerOf = <Row>(raw: RawAnswer): D1Answer<Row> => ({
  success: true,
  results: objectsOf<Row>(raw),
  meta: raw.meta,
})

type Runner = {
  /** Runs the statements as one transaction. */
  readonly runAll: (statements: readonly PlainStatement[]) => Promise<RawAnswer[]>
  readonly exec: (sql: string) => Promise<void>
  /** Runs statements as they come, in one transaction; where it lacks they are gathered first. */
  readonly runStream?: (statements: AsyncIterable<PlainStatement>) => Promise<void>
}

const plain = new WeakMap<HubStatement, PlainStatement>()

function statementOn(runner: Runner, sql: string, values: readonly unknown[]): HubStatement {
  const run = async () => (await runner.runAll([{ sql, values }]))[0] as RawAnswer
  const statement: HubStatement = {
    bind: (...bound) => statementOn(runner, sql, bound),
    first: async <Row>(column?: string) => {
      const [row] = objectsOf<Record<string, unknown>>(await run())
      if (!row) return null
      if (column === undefined) return row as Row
      if (!(column in row)) throw new Error(`D1_ERROR: Column not found: ${column}`)
      return row[column] as Row
    },
    run: async <Row>() => answerOf<Row>(await run()),
    all: async <Row>() => answerOf<Row>(await run()),
    raw: async <Row>(options?: { columnNames?: boolean }) => {
      const { columns, rows } = await run()
      return (options?.columnNames ? [[...columns], ...rows] : [...rows]) as Row[]
    },
  }
  plain.set(statement, { sql, values })
  return statement
}

/** D1's interface on anything that runs a list of statements as one transaction. */
export function hubDatabase(runner: Runner): HubDatabase {
  return {
    prepare: (sql) => statementOn(runner, sql, []),
    batch: async <Row>(statements: HubStatement[]) => {
      const known = statements.map((statement) => plain.get(statement) as PlainStatement)
      return (await runner.runAll(known)).map((raw) => answerOf<Row>(raw))
    },
    batchStream: async (statements) => {
      if (runner.runStream) return runner.runStream(statements)
      const all = await Array.fromAsync(statements)
      const guards = all.filter(({ isGuard }) => isGuard)
      if (all.length > 0) await runner.runAll([...guards, ...all.filter(({ isGuard }) => !isGuard)])
    },
    exec: async (sql) => {
      await runner.exec(sql)
      return { count: sql.split('\n').filter((line) => line.trim()).length, duration: 0 }
    },
  }
}
