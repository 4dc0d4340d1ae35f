import type { Context } from 'hono'
import { carryOut } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { editPlace, listPartners, listRegions, type PlaceKind } from './edit-places.ts'
import { keyIn, readForm, SAVED } from './form-query.ts'
import { bothOf } from './outlet-form-query.ts'
import { placesPage } from './place-pages.tsx'
import { type Back, freshly } from './staff-pages.tsx'

type Page = Context<AppEnv>

const ID = /^[a-z0-9-]{2,60}$/

async function show(c: Page, kind: PlaceKind, back: Back = freshly(c)): Promise<Response> {
  const asking = { ...c.var.context, staff: staffIn(c) }
  const after = c.req.query('after')?.slice(0, 60) ?? ''
  if (kind === 'partner') {
    const list = await listPartners(asking, after)
    if ('refusal' in list) return await answerProblem(c, list.refusal)
    return await placesPage(c, { kind, region: null, back, ...list })
  }
  const parent = c.req.query('in')?.slice(0, 60) || null
  const list = await listRegions(asking, parent, after)
  if ('refusal' in list) return await answerProblem(c, list.refusal)
  return await placesPage(c, { kind, back, ...list })
}

async function edit(c: Page, kind: PlaceKind): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const id = typed.text('id').toLowerCase()
  const name = bothOf(typed, 'name')
  const act = typed.text('act') === 'rename' ? 'rename' : 'register'
  if (!name || !ID.test(id)) {
    const faults: Back['faults'] = {
      ...(!ID.test(id) && { id: 'desk.network.fault.id' as const }),
      ...(!name && { nameEn: 'desk.network.fault.outlet_name' as const }),
    }
    return await show(c, kind, { typed, faults, refusal: null })
  }
  const wish = { kind, act, id, name, parentId: typed.text('parentId') || null, key: keyIn(typed) }
  const outcome = await carryOut(
    await editPlace(
      { ...c.var.context, staff: staffIn(c) },
      { ...wish, act, expectedVersion: null },
    ),
  )
  if (outcome.kind === 'done') {
    const { searchParams } = new URL(c.req.url)
    searchParams.delete('saved')
    const query = [searchParams.toString(), SAVED].filter(Boolean).join('&')
    return c.redirect(`/desk/${kind}s/?${query}`, 303)
  }
  return await show(c, kind, { typed, faults: {}, refusal: outcome.refusal as ProblemCode })
}

const routesOf = (kind: PlaceKind): readonly DeclaredRoute[] => {
  const own = { audience: 'staff', permission: `${kind}.edit`, path: `/desk/${kind}s/` } as const
  return [
    pageRoute({ ...own, method: 'get', handler: (c) => show(c, kind) }),
    pageRoute({
      ...{ ...own, method: 'post', handler: (c) => edit(c, kind) },
      ...({ allowance: 'writes', middleware: [formPosts] } as const),
    }),
  ]
}

export const placeRoutes: readonly DeclaredRoute[] = [...routesOf('partner'), ...routesOf('region')]
