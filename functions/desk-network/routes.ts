import type { DeclaredRoute } from '#functions/http/route.ts'
import { outletPageRoutes } from './outlet-routes.ts'
import { staffApiRoutes } from './staff-api-routes.ts'
import { staffPageRoutes } from './staff-routes.ts'

export const deskNetworkRoutes: readonly DeclaredRoute[] = [
  ...[...staffPageRoutes, ...staffApiRoutes],
  ...outletPageRoutes,
]
