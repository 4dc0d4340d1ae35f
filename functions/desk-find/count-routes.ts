import type { Context } from 'hono'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { translator } from '#i18n/translate.ts'
import { beginCount } from './begin-count.ts'
import { carryScan } from './carry-scan-routes.ts'
import { countPage, countsPage } from './count-pages.tsx'
import { endCount } from './end-count.ts'
import type { Scanned } from './scan-phone.ts'
import { ownOutletsWith } from './searched-outlets.ts'
import { listCounts, showCount } from './show-count.ts'
import type { ScanNotice } from './views/count-view.tsx'
import { scanText } from './views/scan-text.ts'

type Page = Context<AppEnv>

const staff = { audience: 'staff', permission: 'devices.count' } as const
// No allowance: a shelf of phones is scanned faster than any limit, by somebody who is signed in.
const form = { ...staff, method: 'post', middleware: [formPosts] } as const

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })
const outletIn = (c: Page): string => (c.req.param('outlet') ?? '').toUpperCase()
const idIn = (c: Page): string => c.req.param('id') ?? ''
const named = (c: Page) => ({ outlet: outletIn(c), id: idIn(c) })

const refuse = (c: Page, refusal: string): Promise<Response> =>
  answerProblem(c, refusal in PROBLEMS ? (refusal as ProblemCode) : 'stale')

const overview = pageRoute({
  ...staff,
  method: 'get',
  path: '/desk/count/',
  handler: async (c) => {
    const own = ownOutletsWith(staffIn(c), 'devices.count')
    const code = c.req.query('outlet')?.trim().toUpperCase().slice(0, 12) || own[0]
    if (!code) return await countsPage(c, { outlet: null, own, counts: [] })
    const listed = await listCounts(asking(c), code)
    if (listed.kind === 'refused') return await refuse(c, listed.refusal)
    const { outlet, counts } = listed
    return await countsPage(c, { outlet, own, counts })
  },
})

async function fieldsOf(c: Page): Promise<(name: string) => string> {
  const fields = await c.req.parseBody()
  return (name) => {
    const value = fields[name]
    return typeof value === 'string' ? value.trim().slice(0, 200) : ''
  }
}

const begin = pageRoute({
  ...form,
  allowance: 'writes',
  path: '/desk/count/',
  handler: async (c) => {
    const field = await fieldsOf(c)
    const wish = { outlet: field('outlet').toUpperCase(), key: field('commandId') || null }
    const outcome = await carryOut(await beginCount(asking(c), wish))
    if (outcome.kind === 'refused') return await refuse(c, outcome.refusal)
    const { outlet, id } = outcome.answer
    return c.redirect(`/desk/count/${outlet}/${id}/`, 303)
  },
})

type Shown = {
  readonly notice: ScanNotice | null
  readonly typed?: string
  readonly status?: number
}

async function showIt(c: Page, { notice, typed = '', status = 200 }: Shown): Promise<Response> {
  const shown = await showCount(asking(c), named(c))
  if (shown.kind === 'refused') return await refuse(c, shown.refusal)
  return await countPage(c, { count: shown.count, notice, typed, status })
}

const show = pageRoute({
  ...staff,
  method: 'get',
  path: '/desk/count/{outlet}/{id}/',
  handler: (c) => showIt(c, { notice: null }),
})

const isGood = ({ verdict }: Scanned): boolean => verdict === 'found' || verdict === 'duplicate'

/** Answers with the count itself, not by a redirect: what was scanned last must be read at once. */
const scan = pageRoute({
  ...form,
  path: '/desk/count/{outlet}/{id}/scan',
  handler: async (c) => {
    const { locale } = c.var.context
    const typed = (await fieldsOf(c))('code')
    const t = translator(locale)
    const scanned = await carryScan(c, { ...named(c), typed })
    if (scanned === 'unreadable') {
      const notice = { text: t('desk.count.unreadable'), isGood: false }
      return await showIt(c, { notice, typed, status: 422 })
    }
    if (scanned === 'count_full') {
      const notice = { text: t('problems.count_full.detail'), isGood: false }
      return await showIt(c, { notice, typed, status: 409 })
    }
    // Somebody has finished it meanwhile: its result says so.
    if (scanned === 'not_allowed_now') return await showIt(c, { notice: null, status: 409 })
    if (typeof scanned === 'string') return await refuse(c, scanned)
    const notice = { text: scanText(locale, scanned), isGood: isGood(scanned) }
    return await showIt(c, { notice })
  },
})

const finish = pageRoute({
  ...form,
  path: '/desk/count/{outlet}/{id}/finish',
  handler: async (c) => {
    const ended = await endCount(asking(c), named(c))
    if (ended.kind === 'refused') return await refuse(c, ended.refusal)
    await writeRows(ended.database, ended.rows)
    return c.redirect(`/desk/count/${outletIn(c)}/${idIn(c)}/`, 303)
  },
})

export const countRoutes: readonly DeclaredRoute[] = [overview, begin, show, scan, finish]
