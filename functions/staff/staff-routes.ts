import type { DeclaredRoute } from '#functions/http/route.ts'
import { accountRoutes } from './account-routes.ts'
import { signInRoutes } from './sign-in-routes.tsx'

export const staffRoutes: readonly DeclaredRoute[] = [...signInRoutes, ...accountRoutes]
