import type { Context } from 'hono'
import { ACTION_FIELDS, fieldsOf } from '#domain/desk/action-fields.ts'
import type { Field, StaffStep } from '#domain/desk/repair-field.ts'
import {
  type Faults,
  FIELD_FAULTS,
  type FieldFault,
  fieldAt,
  readForm,
  type Typed,
} from '#domain/desk/repair-form.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { fieldErrors } from '#functions/http/validate.ts'
import { type SeenRepair, seeRepair } from '#functions/repairs/see-repair.ts'
import { staffAction } from '#functions/repairs/staff-action.ts'
import { lateEntry, STEP_BODIES, type StepSaid } from '#functions/repairs/step-json.ts'
import { takeStaffStep } from '#functions/repairs/take-staff-step.ts'
import { minorUnits } from '#i18n/format-price.ts'
import { faultOfStep } from './fault-of-step.ts'
import { oneOf, typedOf, versionOf } from './form-query.ts'
import { codeIn, notSeen, showRepairPage } from './page-routes.ts'
import { addressOf, TOLD_REFUSALS, type ToldRefusal } from './views/repair-page.ts'

type Page = Context<AppEnv>

type Form = {
  readonly step: StaffStep
  readonly fields: readonly Field[]
  readonly typed: Typed
}

type Said =
  | { readonly ok: true; readonly said: StepSaid<StaffStep>; readonly happenedAt: number | null }
  | { readonly ok: false; readonly faults: Faults }

const asFault = (code: string): FieldFault =>
  FIELD_FAULTS.find((fault) => fault === code) ?? 'invalid'

/** Reads the form by its description, then lets the step's schema say what is wrong with the values. */
function saidIn({ step, fields, typed }: Form, zone: string, currency: string): Said {
  const { body, faults } = readForm(fields, typed, { zone, minorPerMajor: minorUnits(currency) })
  const said = STEP_BODIES[step].safeParse(body)
  const late = lateEntry.safeParse(body)
  const found = new Map(faults)
  for (const { field, code } of fieldErrors(said.error?.issues ?? [])) {
    const name = fieldAt(fields, typed, field) ?? ''
    if (!found.has(name)) found.set(name, asFault(code))
  }
  if (found.size > 0 || !said.success || !late.success) return { ok: false, faults: found }
  return { ok: true, said: said.data, happenedAt: late.data.happenedAt ?? null }
}

const told = (refusal: string): ToldRefusal =>
  TOLD_REFUSALS.find((one) => one === refusal) ?? 'not_allowed_now'

type Trying = Form & { readonly seen: SeenRepair; readonly version: number }

/** Takes the step that a form asks for; the page of the repair says what came of it. */
async function tryStep(c: Page, trying: Trying): Promise<Response> {
  const { step, fields, typed, seen, version } = trying
  const { context } = c.var
  const { currency, countries } = context.config
  const { repair, actor, zone } = seen
  const again = async (faults: Faults, refusal: ToldRefusal | null) =>
    seen.may('repair.see')
      ? await showRepairPage(c, repair.code, {
          tried: { step, typed, faults, refusal, seen: version },
        })
      : await answerProblem(c, refusal ?? 'invalid_value')
  const read = saidIn(trying, zone, currency)
  // Somebody was quicker: what their step changed is said first.
  if (!read.ok) return await again(read.faults, version === repair.version ? null : 'stale')
  const { said, happenedAt } = read
  const taken = staffAction(step, said as never, { currency, country: countries[0] })
  const why = (refusal: string) =>
    faultOfStep({
      ...{ refusal, repair, fields, typed, action: taken?.action ?? null },
      deciding: { now: context.now, happenedAt, actor, zone },
    })
  if (!taken) return await again(why('bad_value'), 'bad_value')
  const outcome = await carryStep(() =>
    takeStaffStep(
      { ...context, staff: staffIn(c) },
      {
        ...taken,
        ...{ code: repair.code, expectedVersion: version, happenedAt },
        key: oneOf(typed, 'commandId').slice(0, 100) || null,
      },
    ),
  )
  if (outcome.kind === 'done') return c.redirect(`${addressOf(repair.code)}?done=${step}`, 303)
  if (outcome.refusal === 'unknown_repair') return await notSeen(c, 'unknown_repair')
  return await again(why(outcome.refusal), told(outcome.refusal))
}

const isStep = (text: string): text is StaffStep => Object.hasOwn(ACTION_FIELDS, text)

const step = pageRoute({
  audience: 'staff',
  permission: 'repair.act',
  allowance: 'writes',
  method: 'post',
  path: '/desk/repairs/{code}/steps/{action}',
  middleware: [formPosts],
  handler: async (c) => {
    const { context } = c.var
    const code = codeIn(c)
    const asked = c.req.param('action') ?? ''
    if (!code || !isStep(asked)) return await answerProblem(c, 'not_found')
    const seen = await seeRepair({ ...context, staff: staffIn(c) }, code, 'repair.act')
    if ('refusal' in seen) return await notSeen(c, seen.refusal)
    const typed = typedOf(await c.req.formData().catch(() => new FormData()))
    const { repair, actor, zone } = seen
    const fields = fieldsOf(asked, { repair, actor, zone, now: context.now })
    // A form without a version is none of ours: it has seen nothing.
    const version = versionOf(typed) ?? 0
    return await tryStep(c, { step: asked, fields, typed, seen, version })
  },
})

export const stepRoutes: readonly DeclaredRoute[] = [step]
