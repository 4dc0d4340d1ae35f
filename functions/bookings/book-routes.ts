import type { DeclaredRoute } from '#functions/http/route.ts'
import { bookChangeRoutes } from './book-change-routes.ts'
import { bookContactRoutes } from './book-contact-routes.ts'
import { bookDoneRoutes } from './book-done-routes.ts'
import { bookMailInRoutes } from './book-mail-in-routes.ts'
import { bookStartRoutes } from './book-start-routes.ts'
import { bookTimesRoutes } from './book-times-routes.ts'

/** The pages of the way to a booking, and of changing it. */
export const bookPageRoutes: readonly DeclaredRoute[] = [
  ...bookStartRoutes,
  ...bookTimesRoutes,
  ...bookContactRoutes,
  ...bookMailInRoutes,
  ...bookDoneRoutes,
  ...bookChangeRoutes,
]
