import { accept, decline, expire, withdraw } from './answers.ts'
import { ask } from './asks.ts'
import { cancel, lapse, post, receive } from './intake.ts'
import { found, reportLost } from './losing.ts'
import { remedy } from './remedies.ts'
import type { ActionOf, RepairActionType } from './repair-action.ts'
import type { Ruling, Situation } from './ruling.ts'
import { correct, inform } from './telling.ts'
import { sendOn, takeIn } from './transfers.ts'
import {
  abandon,
  bounce,
  delivered,
  handOver,
  postBack,
  reclaim,
  reopen,
  settle,
} from './ways-back.ts'
import {
  awaitParts,
  diagnose,
  failCheck,
  finish,
  giveUp,
  newDate,
  partArrived,
  passCheck,
  start,
} from './workshop.ts'

type LaterType = Exclude<RepairActionType, 'request'>
type Rules = { readonly [T in LaterType]: (action: ActionOf<T>, situation: Situation) => Ruling }

/** What each step needs, and where it leads. Who may take it from where is the table's. */
export const RULES: Rules = {
  post,
  receive,
  diagnose,
  ask,
  accept,
  decline,
  expire,
  withdraw,
  start,
  await_parts: awaitParts,
  new_date: newDate,
  part_arrived: partArrived,
  finish,
  fail_check: failCheck,
  pass_check: passCheck,
  give_up: giveUp,
  exchange: remedy,
  refund: remedy,
  certify: remedy,
  reopen,
  hand_over: handOver,
  settle,
  post_back: postBack,
  delivered,
  bounce,
  send_on: sendOn,
  take_in: takeIn,
  report_lost: reportLost,
  found,
  inform,
  correct,
  cancel,
  lapse,
  abandon,
  reclaim,
}
