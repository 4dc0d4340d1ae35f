import type { Context } from 'hono'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { PROBLEMS } from '#functions/http/problem.ts'
import { PRIVATE_PAGE } from '#functions/repairs/views/private-page.ts'
import { JobSheetView } from './views/job-sheet-view.tsx'
import { type RepairPage, repairPage } from './views/repair-page.ts'
import { RepairView } from './views/repair-view.tsx'
import { ReportView } from './views/report-view.tsx'

type Page = Context<AppEnv>

/** Fields at fault are 422, a refused step what its refusal is, everything else a page. */
function statusOf({ tried, side }: RepairPage): number {
  if (tried) return tried.refusal ? PROBLEMS[tried.refusal] : 422
  if (side?.kind === 'assign' && side.isTaken) return 409
  return side ? 422 : 200
}

/** A repair at the desk. */
export const answerRepairPage = (c: Page, page: RepairPage): Promise<Response> =>
  deskPage(c, {
    title: spellCode(page.shown.repair.code),
    view: <RepairView page={page} />,
    status: statusOf(page),
    headers: PRIVATE_PAGE,
  })

/** What lies beside the phone on the bench. */
export const answerJobSheet = (c: Page, page: RepairPage): Promise<Response> =>
  deskPage(c, {
    title: page.t('desk.repair.job_sheet'),
    view: <JobSheetView page={page} />,
    headers: PRIVATE_PAGE,
  })

/** The repair report that its customer takes home. */
export const answerReport = (c: Page, page: RepairPage): Promise<Response> =>
  deskPage(c, {
    title: page.t('desk.repair.report'),
    // Paper for the customer speaks the customer's language.
    view: <ReportView page={repairPage({ ...page, locale: page.shown.repair.locale })} />,
    headers: PRIVATE_PAGE,
  })
