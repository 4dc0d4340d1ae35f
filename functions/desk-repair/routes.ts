import type { DeclaredRoute } from '#functions/http/route.ts'
import { deskRepairApiRoutes } from './api-routes.ts'
import { jobRoutes } from './job-routes.ts'
import { repairPageRoutes } from './page-routes.ts'
import { photoRoutes } from './photo-routes.ts'
import { stepRoutes } from './step-routes.ts'

export const deskRepairRoutes: readonly DeclaredRoute[] = [
  ...repairPageRoutes,
  ...stepRoutes,
  ...jobRoutes,
  ...photoRoutes,
  ...deskRepairApiRoutes,
]
