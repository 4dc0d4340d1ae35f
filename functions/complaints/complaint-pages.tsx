import type { Context } from 'hono'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { PROBLEMS } from '#functions/http/problem.ts'
import { PRIVATE_PAGE } from '#functions/repairs/views/private-page.ts'
import type { ComplaintPage } from './views/complaint-page.ts'
import { ComplaintView } from './views/complaint-view.tsx'
import { type ListPage, ListView } from './views/list-view.tsx'
import { type NewPage, NewView } from './views/new-view.tsx'

type Page = Context<AppEnv>

/** Fields at fault are 422, a refused step what its refusal is, everything else a page. */
const statusOf = ({ tried }: ComplaintPage): number =>
  tried ? (tried.refusal ? PROBLEMS[tried.refusal] : 422) : 200

/** A complaint at the desk. */
export const answerComplaintPage = (c: Page, page: ComplaintPage): Promise<Response> =>
  deskPage(c, {
    title: spellCode(page.shown.complaint.code),
    view: <ComplaintView page={page} />,
    status: statusOf(page),
    headers: PRIVATE_PAGE,
  })

export const answerListPage = (c: Page, page: ListPage): Promise<Response> =>
  deskPage(c, {
    title: page.t('desk.complaints.title'),
    view: <ListView page={page} />,
    headers: PRIVATE_PAGE,
  })

export const answerNewPage = (c: Page, page: NewPage): Promise<Response> =>
  deskPage(c, {
    title: page.t('desk.complaints.new'),
    view: <NewView page={page} />,
    status: page.refusal ? PROBLEMS[page.refusal] : page.faults.size > 0 ? 422 : 200,
    headers: PRIVATE_PAGE,
  })
