import type { DeclaredRoute } from '#functions/http/route.ts'
import { findRoutes } from './find-routes.ts'

export const deskFindRoutes: readonly DeclaredRoute[] = [...findRoutes]
