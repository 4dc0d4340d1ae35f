import { isStaffComplaintStep } from '#domain/complaints/complaint-fields.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { fieldErrors } from '#functions/http/validate.ts'
import { actOnComplaint, namedOnly } from './act-on-complaint.ts'
import { complaintNow } from './complaint-now.ts'
import { codeIn, showComplaintPage } from './desk-page-routes.ts'
import { faultOfStep } from './fault-of-step.ts'
import { bodyOf, type Faults, faultsOf, type Typed, typedIn, versionIn } from './form-query.ts'
import { complaintSeenBy } from './see-complaint.ts'
import { readStep } from './step-json.ts'
import { addressOf, type TriedStep, toldRefusal } from './views/complaint-page.ts'

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
    const fault = faultOfStep({ refusal, complaint, step: asked, said, deciding })
    const faults: Faults = new Map(fault ? [[fault.field, fault.code]] : [])
    return await again(faults, toldRefusal(refusal))
  },
})

export const complaintStepRoutes: readonly DeclaredRoute[] = [step]
