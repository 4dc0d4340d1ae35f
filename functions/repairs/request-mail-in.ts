import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { RequestWish } from '#functions/bookings/book-visit.ts'
import { personalOf } from '#functions/bookings/book-visit.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import { replayed } from '#functions/db/replayed.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { CUSTOMER, newRepair } from './new-repair.ts'

export type MailInWish = RequestWish & {
  readonly outletCode: string
  readonly pickUp: 'door' | 'own'
  readonly insuredMinor: number | null
  /** Where a courier fetches it; null = the customer posts it. */
  readonly pickUpAddress: string | null
}

export type MailInRefusal = 'unknown_outlet' | 'no_mail_in' | 'outlet_closed'
export type RequestedMailIn = { readonly code: string; readonly outletCode: string }

type Asking = Pick<
  Sources,
  'hub' | 'databases' | 'keys' | 'now' | 'randomByte' | 'config' | 'client'
> & {
  /** Who asks; none = the customer. */
  readonly actor?: Actor
}

/** The mail-in centre takes what is posted to it; another outlet, or one that serves no more, doesn't. */
async function loadCentre({ hub }: Asking, code: string) {
  const [rows] = await readEverywhere([outletOnRecord(hub, code)])
  const placed = placedOutlet(rows)
  if (!placed) return { placed, refusal: 'unknown_outlet' } as const
  const { kind, operation, qualification } = placed.outlet
  if (kind !== 'mail_in_centre') return { placed, refusal: 'no_mail_in' } as const
  const serves = operation === 'open' && qualification !== 'disqualified'
  return { placed, refusal: serves ? null : 'outlet_closed' } as const
}

/** Asks for a repair by post: its code, its link and its first message in one batch. */
export async function requestMailIn(
  asking: Asking,
  wish: MailInWish,
): Promise<Task<RequestedMailIn, MailInRefusal | 'key_reused'>> {
  const { hub, databases, now, actor = CUSTOMER } = asking
  const { key, ...body } = wish
  const command = await commandOf({
    ...{ name: 'mail_in', key, body, actor: actor.id, now },
    mac: (text) => asking.keys.mac('command', text),
  })
  const { placed, refusal } = await loadCentre(asking, wish.outletCode)
  const database = placed ? databases.of(placed.outlet.bucket) : hub
  if (refusal !== null || !placed) {
    const proposal = await replayed<RequestedMailIn, MailInRefusal>(
      database,
      command,
      refusal ?? 'unknown_outlet',
    )
    return { database, command, proposal }
  }
  const code = issueTicketCode(placed.outlet.bucket, asking.randomByte)
  const request = {
    ...({
      type: 'request',
      code,
      wayIn: 'mail_in',
      outlet: wish.outletCode,
      visitAt: null,
    } as const),
    ...{ service: wish.service, model: wish.model, faultCode: wish.faultCode },
    ...{ wayBack: wish.wayBack, locale: wish.locale, ceiling: wish.ceiling },
  }
  const personal = personalOf(wish, now)
  const parcel = {
    pick_up: wish.pickUp,
    insured_minor: String(wish.insuredMinor ?? ''),
    ...(wish.pickUpAddress === null ? {} : { pick_up_address: wish.pickUpAddress }),
  }
  const { events, rows } = await newRepair(asking, database, {
    request,
    personal: { ...personal, words: { ...personal.words, ...parcel } },
    placed,
    actor,
  })
  const answer = { code, outletCode: wish.outletCode }
  return { database, command, proposal: { kind: 'change', answer, events, rows } }
}
