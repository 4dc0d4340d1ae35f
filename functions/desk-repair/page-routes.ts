import type { Context } from 'hono'
import { ACTION_FIELDS } from '#domain/desk/action-fields.ts'
import type { StaffStep } from '#domain/desk/repair-field.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { photoLinks } from '#functions/repairs/photo-link.ts'
import type { NotSeen } from '#functions/repairs/see-repair.ts'
import { type Opening, showDeskRepair } from '#functions/repairs/show-desk-repair.ts'
import { answerJobSheet, answerRepairPage, answerReport } from './desk-repair-pages.tsx'
import { addressOf, type RepairPage, repairPage } from './views/repair-page.ts'

type Page = Context<AppEnv>
type Tried = Partial<Pick<RepairPage, 'tried' | 'side' | 'done'>>

/** The repair that an address names; null = no code. */
export const codeIn = (c: Page): string | null => readTicketCode(c.req.param('code') ?? '')

/** Out of scope is as if it weren't there. */
export const notSeen = (c: Page, refusal: NotSeen): Promise<Response> =>
  answerProblem(c, refusal === 'unknown_repair' ? 'not_found' : refusal)

type Loading = Tried & { readonly code: string; readonly opening?: Opening }

/** Loads the page of a repair, and puts on record who opened it. */
async function loadPage(
  c: Page,
  { code, opening, tried = null, side = null, done = null }: Loading,
): Promise<RepairPage | { readonly refusal: NotSeen }> {
  const { context } = c.var
  const { keys, now, mediaOrigin } = context
  const staff = staffIn(c)
  const shown = await showDeskRepair({ ...context, staff }, code, opening)
  if ('refusal' in shown) return shown
  const ids = shown.photos.map(({ id }) => id)
  const [links] = await Promise.all([
    photoLinks({ keys, now, mediaOrigin }, ids),
    shown.access.length > 0 ? writeRows(shown.database, shown.access) : null,
  ])
  return repairPage({
    ...{ shown, staff, tried, side, done, photoLinks: links, commandId: context.requestId },
    ...{ locale: context.locale, now, config: context.config },
  })
}

/** The page of a repair, with what became of what was just tried. */
export async function showRepairPage(c: Page, code: string, tried: Tried = {}): Promise<Response> {
  const page = await loadPage(c, { code, ...tried })
  return 'refusal' in page ? await notSeen(c, page.refusal) : await answerRepairPage(c, page)
}

const stepIn = (text: string | undefined): StaffStep | null =>
  text !== undefined && Object.hasOwn(ACTION_FIELDS, text) ? (text as StaffStep) : null

const see = { audience: 'staff', permission: 'repair.see', method: 'get' } as const

const repair = pageRoute({
  ...see,
  path: '/desk/repairs/{code}/',
  handler: async (c) => {
    const code = codeIn(c)
    if (!code) return await notSeen(c, 'unknown_repair')
    return await showRepairPage(c, code, { done: stepIn(c.req.query('done')) })
  },
})

/** The address without its last stroke leads to the one with it. */
const slashed = pageRoute({
  ...see,
  path: '/desk/repairs/{code}',
  handler: (c) => {
    const code = codeIn(c)
    return code ? c.redirect(addressOf(code), 308) : notSeen(c, 'unknown_repair')
  },
})

type Print = {
  readonly name: 'job-sheet' | 'report'
  readonly opening: Opening
  readonly answer: (c: Page, page: RepairPage) => Promise<Response>
}

const print = ({ name, opening, answer }: Print) =>
  pageRoute({
    ...see,
    path: `/desk/repairs/{code}/${name}/`,
    handler: async (c) => {
      const code = codeIn(c)
      if (!code) return await notSeen(c, 'unknown_repair')
      const page = await loadPage(c, { code, opening })
      return 'refusal' in page ? await notSeen(c, page.refusal) : await answer(c, page)
    },
  })

export const repairPageRoutes: readonly DeclaredRoute[] = [
  repair,
  slashed,
  print({ name: 'job-sheet', opening: 'printed_job_sheet', answer: answerJobSheet }),
  print({ name: 'report', opening: 'printed_report', answer: answerReport }),
]
