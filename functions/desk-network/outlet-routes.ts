import type { Context } from 'hono'
import { detailsOf } from '#domain/desk/network-outlet.ts'
import type { Permission } from '#domain/staff/permissions.ts'
import type { Place } from '#domain/staff/staff.ts'
import { carryOut } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { absentDays, setAbsentDay } from '#functions/outlets/absence-days.ts'
import { carryOperation } from '#functions/outlets/carry-operation-routes.ts'
import { listDeskOutlets } from '#functions/outlets/edit-list.ts'
import {
  countLeftBehind,
  editOperation,
  OPERATION_PERMISSIONS,
} from '#functions/outlets/edit-operation.ts'
import {
  type EditableOutlet,
  editedOutlet,
  editOutlet,
  findOutlet,
} from '#functions/outlets/edit-outlet.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import { registerOutlet } from '#functions/outlets/register-outlet.ts'
import { type Form, keyIn, readForm, SAVED, versionIn } from './form-query.ts'
import { planIn } from './hours-form-query.ts'
import { newOutletIn } from './new-outlet-query.ts'
import { actionIn } from './operation-query.ts'
import { countIn, detailsIn } from './outlet-form-query.ts'
import {
  detailsPreviewPage,
  hoursPage,
  hoursPreviewPage,
  newOutletPage,
  operationPage,
  outletEditPage,
  outletListPage,
  outletPage,
  todayAt,
} from './outlet-pages.tsx'
import { type Back, freshly } from './staff-pages.tsx'

type Page = Context<AppEnv>

const A_PAGE = 50
const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const codeIn = (c: Page): string => (c.req.param('outlet') ?? '').toUpperCase()
const fieldsBack = (typed: Form, faults: Back['faults']): Back => ({ typed, faults, refusal: null })
const refusedBack = (typed: Form, refusal: string): Back => ({
  ...{ typed, faults: {}, refusal: refusal as ProblemCode },
})

async function list(c: Page): Promise<Response> {
  const q = (c.req.query('q') ?? '').trim().slice(0, 60)
  const after = c.req.query('after')?.slice(0, 12) ?? null
  const page = await listDeskOutlets(asking(c), { q, after, limit: A_PAGE })
  return await outletListPage(c, { ...page, q })
}

type Work = (found: EditableOutlet) => Promise<Response>

/** Does something with an outlet that the person holds a permission at; anything else isn't there for them. */
async function withOutlet(c: Page, permission: Permission, work: Work): Promise<Response> {
  const seen = await findOutlet(asking(c), codeIn(c), permission)
  return seen.ok ? await work(seen.found) : await answerProblem(c, seen.refusal)
}

async function show(c: Page, found: EditableOutlet, back: Back = freshly(c)): Promise<Response> {
  const { context } = c.var
  const staff = staffIn(c)
  const { code } = found.outlet
  const [places, absences] = await Promise.all([
    findPlaces(context.hub, staff, [code]),
    absentDays(context, found),
  ])
  const place: Place = places[0] ?? { outlet: code, partner: null, regions: [] }
  return await outletPage(c, { found, place, absences }, back)
}

const home = (c: Page, { outlet }: EditableOutlet): Response =>
  c.redirect(`/desk/outlets/${outlet.code}/?${SAVED}`, 303)

async function edit(c: Page, found: EditableOutlet): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const standing = detailsOf(found)
  const read = detailsIn(typed, standing, found.country)
  if (!read.ok) return await outletEditPage(c, found, fieldsBack(typed, read.faults))
  const intent = typed.text('intent')
  if (intent === 'edit') return await outletEditPage(c, found, fieldsBack(typed, {}))
  const { details } = read
  if (intent !== 'save') {
    return await detailsPreviewPage(c, { found, details, back: fieldsBack(typed, {}) })
  }
  const task = await editOutlet(asking(c), {
    ...{ code: found.outlet.code, edit: { kind: 'details', details } },
    ...{ expectedVersion: versionIn(typed), key: keyIn(typed) },
  })
  const outcome = await carryOut(task)
  if (outcome.kind === 'done') return home(c, found)
  // What differs now is shown against what somebody else has written meanwhile.
  const back = refusedBack(typed, outcome.refusal)
  return await withOutlet(c, 'outlet.edit', (now) =>
    detailsPreviewPage(c, { found: now, details, back }),
  )
}

async function hours(c: Page, found: EditableOutlet): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const read = planIn(typed, todayAt(c, found))
  if (!read.ok) return await hoursPage(c, found, fieldsBack(typed, read.faults))
  const intent = typed.text('intent')
  if (intent === 'edit') return await hoursPage(c, found, fieldsBack(typed, {}))
  const wish = { kind: 'hours', plan: read.plan } as const
  const preview = async (now: EditableOutlet, back: Back) =>
    await hoursPreviewPage(c, {
      ...{ found: now, back, edited: await editedOutlet(c.var.context, now, wish) },
    })
  if (intent !== 'save') return await preview(found, fieldsBack(typed, {}))
  const { code } = found.outlet
  const expectedVersion = versionIn(typed)
  const key = keyIn(typed)
  const task = await editOutlet(asking(c), { code, edit: wish, expectedVersion, key })
  const outcome = await carryOut(task)
  if (outcome.kind === 'done') return home(c, found)
  return await withOutlet(c, 'outlet.hours', (now) =>
    preview(now, refusedBack(typed, outcome.refusal)),
  )
}

