import type { DeclaredRoute } from '#functions/http/route.ts'

export const deskNetworkRoutes: readonly DeclaredRoute[] = []
