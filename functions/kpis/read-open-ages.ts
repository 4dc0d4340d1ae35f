import { agedSince, openAges } from '#domain/kpis/open-ages.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { openAway, openHere } from './behind-store.ts'

/** Open repairs by age, oldest last. */
export type OpenAges = {
  /** In the outlet's hands, whoever's customers they are. */
  readonly here: readonly number[]
  /** Its own customers', in other hands. */
  readonly away: readonly number[]
}

const TOLD = ['hour', 'day', 'days3', 'days10', 'open'] as const

/** What is open at an outlet now, by how long ago it came in; for who may see the outlet's figures. */
export async function readOpenAges(
  { databases, now }: Pick<Sources, 'databases' | 'now'>,
  outlet: string,
): Promise<OpenAges> {
  const since = agedSince(now)
  const agesOf = async (ask: typeof openHere) => {
    const rows = (await readEverywhere(databases.all.map((one) => ask(one, outlet, since)))).flat()
    return openAges(TOLD.map((told) => rows.reduce((sum, row) => sum + row[told], 0)))
  }
  const [here, away] = await Promise.all([agesOf(openHere), agesOf(openAway)])
  return { here, away }
}
