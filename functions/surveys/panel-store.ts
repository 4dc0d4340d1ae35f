import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type WaveRow = {
  readonly id: string
  readonly from_day: string
  readonly until_day: string
  readonly wanted: number
  readonly asked: number
  readonly eligible: number
  readonly created_at: number
}

type NewWave = [
  id: string,
  from: string,
  until: string,
  wanted: number,
  asked: number,
  eligible: number,
  now: number,
  by: string,
]

const WAVE = 'id, from_day, until_day, wanted, asked, eligible, created_at'

export const statements = {
  endedBetween: statement<[from: number, before: number, most: number], { readonly code: string }>(
    `SELECT repair_code AS code FROM surveys
     WHERE received_at >= ?1 AND received_at < ?2 AND wave IS NULL
       AND state ->> '$.kind' = 'repair' LIMIT ?3`,
    [0, 1, 10],
  ),
  wantPanel: statement<[dueAt: number, ids: string, wave: string]>(
    `INSERT INTO survey_wanted (due_at, id, kind, wave)
     SELECT ?1, value, 'panel', ?3 FROM json_each(?2) WHERE true
     ON CONFLICT (due_at, id) DO NOTHING`,
    [0, '["0123456789ABC.1"]', 'wav_1'],
  ),
  insertWave: statement<NewWave>(
    `INSERT INTO survey_waves (id, from_day, until_day, wanted, asked, eligible, created_at,
       created_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    ['wav_1', '2026-05-01', '2026-10-31', 400, 400, 5000, 0, 'stf_1'],
  ),
  latestWaves: statement<[most: number], WaveRow>(
    `SELECT ${WAVE} FROM survey_waves WHERE id > 'wav_' ORDER BY id DESC LIMIT ?1`,
    [10],
  ),
  waveById: statement<[id: string], WaveRow>(`SELECT ${WAVE} FROM survey_waves WHERE id = ?1`, [
    'wav_1',
  ]),
  answersOfWave: statement<[wave: string, most: number], { readonly state: string }>(
    `SELECT state FROM surveys WHERE wave = ?1 LIMIT ?2`,
    ['wav_1', 10],
  ),
} satisfies Statements

/** Repairs whose ending fell into `[from, before)`, by code: whom a panel may ask. */
export const endedBetween = (
  database: Database,
  { from, before, most }: { readonly from: number; readonly before: number; readonly most: number },
) => prepare(database, statements.endedBetween, [from, before, most])

export const wantPanel = (
  database: Database,
  ids: readonly string[],
  { wave, now }: { readonly wave: string; readonly now: number },
): Prepared => prepare(database, statements.wantPanel, [now, JSON.stringify(ids), wave])

export const insertWave = (hub: Database, wave: WaveRow, by: string): Prepared =>
  prepare(hub, statements.insertWave, [
    ...([wave.id, wave.from_day, wave.until_day, wave.wanted, wave.asked] as const),
    ...([wave.eligible, wave.created_at, by] as const),
  ])

export const latestWaves = (hub: Database, most: number) =>
  prepare(hub, statements.latestWaves, [most])

export const waveById = (hub: Database, id: string) => prepare(hub, statements.waveById, [id])

export const answersOfWave = (database: Database, wave: string, most: number) =>
  prepare(database, statements.answersOfWave, [wave, most])
