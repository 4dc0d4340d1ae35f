import { isTemplate, type Template } from '#domain/messages/templates.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { type ShownRepair, showRepair } from '#functions/repairs/show-repair.ts'
import { type Voice, voiceOfSubject } from '#functions/voices/voice-link.ts'
import type { Locale } from '#i18n/locale.ts'
import { codeOf } from './prepare-message.ts'
import { prepareVoice } from './prepare-voice.ts'
import { linkTo, wordMessage } from './rendering/word-message.ts'
import { latestMessages, type MessageRow, type MessageState } from './store.ts'
import { tokenOf } from './token-of.ts'

export type ListedMessage = {
  readonly code: string
  readonly template: string
  readonly state: MessageState
  readonly attempts: number
  readonly createdAt: number
  /** When it is tried next, epoch ms; null = never again. */
  readonly dueAt: number | null
  /** IANA zone of the outlet. */
  readonly zone: string
  /** What the customer reads; a null text can't be worded any more. */
  readonly locale: Locale
  readonly text: string | null
  readonly link: string
}

const SPAN_MS = 7 * 86_400_000

type Listing = Pick<Sources, 'hub' | 'databases' | 'keys' | 'config'>

const newestFirst = (a: MessageRow, b: MessageRow): number =>
  b.created_at - a.created_at || b.version - a.version

async function listed(
  { keys, config }: Listing,
  { row, template, shown }: { row: MessageRow; template: Template; shown: ShownRepair },
  origin: string,
): Promise<ListedMessage> {
  const { code, locale } = shown.repair
  const token = await tokenOf(keys, { template, version: row.version, shown })
  const words = wordMessage({ template, shown, token, origin, config })
  return {
    code,
    template,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    dueAt: row.due_at,
    zone: shown.home.zone,
    locale,
    text: words?.text ?? null,
    link: linkTo(origin, locale, token),
  }
}

/** A message about a voice; one that is no longer true is left out, since nothing tells its words any more. */
async function listedVoice(
  sources: Listing,
  { row, voice }: { readonly row: MessageRow; readonly voice: Voice },
  origin: string,
): Promise<readonly ListedMessage[]> {
  const config = { ...sources.config, siteUrl: origin }
  const prepared = await prepareVoice({ ...sources, config }, row, voice)
  if (!prepared) return []
  const { template, token, standing, words } = prepared
  const { zone, locale } = standing
  const { state, attempts, created_at: createdAt, due_at: dueAt } = row
  const sent = { code: voice.code, template, state, attempts, createdAt, dueAt, zone, locale }
  return [{ ...sent, text: words.text, link: linkTo(origin, locale, token) }]
}

/**
 * The newest messages of a week, worded again as of now, with links that lead to `origin`. Reads the
 * whole outbox: for demonstrations.
 */
export async function listMessages(
  sources: Listing,
  { most, origin }: { readonly most: number; readonly origin: string },
): Promise<readonly ListedMessage[]> {
  const found = await readEverywhere(
    sources.databases.all.map((database) => latestMessages(database, SPAN_MS)),
  )
  const rows = found.flat().sort(newestFirst).slice(0, most)
  const codes = [...new Set(rows.filter(({ subject }) => !voiceOfSubject(subject)).map(codeOf))]
  const repairs = new Map(
    await Promise.all(codes.map(async (code) => [code, await showRepair(sources, code)] as const)),
  )
  const lines = rows.map(async (row) => {
    const voice = voiceOfSubject(row.subject)
    if (voice) return await listedVoice(sources, { row, voice }, origin)
    const shown = repairs.get(codeOf(row))
    const { template } = row
    return shown && isTemplate(template)
      ? [await listed(sources, { row, template, shown }, origin)]
      : []
  })
  return (await Promise.all(lines)).flat()
}
