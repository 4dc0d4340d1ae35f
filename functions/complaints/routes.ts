import type { DeclaredRoute } from '#functions/http/route.ts'
import { complaintApiRoutes } from './complaint-api-routes.ts'

export const complaintRoutes: readonly DeclaredRoute[] = [...complaintApiRoutes]
