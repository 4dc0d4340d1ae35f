import type { DeclaredRoute } from '#functions/http/route.ts'
import { intakeApiRoutes } from './api-routes.ts'
import { intakeCheckRoutes } from './check-api-routes.ts'
import { intakeEntryRoutes } from './entry-routes.ts'
import { intakeHistoryRoutes } from './history-routes.ts'
import { intakePrintedRoutes } from './printed-routes.ts'
import { intakeSubmitRoutes } from './submit-routes.ts'

export const deskIntakeRoutes: readonly DeclaredRoute[] = [
  ...intakeEntryRoutes,
  ...intakeSubmitRoutes,
  ...intakeHistoryRoutes,
  ...intakePrintedRoutes,
  ...intakeApiRoutes,
  ...intakeCheckRoutes,
]
