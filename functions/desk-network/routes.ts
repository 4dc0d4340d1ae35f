import type { DeclaredRoute } from '#functions/http/route.ts'
import { noticeRoutes } from '#functions/notices/notice-routes.ts'
import { confirmRoutes } from './confirm-routes.ts'
import { messagesDeskRoutes } from './messages-routes.ts'
import { outletApiRoutes } from './outlet-api-routes.ts'
import { outletPageRoutes } from './outlet-routes.ts'
import { outletStopRoutes } from './outlet-stop-routes.ts'
import { placeApiRoutes } from './place-api-routes.ts'
import { placeRoutes } from './place-routes.ts'
import { siteRoutes } from './site-routes.ts'
import { staffApiRoutes } from './staff-api-routes.ts'
import { staffPageRoutes } from './staff-routes.ts'

export const deskNetworkRoutes: readonly DeclaredRoute[] = [
  ...[...staffPageRoutes, ...staffApiRoutes],
  ...[...outletPageRoutes, ...outletApiRoutes, ...outletStopRoutes, ...confirmRoutes],
  ...[...placeRoutes, ...placeApiRoutes],
  ...[...messagesDeskRoutes, ...noticeRoutes, ...siteRoutes],
]
