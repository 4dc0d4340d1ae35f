import { bucketOfTicket, readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { writeRows } from '#functions/db/commit.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { type PrintedPage, printedPage } from './printed-pages.tsx'
import { showIntake } from './show-intake.ts'

/** What the access log says of each; the confirmation shows nothing that is anybody's. */
const ACTS: Readonly<Record<PrintedPage, string | null>> = {
  done: null,
  label: 'printed_label',
  receipt: 'printed_receipt',
}

const route = (page: PrintedPage): DeclaredRoute =>
  pageRoute({
    audience: 'staff',
    permission: page === 'receipt' ? 'customer.see' : 'repair.see',
    method: 'get',
    path: `/desk/intake/${page}/`,
    handler: async (c) => {
      const code = readTicketCode(c.req.query('code') ?? '')
      if (!code) return await answerProblem(c, 'not_found')
      const { context } = c.var
      const staff = staffIn(c)
      const withCustomer = page === 'receipt'
      const shown = await showIntake({ ...context, staff }, code, { withCustomer })
      if (!shown.ok) return await answerProblem(c, shown.refusal)
      const act = ACTS[page]
      if (act) {
        const database = context.databases.of(bucketOfTicket(code))
        const access = { subject: `repair/${code}`, staffId: staff.id, act }
        await writeRows(database, [noteAccess(database, access, context)])
      }
      return await printedPage(c, page, shown.taken)
    },
  })

export const intakePrintedRoutes: readonly DeclaredRoute[] = [
  route('done'),
  route('label'),
  route('receipt'),
]
