import type { DeclaredRoute } from '#functions/http/route.ts'
import { countApiRoutes } from './count-api-routes.ts'
import { countRoutes } from './count-routes.ts'
import { findRoutes } from './find-routes.ts'
import { hotlineApiRoutes } from './hotline-api-routes.ts'
import { hotlineRoutes } from './hotline-routes.ts'
import { requestRoutes } from './request-routes.ts'

export const deskFindRoutes: readonly DeclaredRoute[] = [
  ...findRoutes,
  ...hotlineRoutes,
  ...requestRoutes,
  ...hotlineApiRoutes,
  ...countRoutes,
  ...countApiRoutes,
]
