import type { Staff } from '#domain/staff/staff.ts'
import { panelAnswer } from '#domain/surveys/questions.ts'
import { type GapTable, gapTable, USUAL_WEIGHTS } from '#domain/surveys/servqual.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import { answersOfWave, latestWaves, type WaveRow, waveById } from './panel-store.ts'

type Asking = Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff }

export type { WaveRow } from './panel-store.ts'

const MOST_WAVES = 20
/** As many as a wave may ask. */
const MOST_ANSWERS = 1000

export type ShownWave = {
  readonly wave: WaveRow
  readonly answered: number
  readonly table: GapTable
}

/** The panel's waves, newest first. */
export async function listWaves({
  hub,
  staff,
}: Asking): Promise<readonly WaveRow[] | { readonly refusal: 'not_your_role' }> {
  if (whyNotEverywhere(staff, 'survey.see')) return { refusal: 'not_your_role' }
  const [rows] = await readTogether([latestWaves(hub, MOST_WAVES)])
  return rows
}

/** A wave with its gap table, or how far it is from one. */
export async function showWave(
  { hub, databases, staff }: Asking,
  id: string,
): Promise<ShownWave | { readonly refusal: 'not_your_role' | 'not_found' }> {
  if (whyNotEverywhere(staff, 'survey.see')) return { refusal: 'not_your_role' }
  const [[wave]] = await readTogether([waveById(hub, id)])
  if (!wave) return { refusal: 'not_found' }
  const rows = await readEverywhere(
    databases.all.map((one) => answersOfWave(one, id, MOST_ANSWERS)),
  )
  const surveys = rows.flat().map(({ state }): Survey => JSON.parse(state))
  const answered = surveys.filter(({ firstAnsweredAt }) => firstAnsweredAt !== null)
  const answers = answered.map(({ scores }) => panelAnswer(scores))
  return { wave, answered: answered.length, table: gapTable(answers, USUAL_WEIGHTS) }
}
