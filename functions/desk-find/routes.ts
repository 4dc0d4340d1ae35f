import type { DeclaredRoute } from '#functions/http/route.ts'

export const deskFindRoutes: readonly DeclaredRoute[] = []
