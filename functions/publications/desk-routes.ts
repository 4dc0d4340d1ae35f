import type { Context } from 'hono'
import { REVISION_REASONS } from '#domain/publications/publication-document.ts'
import { carryOut } from '#functions/db/commit.ts'
import { type Form, keyIn, readForm, SAVED, versionIn } from '#functions/desk-network/form-query.ts'
import { type Back, freshly } from '#functions/desk-network/staff-pages.tsx'
import type { AppEnv } from '#functions/http/context.ts'
import { STAFF_FORM } from '#functions/http/form-posts.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { listPage, onePage } from './publication-pages.tsx'
import { deskPublications, showPublication } from './show-publications.ts'
import {
  draftNext,
  type FileReach,
  freezePublication,
  stepPublication,
} from './step-publication.ts'

type Page = Context<AppEnv>

const LIST = '/desk/publications/'
const ONE = '/desk/publications/{number}/'
const SCHEMA = '/data/publications/schema-1.json'
const MOST_REASON = 500

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const backWith = (typed: Form, refusal: string): Back => ({
  ...{ typed, faults: {}, refusal: refusal as ProblemCode },
})
const numberIn = (c: Page): number => {
  const said = c.req.param('number') ?? ''
  return /^\d{1,6}$/.test(said) ? Number(said) : 0
}

async function showList(c: Page, back: Back = freshly(c)): Promise<Response> {
  const found = await deskPublications(asking(c))
  if ('refusal' in found) return await answerProblem(c, found.refusal)
  return await listPage(c, found, back)
}

async function postDraft(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const reason = REVISION_REASONS.find((one) => one === typed.text('reason')) ?? null
  const wish = { month: typed.text('month'), reason, key: keyIn(typed) }
  const outcome = await carryOut(await draftNext(asking(c), wish))
  if (outcome.kind === 'refused') return await showList(c, backWith(typed, outcome.refusal))
  return c.redirect(`${LIST}${outcome.answer.number}/`, 303)
}

type Zeros = readonly { readonly outlet: string; readonly day: string }[]

async function showOne(c: Page, back: Back = freshly(c), zeros: Zeros = []): Promise<Response> {
  const found = await showPublication(asking(c), numberIn(c), reachOf(c).read)
  if ('refusal' in found) return await answerProblem(c, found.refusal)
  return await onePage(c, { ...found, zeros }, back)
}

const reachOf = (c: Page): FileReach => {
  const { media, assets } = c.var.context
  return {
    read: async (key) => (await (await media.get(key))?.text()) ?? null,
    schema: async () => {
      const answer = await assets.fetch(new Request(new URL(SCHEMA, c.req.url)))
      if (!answer.ok) throw new Error(`${SCHEMA} isn't part of the site`)
      return await answer.text()
    },
  }
}

async function postFreeze(c: Page, typed: Form): Promise<Response> {
  const step = { number: numberIn(c), expectedVersion: versionIn(typed), key: keyIn(typed) }
  const reason = typed.text('zeros').slice(0, MOST_REASON) || null
  const task = await freezePublication(asking(c), { ...step, reason }, reachOf(c))
  const { media } = c.var.context
  const never = { onlyIf: new Headers({ 'If-None-Match': '*' }) }
  await Promise.all(task.files.map(({ key, text }) => media.put(key, text, never)))
  const outcome = await carryOut(task)
  if (outcome.kind === 'done') return c.redirect(`${c.req.path}?${SAVED}`, 303)
  if (outcome.refusal !== 'bad_value') return await showOne(c, backWith(typed, outcome.refusal))
  const faults = { zeros: 'desk.publications.fault.zeros' } as const
  return await showOne(c, { typed, faults, refusal: null }, task.zeros)
}

async function postStep(c: Page, type: 'publish' | 'drop' | 'sign_off', typed: Form) {
  if (type !== 'sign_off' && typed.text('sure') !== 'yes') {
    const faults = { [`sure-${type}`]: 'desk.publications.fault.sure' } as const
    return await showOne(c, { typed, faults, refusal: null })
  }
  const step = { number: numberIn(c), expectedVersion: versionIn(typed), key: keyIn(typed) }
  const outcome = await carryOut(await stepPublication(asking(c), step, type))
  if (outcome.kind === 'refused') return await showOne(c, backWith(typed, outcome.refusal))
  return c.redirect(`${LIST}${step.number}/?${SAVED}`, 303)
}

async function postOne(c: Page): Promise<Response> {
  const typed = await readForm(c.req.raw)
  const act = typed.text('act')
  if (act === 'freeze') return await postFreeze(c, typed)
  if (act === 'publish' || act === 'drop') return await postStep(c, act, typed)
  return await answerProblem(c, 'invalid_value')
}

const seeing = { audience: 'staff', permission: 'publication.see', method: 'get' } as const
const making = { ...STAFF_FORM, permission: 'publication.make' } as const

export const deskPublicationRoutes: readonly DeclaredRoute[] = [
  pageRoute({ ...seeing, path: LIST, handler: (c) => showList(c) }),
  pageRoute({ ...making, path: LIST, handler: postDraft }),
  pageRoute({ ...seeing, path: ONE, handler: (c) => showOne(c) }),
  pageRoute({ ...making, path: ONE, handler: postOne }),
  pageRoute({
    ...{ ...STAFF_FORM, permission: 'publication.sign', path: `${ONE}sign-off` },
    handler: async (c) => await postStep(c, 'sign_off', await readForm(c.req.raw)),
  }),
]
