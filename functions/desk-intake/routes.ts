import type { DeclaredRoute } from '#functions/http/route.ts'
import { intakeApiRoutes } from './api-routes.ts'

export const deskIntakeRoutes: readonly DeclaredRoute[] = [...intakeApiRoutes]
