import type { DeclaredRoute } from '#functions/http/route.ts'

export const standardRoutes: readonly DeclaredRoute[] = []
