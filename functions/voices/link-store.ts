import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type VoiceLinkRow = {
  readonly subject: string
  /** When what it leads to ended; null = it goes on. */
  readonly ended_at: number | null
}

export const statements = {
  keepVoiceLink: statement<[tokenHash: string, subject: string, createdAt: number]>(
    `INSERT INTO voice_links (token_hash, subject, created_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (token_hash) DO NOTHING`,
    ['0f', 'feedback/0123456789ABC', 0],
  ),
  /** Feedback that became a complaint ends with it; of the rest, each by what ended it. */
  voiceLinkByToken: statement<[tokenHash: string], VoiceLinkRow>(
    `SELECT subject, CASE
         WHEN complaints.code IS NOT NULL THEN complaints.state ->> '$.closedAt'
         WHEN surveys.id IS NOT NULL
           THEN coalesce(surveys.state ->> '$.completedAt', surveys.state ->> '$.expiresAt')
         WHEN feedback.status = 'complaint' THEN became.state ->> '$.closedAt'
         WHEN feedback.status <> 'open' THEN feedback.state ->> '$.lastHappenedAt'
       END AS ended_at
     FROM voice_links
       LEFT JOIN complaints ON complaints.code = substr(subject, 11)
       LEFT JOIN feedback ON feedback.code = substr(subject, 10)
       LEFT JOIN complaints AS became
         ON became.code = feedback.state ->> '$.suspicion.complaint'
       LEFT JOIN surveys ON surveys.id = substr(subject, 8)
     WHERE token_hash = ?1`,
    ['0f'],
  ),
} satisfies Statements

/** Keeps a link that is handed out; the same one again is nothing new. */
export const keepVoiceLink = (
  database: Database,
  { tokenHash, subject }: { readonly tokenHash: string; readonly subject: string },
  now: number,
): Prepared => prepare(database, statements.keepVoiceLink, [tokenHash, subject, now])

export const voiceLinkByToken = (database: Database, tokenHash: string): Prepared<VoiceLinkRow> =>
  prepare(database, statements.voiceLinkByToken, [tokenHash])
