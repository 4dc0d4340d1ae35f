import { deskVisitRoutes } from '#functions/bookings/desk-routes.ts'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { boardRoutes } from './board-routes.ts'
import { todayApiRoutes } from './today-api-routes.ts'
import { todayRoutes } from './today-routes.ts'
import { visitPageRoutes } from './visit-page-routes.ts'
import { visitRoutes } from './visit-routes.ts'
import { wallRoutes } from './wall-routes.ts'

export const deskTodayRoutes: readonly DeclaredRoute[] = [
  ...todayRoutes,
  ...todayApiRoutes,
  ...visitRoutes,
  ...visitPageRoutes,
  ...boardRoutes,
  ...wallRoutes,
  ...deskVisitRoutes,
]
