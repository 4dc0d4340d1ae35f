import { afterFailure, MOST_ATTEMPTS } from '#domain/messages/back-off.ts'
import { afterQuietHours } from '#domain/messages/quiet-hours.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { acknowledgementRows } from '#functions/repairs/voice-caps.ts'
import { linkKept } from '#functions/voices/read-standing.ts'
import type { Adapter, Delivery } from './adapters/adapter.ts'
import { type PreparedMessage, prepareMessage } from './prepare-message.ts'
import type { DueMessage } from './store.ts'

export type DeliverySources = Pick<
  Sources,
  'hub' | 'databases' | 'keys' | 'config' | 'now' | 'randomByte'
>

/** What became of an attempt. Errors are codes. */
export type Verdict =
  | { readonly kind: 'sent' }
  | { readonly kind: 'retried'; readonly at: number; readonly error: string }
  | { readonly kind: 'postponed'; readonly at: number }
  | { readonly kind: 'dropped' | 'dead'; readonly error: string }

/**
 * What receivers tell repeated deliveries by: the same for every attempt. A code that a customer asked
 * for again is another message each time.
 */
export const messageId = ({ subject, version, template, created_at }: DueMessage): string => {
  const id = `${subject}/${version}/${template}`
  return template === 'code_again' ? `${id}/${created_at}` : id
}

type Attempt = {
  readonly sources: DeliverySources
  readonly adapter: Adapter
  readonly message: DueMessage
}

type Ready = Extract<PreparedMessage, { kind: 'ready' }>

/** When a message may go out that could go out at `at`. */
const allowedFrom = ({ isAwaited, zone }: Ready, at: number): number =>
  isAwaited ? at : afterQuietHours(at, zone)

function afterRefusal({ sources, message }: Attempt, error: string, ready?: Ready): Verdict {
  const next = afterFailure({
    failures: message.attempts + 1,
    createdAt: message.created_at,
    now: sources.now,
    random: sources.randomByte() / 256,
  })
  if (next.kind === 'dead') return { kind: 'dead', error }
  return { kind: 'retried', at: ready ? allowedFrom(ready, next.at) : next.at, error }
}

type To = { readonly phone: string | null; readonly email: string | null }

async function send(
  { adapter, message, sources }: Attempt,
  to: To,
  { words, template, voice }: Ready,
): Promise<Delivery> {
  try {
    if (voice) {
      const link = await linkKept(sources, voice)
      await writeRows(link.database, [link])
    }
    return await adapter({ id: messageId(message), to, template, ...words })
  } catch {
    return { ok: false, error: 'adapter_failed', final: false }
  }
}

/**
 * Whether a form's acknowledgement is one too many for whoever was named in it. Counted at the first try
 * alone: what failed then is tried again under the same count.
 */
async function isTooMany(
  { sources, message }: Attempt,
  { phone, email }: To,
  { isByForm }: Ready,
): Promise<boolean> {
  if (!isByForm || message.attempts > 0) return false
  const rows = await acknowledgementRows(sources, phone ?? email ?? '')
  for (const row of rows ?? []) {
    const [counted] = await writeRows(row.database, [row])
    if (counted?.results.length === 0) return true
  }
  return false
}

/** Tries once to deliver a message that was claimed; whatever goes wrong is an answer. */
export async function attemptMessage(one: Attempt): Promise<Verdict> {
  const { sources, message } = one
  // Only a run that broke off at the last attempt leaves one like this.
  if (message.attempts >= MOST_ATTEMPTS) return { kind: 'dead', error: 'broken_off' }
  const { phone, email } = message
  if (phone === null && email === null) return { kind: 'dropped', error: 'erased' }
  const ready = await prepareMessage(sources, message).catch(() => null)
  if (ready === null) return afterRefusal(one, 'not_loaded')
  if (ready.kind === 'gone') return { kind: 'dropped', error: ready.why }
  const from = allowedFrom(ready, sources.now)
  if (from > sources.now) return { kind: 'postponed', at: from }
  if (await isTooMany(one, { phone, email }, ready))
    return { kind: 'dropped', error: 'contact_cap' }
  const delivery = await send(one, { phone, email }, ready)
  if (delivery.ok) return { kind: 'sent' }
  const { error, final } = delivery
  if (!final) return afterRefusal(one, error, ready)
  return { kind: error === 'no_address' ? 'dropped' : 'dead', error }
}
