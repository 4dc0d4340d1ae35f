import type { VoiceKind } from '#domain/messages/voice-templates.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

/** How a voice stands, as far as its messages go by it. */
export type VoiceStanding = {
  readonly status: string
  readonly version: number
  readonly zone: string
  readonly locale: 'en' | 'zh-CN'
}

const STANDING = 'SELECT status, version, zone, locale FROM'

export const statements = {
  feedback: statement<[code: string], VoiceStanding>(`${STANDING} feedback WHERE code = ?1`, [
    '0123456789ABC',
  ]),
  complaint: statement<[code: string], VoiceStanding>(`${STANDING} complaints WHERE code = ?1`, [
    '0123456789ABC',
  ]),
  survey: statement<[id: string], VoiceStanding>(`${STANDING} surveys WHERE id = ?1`, [
    '0123456789ABC.7',
  ]),
} satisfies Statements & Record<VoiceKind, unknown>

export const voiceStanding = (
  database: Database,
  kind: VoiceKind,
  id: string,
): Prepared<VoiceStanding> => prepare(database, statements[kind], [id])
