import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { countsAsReady } from '#domain/repairs/from-conditions.ts'
import { lapsesAt } from '#domain/repairs/intake.ts'
import type { RepairStatus } from '#domain/repairs/repair.ts'
import { formatPrice } from '#i18n/format-price.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import { guaranteeEndsAt } from './report-facts.ts'
import { isMissed } from './sentence.ts'
import { at, onDay, onDayOfYear, type StatusPage } from './status-page.ts'

type Sentences = readonly string[]
type Say = (page: StatusPage, t: Translate) => Sentences

/** The time now promised, and frankly when it has passed. */
function promiseText(page: StatusPage, t: Translate): Sentences {
  const { promise } = page.repair
  if (!promise) return []
  const key = promise.currentAt < page.now ? 'repairs.until.late' : 'repairs.until.promised'
  return [t(key, { time: at(page, promise.currentAt) })]
}

const newsText = (page: StatusPage, t: Translate): Sentences => {
  const { nextUpdateBy } = page.repair
  return nextUpdateBy === null ? [] : [t('repairs.todo.news', { time: at(page, nextUpdateBy) })]
}

/** A part that comes after the promised day breaks the promise, whatever still stands on paper. */
function partText(page: StatusPage, t: Translate): Sentences {
  const { promise, partExpectedOn } = page.repair
  if (!promise || !partExpectedOn || promise.currentAt < page.now) return promiseText(page, t)
  const promisedOn = wallTimeIn(page.outlet.zone, promise.currentAt).date
  return partExpectedOn > promisedOn
    ? [t('repairs.until.part_later', { time: at(page, promise.currentAt) })]
    : promiseText(page, t)
}

const inOurHands: Say = (page, t) => [...promiseText(page, t), t('repairs.todo.nothing')]
const onTheRoad: Say = (page, t) => [t('repairs.todo.nothing'), ...newsText(page, t)]

const requested: Say = (page, t) => {
  const { repair, booking, home, locale } = page
  if (repair.wayIn === 'mail_in') {
    return [t('repairs.todo.send', { date: onDay(page, lapsesAt(repair)) })]
  }
  if (isMissed(page)) return [t('repairs.todo.missed')]
  if (booking?.status === 'called') return [t('repairs.todo.called')]
  if (booking?.status === 'arrived' && booking.queueNumber !== null) {
    return [t('repairs.todo.queue', { number: booking.queueNumber })]
  }
  return [t('repairs.todo.bring', { outlet: home.name[locale] })]
}

const paymentText = ({ repair, locale }: StatusPage, t: Translate): Sentences => {
  const { amountDue } = repair
  return amountDue && amountDue.amountMinor > 0
    ? [
        t('repairs.todo.pay', {
          amount: formatPrice(locale, amountDue.amountMinor, amountDue.currency),
        }),
      ]
    : []
}

const ready: Say = (page, t) => {
  const { repair, home, locale } = page
  if (repair.outcome === 'refunded') return [t('repairs.todo.nothing')]
  if (!countsAsReady(repair)) return inOurHands(page, t)
  if (repair.wayBack === 'post') return [t('repairs.todo.post_back'), ...paymentText(page, t)]
  return [t('repairs.todo.collect', { outlet: home.name[locale] }), ...paymentText(page, t)]
}

const closed: Say = (page, t) => {
  const { ending } = page.repair
  if (ending === 'abandoned') return [t('repairs.todo.kept')]
  if (ending === 'cancelled' || ending === 'lapsed') return [t('repairs.todo.again')]
  const endsAt = guaranteeEndsAt(page.repair)
  return endsAt === null ? [] : [t('repairs.todo.guarantee', { date: onDayOfYear(page, endsAt) })]
}

const LEADS: Record<RepairStatus, Say> = {
  requested,
  in_transit_in: onTheRoad,
  received: inOurHands,
  diagnosing: inOurHands,
  awaiting_decision: (_, t) => [t('repairs.todo.answer')],
  awaiting_parts: (page, t) => [...partText(page, t), t('repairs.todo.nothing')],
  repairing: inOurHands,
  quality_check: inOurHands,
  in_transfer: inOurHands,
  ready,
  in_transit_out: (_, t) => [t('repairs.todo.arrived')],
  lost: (page, t) => [t('repairs.todo.lost'), ...newsText(page, t)],
  closed,
}

/** After what the status says: until when, and what the customer must do. '' = nothing to say. */
export function leadText(page: StatusPage): string {
  const sentences = LEADS[page.repair.status](page, translator(page.locale))
  return sentences.join(page.locale === 'en' ? ' ' : '')
}
