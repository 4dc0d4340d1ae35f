import { isCode, isCurrency, isDate } from './coded-values.ts'
import { endOfDay } from './local-day.ts'
import {
  ASK_KINDS,
  type Ask,
  type AskLine,
  CHARGE_ITEMS,
  COVERAGES,
  NOT_COVERED_REASONS,
  type OfferedPrice,
  type Repair,
} from './repair.ts'
import type { ActionOf } from './repair-action.ts'
import { firstBad, goTo, type Ruling, type Situation } from './ruling.ts'
import { ASK_DAYS, DAY_MS, PRICE_DAYS } from './spans.ts'

type AskAction = ActionOf<'ask'>

/** The finding that says nothing is broken. */
export const NO_FAULT = 'no_fault'

const GOING_BACK: readonly string[] = ['no_fault_found', 'unrepairable', 'part_unavailable']

/** Sum of an ask's lines in minor units; discounts take away. */
export const totalOf = (lines: readonly AskLine[]): number =>
  lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)

const isLine = ({ item, amountMinor }: AskLine): boolean =>
  CHARGE_ITEMS.includes(item) &&
  Number.isSafeInteger(amountMinor) &&
  (item === 'discount' ? amountMinor <= 0 : amountMinor >= 0)

/** Money stands in lines of one currency, not below nothing in sum, or isn't asked at all. */
function moneyChecks(action: AskAction): Record<string, boolean> {
  const { lines, currency, declineCostMinor, kind } = action
  const isAboutMoney = lines.length > 0 || declineCostMinor > 0
  return {
    lines: lines.every(isLine) && totalOf(lines) >= 0 && (kind !== 'price' || lines.length > 0),
    currency: isAboutMoney ? currency !== null && isCurrency(currency) : currency === null,
    declineCostMinor: Number.isSafeInteger(declineCostMinor) && declineCostMinor >= 0,
  }
}

/** Whether work may go on where the ask says: to a check only from one, back only with a reason for it. */
function isContinuing(action: AskAction, askedFrom: Repair['status'], day: string): boolean {
  const { continueTo, kind } = action
  switch (continueTo.status) {
    case 'quality_check':
      return askedFrom === 'quality_check'
    case 'awaiting_parts':
      return (
        isCode(continueTo.part) && isDate(continueTo.expectedOn) && continueTo.expectedOn >= day
      )
    case 'ready':
      return GOING_BACK.includes(kind) && continueTo.barrier === kind
    default:
      return continueTo.status === 'diagnosing' || continueTo.status === 'repairing'
  }
}

/** From diagnosing on an ask says what was found; "no fault" leads to no repair. */
function findingChecks(action: AskAction, askedFrom: Repair['status']): Record<string, boolean> {
  const { faultCode, coverage, kind, continueTo } = action
  const isEarly = askedFrom === 'received'
  const isWorkless = continueTo.status === 'ready' || continueTo.status === 'diagnosing'
  return {
    faultCode:
      faultCode === null
        ? isEarly
        : isCode(faultCode) &&
          (faultCode !== NO_FAULT || (kind === 'no_fault_found' && isWorkless)),
    coverage: coverage === null ? isEarly && faultCode === null : COVERAGES.includes(coverage),
  }
}

/** A price that the customer came back for in time isn't raised. */
const keepsOffer = (action: AskAction, offered: OfferedPrice | null, at: number): boolean =>
  !offered?.isHeld ||
  at > offered.holdsUntil ||
  action.kind !== 'price' ||
  (action.currency === offered.currency && totalOf(action.lines) <= offered.totalMinor)

function offerOf(ask: Ask, before: OfferedPrice | null): OfferedPrice | null {
  if (before?.isHeld && ask.askedAt <= before.holdsUntil) return before
  if (ask.currency === null || ask.lines.length === 0) return before
  const { totalMinor, currency, priceHoldsUntil } = ask
  return { totalMinor, currency, holdsUntil: priceHoldsUntil, isHeld: false }
}

function openAsk(action: AskAction, repair: Repair, at: number): Ask {
  return {
    version: repair.askCount + 1,
    kind: action.kind,
    lines: action.lines,
    currency: action.currency,
    totalMinor: totalOf(action.lines),
    declineCostMinor: action.declineCostMinor,
    notCovered: action.notCovered,
    continueTo: action.continueTo,
    askedFrom: repair.ask?.askedFrom ?? repair.status,
    askedAt: at,
    expiresAt: at + ASK_DAYS * DAY_MS,
    priceHoldsUntil: at + PRICE_DAYS * DAY_MS,
  }
}

/**
 * Asks the customer something, in the place of an open ask. Versions count from 1; an ask that
 * replaces another counts as asked where the first one was.
 */
export function ask(action: AskAction, { repair, at, day }: Situation): Ruling {
  const opened = openAsk(action, repair, at)
  const bad = firstBad({
    kind: ASK_KINDS.includes(action.kind),
    ...moneyChecks(action),
    continueTo: isContinuing(action, opened.askedFrom, day),
    ...findingChecks(action, opened.askedFrom),
    notCovered: action.notCovered === null || NOT_COVERED_REASONS.includes(action.notCovered),
    total: Number.isSafeInteger(opened.totalMinor) && keepsOffer(action, repair.offered, at),
  })
  if (bad) return bad
  const facts = {
    ask: opened,
    faultCode: action.faultCode,
    coverage: action.coverage,
    offered: offerOf(opened, repair.offered),
  }
  return goTo('awaiting_decision', facts, { nextUpdateBy: opened.expiresAt })
}

/**
 * Whether the open ask needs no answer: a price, at or under what the customer agreed to pay without
 * being asked. 320.00 CNY under a ceiling of 320.00 CNY: true; under 319.99 or in another currency: false.
 */
export function isUnderCeiling(repair: Repair): boolean {
  const { ask: opened, ceiling } = repair
  return (
    opened?.kind === 'price' &&
    ceiling !== null &&
    opened.currency === ceiling.currency &&
    opened.totalMinor <= ceiling.amountMinor
  )
}

/** By when the customer hears of a part: the end of the day it is expected on. */
export const partsUpdateBy = (expectedOn: string, { deciding }: Situation): number =>
  endOfDay(expectedOn, deciding.zone)
