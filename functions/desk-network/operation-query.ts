import type { OutletAction } from '#domain/outlets/outlet-decisions.ts'
import type { MessageKey } from '#i18n/translate.ts'
import type { Form } from './form-query.ts'
import { bothOf } from './outlet-form-query.ts'

export const OPERATION_ACTS = ['suspend', 'resume', 'close'] as const

export type ActionRead =
  | { readonly ok: true; readonly action: OutletAction }
  | { readonly ok: false; readonly faults: Readonly<Record<string, MessageKey>> }

const DATE = /^\d{4}-\d{2}-\d{2}$/
const isDate = (text: string): boolean => DATE.test(text) && !Number.isNaN(Date.parse(text))
const LONGEST_REASON = 200

/** What a form asks of an outlet's operation; `today` is the outlet's own. null = nothing that there is. */
export function actionIn(form: Form, today: string): ActionRead | null {
  const type = OPERATION_ACTS.find((act) => act === form.text('act'))
  if (type === 'resume') return { ok: true, action: { type } }
  if (type === 'close') {
    const on = form.text('on') || today
    return isDate(on) && on <= today
      ? { ok: true, action: { type, on } }
      : { ok: false, faults: { on: 'desk.network.fault.closing_date' } }
  }
  if (type !== 'suspend') return null
  const [from, until] = [form.text('from') || null, form.text('until') || null]
  const faults: Record<string, MessageKey> = {}
  if (from && !isDate(from)) faults['from'] = 'desk.network.fault.date'
  if (until && (!isDate(until) || until <= (from ?? today))) {
    faults['until'] = 'desk.network.fault.until'
  }
  const reason = bothOf(form, 'reason')
  if ([reason?.en, reason?.['zh-CN']].some((text) => (text ?? '').length > LONGEST_REASON)) {
    faults['reasonEn'] = 'desk.network.fault.reason'
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  return { ok: true, action: { type, from, until, reason } }
}
