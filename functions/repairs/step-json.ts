import { z } from '@hono/zod-openapi'
import { EVIDENCE } from '#domain/desk/code-lists.ts'
import type { StaffStep } from '#domain/desk/repair-field.ts'
import { readImei } from '#domain/identifiers/imei.ts'
import {
  ASK_KINDS,
  BARRIERS,
  CHARGE_ITEMS,
  COVERAGES,
  NOT_COVERED_REASONS,
} from '#domain/repairs/repair.ts'
import type { FieldCode } from '#functions/http/problem.ts'
import { instant } from '#functions/http/query.ts'
import { stepBodies } from '#functions/http/step-bodies.ts'

const coded = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:/#+-]{0,63}$/)
const date = z.iso.date()
const money = z.int().min(0).max(100_000_000)
const words = z.string().trim().min(1).max(500)

const imei = z
  .string()
  .max(40)
  .transform((typed, ctx): string => {
    const read = readImei(typed)
    if (read.ok) return read.imei
    ctx.addIssue({ code: 'custom', params: { code: 'not_an_imei' satisfies FieldCode } })
    return z.NEVER
  })
  .openapi({ type: 'string', example: '490154203237518' })

export const deviceBody = z.object({
  imeis: z.array(imei).max(2).default([]),
  serial: z.string().trim().min(4).max(40).nullish(),
})

const tracking = z
  .string()
  .transform((typed) => typed.normalize('NFKC').toUpperCase().replace(/\s/g, ''))
  .pipe(z.string().regex(/^(?=.*\d)[A-Z0-9][A-Z0-9-]{5,39}$/))

const finding = { faultCode: coded, coverage: z.enum(COVERAGES) }
const remedy = { rule: coded, clause: coded, on: date }
const continueTo = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['diagnosing', 'repairing', 'quality_check']) }),
  z.object({ status: z.literal('awaiting_parts'), part: coded, expectedOn: date }),
  z.object({ status: z.literal('ready'), barrier: z.enum(BARRIERS) }),
])

/** What the outlet notes of a phone as it takes it in, whether it was announced or not. */
export const intakeBody = z.object({
  condition: z.array(coded).min(1).max(20),
  tested: z
    .object({ works: z.array(coded).max(40), fails: z.array(coded).max(40) })
    .nullish()
    .openapi({ description: 'The function test at intake' }),
  accessories: z.array(coded).max(20).default([]),
  coverage: z.enum(COVERAGES),
  proof: z
    .object({ kind: coded, boughtOn: date })
    .nullish()
    .openapi({ description: 'How the purchase was shown, and its date' }),
  dataLoss: coded.nullish().openapi({ description: 'The wording of the consent to losing data' }),
  promisedAt: instant(),
  arrivedAt: instant().nullish(),
  ceilingMinor: money.nullish(),
  device: deviceBody,
  mayCollect: words.nullish(),
  shelf: coded.nullish(),
})

export const receiveBody = intakeBody.extend({ isAnnounced: z.boolean().default(true) })

export const askBody = z.object({
  kind: z.enum(ASK_KINDS),
  lines: z
    .array(
      z.object({
        item: z.enum(CHARGE_ITEMS),
        amountMinor: z.int().min(-100_000_000).max(100_000_000),
      }),
    )
    .max(20)
    .default([]),
  declineCostMinor: money.default(0),
  notCovered: z.enum(NOT_COVERED_REASONS).nullish(),
  continueTo,
  faultCode: coded.nullish(),
  coverage: z.enum(COVERAGES).nullish(),
})

const nothing = z.object({})

/** What each step of staff says, as JSON; a form's fields are brought into the same shape. */
export const STEP_BODIES = {
  post: z.object({ courier: coded, tracking }),
  receive: receiveBody,
  diagnose: nothing,
  ask: askBody,
  accept: z.object({ askVersion: z.int().min(1), evidence: z.enum(EVIDENCE) }),
  decline: z.object({ askVersion: z.int().min(1), reason: coded, evidence: z.enum(EVIDENCE) }),
  withdraw: z.object({ reason: coded }),
  start: z.object(finding),
  await_parts: z.object({ ...finding, part: coded, expectedOn: date }),
  new_date: z.object({ expectedOn: date, reason: coded }),
  part_arrived: nothing,
  finish: z.object({
    faultCode: coded,
    work: coded,
    parts: z.array(coded).max(20).default([]),
    oldPart: z.enum(['kept', 'returned', 'none']),
    boardChanged: z.boolean().default(false),
    device: deviceBody.nullish(),
  }),
  fail_check: z.object({ reason: coded }),
  pass_check: z.object({ functionTest: z.array(coded).min(1).max(40), override: coded.nullish() }),
  give_up: z.object({ faultCode: coded, barrier: z.enum(BARRIERS) }),
  exchange: z.object({ ...remedy, device: deviceBody }),
  refund: z.object(remedy),
  certify: z.object(remedy),
  reopen: z.object({ reason: z.enum(['not_fixed', 'changed_mind']) }),
  hand_over: z.object({
    functionTest: z.array(coded).min(1).max(40),
    collectedBy: z.enum(['customer', 'other']),
    collector: words.nullish(),
    /** Of somebody else: from the customer’s page; not asked of whom the customer named. */
    pickUpCode: z.string().trim().max(20).nullish(),
    paidHow: z.enum(['cash', 'card', 'mobile', 'transfer', 'waived', 'nothing_due']),
    /** Staff id of who waived what is due; left out = who hands over. */
    waivedBy: coded.nullish(),
    invoice: coded.nullish(),
  }),
  settle: z.object({ paymentReference: coded }),
  post_back: z.object({ courier: coded, tracking }),
  delivered: nothing,
  bounce: z.object({ reason: z.enum(['refused', 'not_collected', 'bad_address', 'damaged']) }),
  send_on: z.object({ outlet: coded.transform((code) => code.toUpperCase()), carrier: coded }),
  take_in: z.object({ condition: z.array(coded).min(1).max(20), shelf: coded.nullish() }),
  report_lost: z.object({ claim: coded }),
  found: z.object({
    where: coded,
    outlet: coded.transform((code) => code.toUpperCase()).nullish(),
  }),
  inform: z.object({
    nextUpdateBy: instant(),
    promisedAt: instant().nullish(),
    reason: coded.nullish(),
  }),
  correct: z.object({
    field: z.enum(['imei', 'model', 'contact', 'way_back', 'accessories']),
    value: coded.nullish(),
    reason: coded,
    device: deviceBody.nullish(),
    phone: z.string().trim().max(40).nullish(),
    name: z.string().trim().min(1).max(80).nullish(),
  }),
  cancel: z.object({ proof: coded.nullish() }),
  abandon: nothing,
  reclaim: nothing,
} as const satisfies Record<StaffStep, z.ZodObject>

/** With every step: when it happened, of a late entry. */
export const lateEntry = z.object({ happenedAt: instant().nullish() })

/** All of them, as the API describes them. */
export const repairSteps = stepBodies('RepairStep', STEP_BODIES, lateEntry)

export const STAFF_STEPS = Object.keys(STEP_BODIES) as [StaffStep, ...StaffStep[]]

export type StepSaid<T extends StaffStep> = z.output<(typeof STEP_BODIES)[T]>
