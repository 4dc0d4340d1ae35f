import type { DeclaredRoute } from '#functions/http/route.ts'
import { contestRoutes } from './contest-routes.ts'
import { deskPublicationRoutes } from './desk-routes.ts'
import { publicPublicationRoutes } from './public-routes.ts'

export const publicationRoutes: readonly DeclaredRoute[] = [
  ...publicPublicationRoutes,
  ...contestRoutes,
  ...deskPublicationRoutes,
]
