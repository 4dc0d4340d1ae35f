import type { DeclaredRoute } from '#functions/http/route.ts'

export const feedbackRoutes: readonly DeclaredRoute[] = []
