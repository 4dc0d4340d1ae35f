import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { tokenHash } from './link-token.ts'
import { linkByToken } from './lookup-store.ts'

export type OpenedLink =
  | {
      readonly kind: 'open'
      readonly code: string
      readonly purpose: 'status' | 'answer'
      readonly askVersion: number | null
    }
  | { readonly kind: 'gone' }

const LIVES_MS = 90 * 86_400_000
const TOKEN = /^[\w-]{22}$/

/** What a link in a message opens. Links live until 90 days after the repair closed. */
export async function openLink(
  { databases, keys, now }: Pick<Sources, 'databases' | 'keys' | 'now'>,
  token: string,
): Promise<OpenedLink> {
  if (!TOKEN.test(token)) return { kind: 'gone' }
  const hash = await tokenHash(keys, token)
  const answers = await readEverywhere(databases.all.map((database) => linkByToken(database, hash)))
  const link = answers.flat()[0]
  if (!link || (link.closed_at !== null && link.closed_at + LIVES_MS <= now)) {
    return { kind: 'gone' }
  }
  const { code, purpose, ask_version: askVersion } = link
  return { kind: 'open', code, purpose, askVersion }
}