async function absences(c: Page, found: EditableOutlet): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const { code, counterSeats, benches } = found.outlet
  const date = typed.text('date')
  const seatsAway = countIn(typed.text('seatsAway'), counterSeats)
  const benchesAway = countIn(typed.text('benchesAway'), benches)
  const faults: Back['faults'] = {
    ...(!/^\d{4}-\d{2}-\d{2}$/.test(date) && { date: 'desk.network.fault.date' as const }),
    ...(seatsAway === null && { seatsAway: 'desk.network.fault.seats_away' as const }),
    ...(benchesAway === null && { benchesAway: 'desk.network.fault.benches_away' as const }),
  }
  if (seatsAway === null || benchesAway === null || Object.keys(faults).length > 0) {
    return await show(c, found, fieldsBack(typed, faults))
  }
  const wish = { code, date, seats: seatsAway, benches: benchesAway, key: keyIn(typed) }
  const outcome = await carryOut(await setAbsentDay(asking(c), wish))
  if (outcome.kind === 'done') return home(c, found)
  return outcome.refusal === 'bad_dates'
    ? await show(c, found, fieldsBack(typed, { date: 'desk.network.fault.absence_date' }))
    : await show(c, found, refusedBack(typed, outcome.refusal))
}

async function operation(c: Page, found: EditableOutlet): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const read = actionIn(typed, todayAt(c, found))
  if (!read) return await answerProblem(c, 'invalid_value')
  if (!read.ok) return await show(c, found, fieldsBack(typed, read.faults))
  const { action } = read
  const { code } = found.outlet
  const seen = await findOutlet(asking(c), code, OPERATION_PERMISSIONS[action.type])
  if (!seen.ok) return await answerProblem(c, seen.refusal)
  if (action.type !== 'resume' && typed.text('intent') !== 'go') {
    const stop = action.type === 'close' ? 'close' : action
    const left = await countLeftBehind(c.var.context, found, stop)
    return await operationPage(c, { found, action, left, back: fieldsBack(typed, {}) })
  }
  const expectedVersion = versionIn(typed)
  const task = await editOperation(asking(c), { code, action, expectedVersion, key: keyIn(typed) })
  const outcome = await carryOperation(task)
  if (outcome.kind === 'done') return home(c, found)
  return await withOutlet(c, 'outlet.see', (now) =>
    show(c, now, refusedBack(typed, outcome.refusal)),
  )
}

async function register(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const read = newOutletIn(typed)
  if (!read.ok) return await newOutletPage(c, fieldsBack(typed, read.faults))
  const outcome = await carryOut(
    await registerOutlet(asking(c), { ...read.outlet, key: keyIn(typed) }),
  )
  if (outcome.kind === 'done') return c.redirect(`/desk/outlets/${read.outlet.code}/edit/`, 303)
  return await newOutletPage(c, refusedBack(typed, outcome.refusal))
}

const get = (permission: Permission, path: string, handler: (c: Page) => Promise<Response>) =>
  pageRoute({ audience: 'staff', method: 'get', permission, path, handler })
const post = (permission: Permission, path: string, handler: (c: Page) => Promise<Response>) =>
  pageRoute({
    ...({ audience: 'staff', method: 'post', permission, path, handler } as const),
    ...({ allowance: 'writes', middleware: [formPosts] } as const),
  })
const at =
  (permission: Permission, work: (c: Page, found: EditableOutlet) => Promise<Response>) =>
  (c: Page) =>
    withOutlet(c, permission, (found) => work(c, found))

const ONE = '/desk/outlets/{outlet}'

export const outletPageRoutes: readonly DeclaredRoute[] = [
  get('outlet.see', '/desk/outlets/', list),
  get('outlet.edit', '/desk/new-outlet/', (c) => newOutletPage(c)),
  post('outlet.edit', '/desk/new-outlet/', register),
  get(
    'outlet.see',
    `${ONE}/`,
    at('outlet.see', (c, found) => show(c, found)),
  ),
  get(
    'outlet.edit',
    `${ONE}/edit/`,
    at('outlet.edit', (c, found) => outletEditPage(c, found)),
  ),
  post('outlet.edit', `${ONE}/edit/`, at('outlet.edit', edit)),
  get(
    'outlet.hours',
    `${ONE}/hours/`,
    at('outlet.hours', (c, found) => hoursPage(c, found)),
  ),
  post('outlet.hours', `${ONE}/hours/`, at('outlet.hours', hours)),
  post('outlet.hours', `${ONE}/absences`, at('outlet.hours', absences)),
  post('outlet.edit', `${ONE}/operation`, at('outlet.see', operation)),
]
