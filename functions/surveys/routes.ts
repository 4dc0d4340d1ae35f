import type { DeclaredRoute } from '#functions/http/route.ts'
import { callbackRoutes } from './callback-routes.ts'
import { surveyDeskRoutes } from './desk-routes.ts'
import { surveyApiRoutes } from './survey-api-routes.ts'
import { surveyPageRoutes } from './survey-routes.ts'

export const surveyRoutes: readonly DeclaredRoute[] = [
  ...surveyPageRoutes,
  ...callbackRoutes,
  ...surveyDeskRoutes,
  ...surveyApiRoutes,
]
