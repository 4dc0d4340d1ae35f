import type { DeclaredRoute } from '#functions/http/route.ts'

export const deskRepairRoutes: readonly DeclaredRoute[] = []
