import type { DeclaredRoute } from '#functions/http/route.ts'
import { complaintApiRoutes } from './complaint-api-routes.ts'
import { complaintCustomerRoutes } from './customer-routes.ts'
import { complaintPageRoutes } from './desk-page-routes.ts'
import { complaintStepRoutes } from './desk-step-routes.ts'
import { complaintExportRoutes } from './export-routes.ts'

export const complaintRoutes: readonly DeclaredRoute[] = [
  ...complaintApiRoutes,
  ...complaintExportRoutes,
  ...complaintPageRoutes,
  ...complaintStepRoutes,
  ...complaintCustomerRoutes,
]
