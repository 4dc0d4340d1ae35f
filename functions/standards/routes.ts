import type { DeclaredRoute } from '#functions/http/route.ts'
import { standardApiRoutes } from './api-routes.ts'
import { deskStandardRoutes } from './desk-routes.ts'
import { pledgeRoutes } from './pledge-routes.ts'
import { publicStandardRoutes } from './public-routes.ts'

export const standardRoutes: readonly DeclaredRoute[] = [
  ...publicStandardRoutes,
  ...deskStandardRoutes,
  ...pledgeRoutes,
  ...standardApiRoutes,
]
