import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type VoiceLinkRow = { readonly subject: string; readonly lives_until: number | null }

export const statements = {
  keepVoiceLink: statement<[tokenHash: string, subject: string, createdAt: number]>(
    `INSERT INTO voice_links (token_hash, subject, created_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (token_hash) DO NOTHING`,
    ['0f', 'feedback/0123456789ABC', 0],
  ),
  endVoiceLink: statement<[tokenHash: string, livesUntil: number | null]>(
    `UPDATE voice_links SET lives_until = ?2 WHERE token_hash = ?1`,
    ['0f', 0],
  ),
  voiceLinkByToken: statement<[tokenHash: string], VoiceLinkRow>(
    `SELECT subject, lives_until FROM voice_links WHERE token_hash = ?1`,
    ['0f'],
  ),
} satisfies Statements

/** Keeps a link that is handed out; the same one again is nothing new. */
export const keepVoiceLink = (
  database: Database,
  { tokenHash, subject }: { readonly tokenHash: string; readonly subject: string },
  now: number,
): Prepared => prepare(database, statements.keepVoiceLink, [tokenHash, subject, now])

/** Says until when a link opens (epoch ms); null = as long as nobody ends it. */
export const endVoiceLink = (
  database: Database,
  tokenHash: string,
  livesUntil: number | null,
): Prepared => prepare(database, statements.endVoiceLink, [tokenHash, livesUntil])

export const voiceLinkByToken = (database: Database, tokenHash: string): Prepared<VoiceLinkRow> =>
  prepare(database, statements.voiceLinkByToken, [tokenHash])
