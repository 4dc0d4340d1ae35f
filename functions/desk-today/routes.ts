import { deskVisitRoutes } from '#functions/bookings/desk-routes.ts'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { todayRoutes } from './today-routes.ts'
import { visitRoutes } from './visit-routes.ts'

export const deskTodayRoutes: readonly DeclaredRoute[] = [
  ...todayRoutes,
  ...visitRoutes,
  ...deskVisitRoutes,
]
