import type { DeclaredRoute } from '#functions/http/route.ts'

export const deskIntakeRoutes: readonly DeclaredRoute[] = []
