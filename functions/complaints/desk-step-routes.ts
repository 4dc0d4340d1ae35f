import type { Complaint } from '#domain/complaints/complaint.ts'
import {
  complaintFieldsOf,
  isStaffComplaintStep,
  type StaffComplaintStep,
} from '#domain/complaints/complaint-fields.ts'
import { wordsMissing } from '#domain/complaints/complaint-words.ts'
import { decideComplaint } from '#domain/complaints/decide-complaint.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { fieldErrors } from '#functions/http/validate.ts'
import { actOnComplaint, namedOnly } from './act-on-complaint.ts'
import { complaintNow } from './complaint-now.ts'
import { codeIn, showComplaintPage } from './desk-page-routes.ts'
import { bodyOf, type Faults, faultsOf, type Typed, typedIn, versionIn } from './form-query.ts'
import { complaintSeenBy } from './see-complaint.ts'
import { readStep, type SaidStep } from './step-json.ts'
import { addressOf, type TriedStep, toldRefusal } from './views/complaint-page.ts'

type Refused = {
  readonly refusal: string
  readonly complaint: Complaint
  readonly step: StaffComplaintStep
  readonly said: SaidStep
  readonly deciding: Parameters<typeof decideComplaint>[2]
}

/** Which field of its form a refused step is about, so that the fault is said beside it. */
function faultOf({ refusal, complaint, step, said, deciding }: Refused): Faults {
  const fields = complaintFieldsOf(step, complaint).map(({ name }) => name)
  const one = (name: string | undefined): Faults =>
    new Map(name !== undefined && fields.includes(name) ? [[name, 'invalid']] : [])
  if (refusal === 'bad_time') return one('happenedAt')
  if (refusal === 'unknown_outlet') return one('outlet')
  if (refusal !== 'bad_value') return new Map()
  const missing = wordsMissing(complaint, said.action, said.words)
  if (missing) return new Map([[missing, 'required']])
  const again = decideComplaint(complaint, said.action, deciding)
  // What the domain lets through was refused for a person or another complaint that doesn't fit.
  return one((again.ok ? undefined : again.field) ?? (step === 'merge' ? 'into' : 'owner'))
}

const step = pageRoute({
  audience: 'staff',
  permission: 'complaint.act',
  allowance: 'writes',
  method: 'post',
  path: '/desk/complaints/{code}/steps/{action}',
  middleware: [formPosts],
  handler: async (c) => {
    const { context } = c.var
    const staff = staffIn(c)
    const code = codeIn(c)
    const asked = c.req.param('action') ?? ''
    const complaint = code && (await complaintNow(context, code))
    if (!complaint || !isStaffComplaintStep(asked)) return await answerProblem(c, 'not_found')
    const seen = await complaintSeenBy({ hub: context.hub, staff }, complaint, 'complaint.act')
    if (!seen.ok) {
      const isThere = seen.refusal !== 'unknown_complaint'
      return await answerProblem(c, isThere ? seen.refusal : 'not_found')
    }
    const typed: Typed = typedIn(await c.req.formData().catch(() => new FormData()))
    const version = versionIn(typed)
    const again = (faults: Faults, refusal: TriedStep['refusal']) =>
      showComplaintPage(c, complaint.code, {
        tried: { step: asked, typed, faults, refusal, seen: version },
      })
    const said = readStep(asked, bodyOf(asked, complaint, typed))
    if ('error' in said) {
      const faults = faultsOf(fieldErrors(said.error.issues), typed)
      return await again(faults, version === complaint.version ? null : 'stale')
    }
    const taken = { ...said, code: complaint.code, expectedVersion: version, staff }
    const outcome = await carryStep(() =>
      actOnComplaint(context, {
        ...{ ...taken, actor: namedOnly(staff) },
        key: typed['commandId']?.slice(0, 100) || null,
      }),
    )
    if (outcome.kind === 'done') {
      return c.redirect(`${addressOf(complaint.code)}?done=${asked}`, 303)
    }
    const { refusal } = outcome
    if (refusal === 'unknown_complaint') return await answerProblem(c, 'not_found')
    const { now } = context
    const { happenedAt } = said
    const deciding = { now, happenedAt, actor: seen.actor, zone: complaint.zone }
    const faults = faultOf({ refusal, complaint, step: asked, said, deciding })
    return await again(faults, toldRefusal(refusal))
  },
})

export const complaintStepRoutes: readonly DeclaredRoute[] = [step]
