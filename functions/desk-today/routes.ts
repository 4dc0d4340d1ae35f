import type { DeclaredRoute } from '#functions/http/route.ts'

export const deskTodayRoutes: readonly DeclaredRoute[] = []
