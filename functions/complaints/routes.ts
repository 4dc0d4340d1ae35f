import type { DeclaredRoute } from '#functions/http/route.ts'

export const complaintRoutes: readonly DeclaredRoute[] = []
