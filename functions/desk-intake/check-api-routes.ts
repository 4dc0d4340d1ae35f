import { z } from '@hono/zod-openapi'
import { modelOfImei } from '#domain/desk/intake-device.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { COVERAGES, NOT_COVERED_REASONS } from '#domain/repairs/repair.ts'
import { writeRows } from '#functions/db/commit.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { refused } from '#functions/http/refusal.ts'
import { apiRoute, type DeclaredRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { deviceBody } from '#functions/repairs/step-json.ts'
import { loadIntake } from './load-intake.ts'
import { proposeIntake } from './propose-intake.ts'
import { type DeviceHistory, showHistory } from './show-history.ts'

const instant = z.iso.datetime({ offset: true })
const coded = z.string().trim().max(64)

const checkBody = z
  .object({
    device: deviceBody,
    model: coded.nullish().openapi({ description: 'Left out: as the IMEI says' }),
    faultCode: coded.nullish(),
    boughtOn: z.iso.date().nullish(),
    condition: z.array(coded).max(20).default([]),
  })
  .openapi('IntakeCheck')

const checkAnswer = z.object({
  model: z.string().nullable().openapi({ description: 'By the IMEI, where it is known' }),
  history: z.object({
    repairs: z.array(
      z.object({
        code: z.string(),
        model: z.string(),
        faultCode: z.string(),
        receivedAt: instant,
        outletCode: z.string(),
        isRepeat: z.boolean(),
      }),
    ),
    repeatOf: z.string().nullable(),
  }),
  promise: z.object({ at: instant, because: z.enum(['one_hour', 'load']) }).nullable(),
  coverage: z
    .object({
      coverage: z.enum(COVERAGES),
      notCovered: z.enum(NOT_COVERED_REASONS).nullable(),
      until: z.iso.date().nullable(),
    })
    .nullable(),
  isOneHour: z.boolean(),
})

const historyJson = ({ repairs, repeatOf }: DeviceHistory) => ({
  repairs: repairs.map(({ code, repair, receivedAt, zone, isRepeat }) => ({
    ...{ code: spellCode(code), model: repair.model, faultCode: repair.faultCode, isRepeat },
    ...{ receivedAt: isoAt(receivedAt, zone), outletCode: repair.atOutlet },
  })),
  repeatOf: repeatOf && spellCode(repeatOf),
})

const check = apiRoute({
  audience: 'staff',
  permission: 'intake.take',
  allowance: 'writes',
  takesKey: false,
  route: {
    method: 'post',
    path: '/api/v1/desk/outlets/{outlet}/intake-checks',
    summary: 'What a phone on the counter came with before, and what to promise; it is logged',
    request: {
      params: z.object({ outlet: z.string().max(12) }),
      body: { required: true, content: { 'application/json': { schema: checkBody } } },
    },
    responses: {
      200: jsonContent(checkAnswer, 'Proposals; null = a person must say'),
      ...refusals(400, 401, 403, 404, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const { context } = c.var
    const asking = { ...context, staff: staffIn(c) }
    const wish = { outlet: c.req.valid('param').outlet.toUpperCase(), code: null, ticket: null }
    const opened = await loadIntake(asking, wish)
    if (opened.kind === 'refused') {
      return refused(c, opened.refusal === 'not_found' ? 'unknown_outlet' : opened.refusal)
    }
    const { outlet } = opened.found
    const { device, faultCode, boughtOn = null, condition, ...said } = c.req.valid('json')
    const known = modelOfImei(context.config.catalogue, device.imeis[0] ?? '')
    const numbers = { imeis: device.imeis, serial: device.serial ?? null }
    const wanted = { device: numbers, outlet: outlet.code, except: null }
    const searched = await showHistory(asking, wanted)
    if ('refusal' in searched) return refused(c, searched.refusal)
    await writeRows(context.hub, searched.log)
    const facts = { outlet, boughtOn, condition, faultCode: faultCode ?? '' }
    const model = said.model ?? known?.id ?? ''
    const { promise, coverage, isOneHour } = await proposeIntake(context, { ...facts, model })
    const answer = {
      ...{ model: known?.id ?? null, history: historyJson(searched.history), coverage, isOneHour },
      promise: promise && { ...promise, at: isoAt(promise.at, outlet.zone) },
    }
    return answerJson(c, checkAnswer, answer, 'no-store')
  },
})

export const intakeCheckRoutes: readonly DeclaredRoute[] = [check]
