import type { DeclaredRoute } from '#functions/http/route.ts'
import { feedbackApiRoutes } from './api-routes.ts'
import { complainApiRoutes } from './complain-api-routes.ts'
import { feedbackDeskApiRoutes } from './desk-api-routes.ts'
import { feedbackDeskRoutes } from './desk-routes.ts'
import { feedbackEnterApiRoutes } from './enter-api-routes.ts'
import { feedbackFormRoutes } from './form-routes.ts'
import { feedbackPhotoRoutes } from './photo-routes.ts'
import { feedbackStatusRoutes } from './status-routes.ts'

export const feedbackRoutes: readonly DeclaredRoute[] = [
  ...feedbackFormRoutes,
  ...feedbackStatusRoutes,
  ...feedbackPhotoRoutes,
  ...feedbackDeskRoutes,
  ...feedbackApiRoutes,
  ...complainApiRoutes,
  ...feedbackDeskApiRoutes,
  ...feedbackEnterApiRoutes,
]
