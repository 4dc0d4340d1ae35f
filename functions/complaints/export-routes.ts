import { writeRows } from '#functions/db/commit.ts'
import { csvAnswer } from '#functions/http/csv.ts'
import { daySpan } from '#functions/http/day-span.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { EXPORT_HEADER, exportComplaints } from './export-complaints.ts'

const table = pageRoute({
  audience: 'staff',
  permission: 'complaint.export',
  method: 'get',
  path: '/desk/complaints/export.csv',
  handler: async (c) => {
    const { context } = c.var
    const exported = await exportComplaints({ ...context, staff: staffIn(c) }, daySpan(c, 400))
    if ('refusal' in exported) return await answerProblem(c, exported.refusal)
    await writeRows(context.hub, [exported.access])
    return csvAnswer(c, { name: 'complaints.csv', header: EXPORT_HEADER, rows: exported.rows })
  },
})

export const complaintExportRoutes: readonly DeclaredRoute[] = [table]
