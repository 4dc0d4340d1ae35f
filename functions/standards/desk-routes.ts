import type { Context } from 'hono'
import type { SetAction } from '#domain/standards/decide-set.ts'
import { carryOut } from '#functions/db/commit.ts'
import { type Form, keyIn, readForm, SAVED, versionIn } from '#functions/desk-network/form-query.ts'
import { type Back, freshly, NOTHING_TYPED } from '#functions/desk-network/staff-pages.tsx'
import { networkZone } from '#functions/desk-network/views/network-time.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { startDraft, stepDraft } from './edit-set.ts'
import { headIn, instantIn, standardIn } from './form-query.ts'
import { deskStandards } from './show-standards.ts'
import { draftPage, publishPage, setPage, standardFormPage } from './standard-pages.tsx'

type Page = Context<AppEnv>

const DRAFT = '/desk/standards/draft/'
const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const backWith = (typed: Form, refusal: string): Back => ({
  ...{ typed, faults: {}, refusal: refusal as ProblemCode },
})

async function showSet(c: Page): Promise<Response> {
  const asked = c.req.query('version')
  const version = asked === undefined ? null : /^\d{1,6}$/.test(asked) ? Number(asked) : 0
  const standards = await deskStandards(asking(c), version)
  if ('refusal' in standards) return await answerProblem(c, standards.refusal)
  if (version !== null && !standards.shown) return await answerProblem(c, 'not_found')
  return await setPage(c, standards, c.req.query('published') === 'yes')
}

async function showDraft(c: Page, back: Back = freshly(c)): Promise<Response> {
  const standards = await deskStandards(asking(c), null)
  if ('refusal' in standards) return await answerProblem(c, standards.refusal)
  return await draftPage(c, standards, back)
}

async function step(c: Page, typed: Form, action: SetAction) {
  const wish = { action, expectedRevision: versionIn(typed), key: keyIn(typed) }
  return await carryOut(await stepDraft(asking(c), wish))
}

async function postDraft(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  if (typed.text('act') === 'start') {
    const number = typed.text('number')
    if (!/^[\w./ -]{2,40}$/.test(number)) {
      const faults = { number: 'desk.standards.fault.number' } as const
      return await showDraft(c, { typed, faults, refusal: null })
    }
    const outcome = await carryOut(await startDraft(asking(c), { number, key: keyIn(typed) }))
    if (outcome.kind === 'refused') return await showDraft(c, backWith(typed, outcome.refusal))
    return c.redirect(`${DRAFT}?${SAVED}`, 303)
  }
  const head = headIn(typed)
  if (!head.ok) return await showDraft(c, { typed, faults: head.faults, refusal: null })
  const outcome = await step(c, typed, { type: 'edit_head', head: head.value })
  if (outcome.kind === 'refused') return await showDraft(c, backWith(typed, outcome.refusal))
  return c.redirect(`${DRAFT}?${SAVED}`, 303)
}

async function showForm(c: Page, id: string | null, back: Back = NOTHING_TYPED): Promise<Response> {
  const standards = await deskStandards(asking(c), null)
  if ('refusal' in standards) return await answerProblem(c, standards.refusal)
  const { draft } = standards
  const isKnown = id === null || draft?.standards.some((standard) => standard.id === id)
  if (!draft || (!isKnown && back === NOTHING_TYPED)) return await answerProblem(c, 'not_found')
  return await standardFormPage(c, { draft, id, back })
}

async function postStandard(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const id = typed.text('id')
  if (typed.text('act') === 'drop') {
    const outcome = await step(c, typed, { type: 'drop', id })
    if (outcome.kind === 'done') return c.redirect(`${DRAFT}?${SAVED}`, 303)
    return await showDraft(c, { ...NOTHING_TYPED, refusal: outcome.refusal as ProblemCode })
  }
  const standard = standardIn(typed)
  if (!standard.ok) {
    return await showForm(c, id, { typed, faults: standard.faults, refusal: null })
  }
  const outcome = await step(c, typed, { type: 'put', standard: standard.value })
  if (outcome.kind === 'done') return c.redirect(`${DRAFT}?${SAVED}`, 303)
  return await showForm(c, id, backWith(typed, outcome.refusal))
}

async function showPublish(c: Page, back: Back = NOTHING_TYPED): Promise<Response> {
  const standards = await deskStandards(asking(c), null)
  if ('refusal' in standards) return await answerProblem(c, standards.refusal)
  const { draft, newest } = standards
  if (!draft) return await answerProblem(c, 'not_found')
  return await publishPage(c, { draft, newest }, back)
}

async function postPublish(c: Page): Promise<Response> {
  const { config } = c.var.context
  const typed = await readForm(c.req.raw)
  const effectiveFrom = instantIn(typed.text('effectiveFrom'), networkZone(config))
  const isTime = !Number.isNaN(effectiveFrom)
  if (!isTime || typed.text('sure') !== 'yes') {
    const faults: Back['faults'] = {
      ...(!isTime && { effectiveFrom: 'desk.standards.fault.time' as const }),
      ...(typed.text('sure') !== 'yes' && { sure: 'desk.standards.fault.sure' as const }),
    }
    return await showPublish(c, { typed, faults, refusal: null })
  }
  const outcome = await step(c, typed, { type: 'publish', effectiveFrom })
  if (outcome.kind === 'refused') return await showPublish(c, backWith(typed, outcome.refusal))
  return c.redirect(`/desk/standards/?version=${outcome.answer.version}&published=yes`, 303)
}

const seeing = { audience: 'staff', permission: 'standard.see', method: 'get' } as const
const reading = { audience: 'staff', permission: 'standard.edit', method: 'get' } as const
const form = {
  audience: 'staff',
  method: 'post',
  allowance: 'writes',
  middleware: [formPosts],
} as const
const editing = { ...form, permission: 'standard.edit' } as const

export const deskStandardRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...seeing, path: '/desk/standards/', handler: showSet }),
  pageRoute({ ...reading, path: DRAFT, handler: (c) => showDraft(c) }),
  pageRoute({ ...editing, path: DRAFT, handler: postDraft }),
  pageRoute({
    ...{ ...reading, path: '/desk/standards/edit/' },
    handler: (c) => showForm(c, c.req.query('id')?.slice(0, 60) ?? null),
  }),
  pageRoute({ ...editing, path: '/desk/standards/edit/', handler: postStandard }),
  pageRoute({
    ...({ audience: 'staff', permission: 'standard.publish', method: 'get' } as const),
    ...{ path: '/desk/standards/publish/', handler: (c) => showPublish(c) },
  }),
  pageRoute({
    ...{ ...form, permission: 'standard.publish', path: '/desk/standards/publish/' },
    handler: postPublish,
  }),
]
