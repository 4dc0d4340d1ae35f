import type { DeclaredRoute } from '#functions/http/route.ts'

export const surveyRoutes: readonly DeclaredRoute[] = []
