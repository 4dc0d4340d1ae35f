import type { DeclaredRoute } from '#functions/http/route.ts'
import { findRoutes } from './find-routes.ts'
import { hotlineApiRoutes } from './hotline-api-routes.ts'
import { hotlineRoutes } from './hotline-routes.ts'
import { requestRoutes } from './request-routes.ts'

export const deskFindRoutes: readonly DeclaredRoute[] = [
  ...findRoutes,
  ...hotlineRoutes,
  ...requestRoutes,
  ...hotlineApiRoutes,
]
