import type { VoiceKind } from '#domain/messages/voice-templates.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** How a voice stands, as far as its messages go by it. */
export type VoiceStanding = {
  readonly status: string
  readonly version: number
  readonly zone: string
  readonly country_code: string
  readonly locale: 'en' | 'zh-CN'
  /** Who put it on record: `customer`, `system`, `stf_…`. */
  readonly begun_by: string | null
}

const standing = (kind: VoiceKind, key: 'code' | 'id', sample: string) =>
  statement<[id: string], VoiceStanding>(
    `SELECT status, version, zone, country_code, locale,
       (SELECT actor FROM events WHERE subject = '${kind}/' || ?1 AND version = 1) AS begun_by
     FROM ${kind === 'feedback' ? kind : `${kind}s`} WHERE ${key} = ?1`,
    [sample],
  )

export const statements = {
  feedback: standing('feedback', 'code', '0123456789ABC'),
  complaint: standing('complaint', 'code', '0123456789ABC'),
  survey: standing('survey', 'id', '0123456789ABC.7'),
} satisfies Statements & Record<VoiceKind, unknown>

export const voiceStanding = (
  database: Database,
  kind: VoiceKind,
  id: string,
): Prepared<VoiceStanding> => prepare(database, statements[kind], [id])
