import type { DeclaredRoute } from '#functions/http/route.ts'
import { accessLogRoutes } from './access-log-routes.ts'
import { accountApiRoutes } from './account-api-routes.ts'
import { accountRoutes } from './account-routes.ts'
import { signInRoutes } from './sign-in-routes.tsx'

export const staffRoutes: readonly DeclaredRoute[] = [
  ...signInRoutes,
  ...accountRoutes,
  ...accountApiRoutes,
  ...accessLogRoutes,
]
