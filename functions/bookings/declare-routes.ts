import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { LOCALES, localePath } from '#i18n/locale.ts'

export type Page = Context<AppEnv>
type Handler = (c: Page) => Response | Promise<Response>

/** A page in every language. */
export const get = (path: string, handler: Handler): readonly DeclaredRoute[] =>
  LOCALES.map((locale) =>
    pageRoute({ audience: 'public', method: 'get', path: localePath(locale, path), handler }),
  )

/** What a page's form sends, in every language. */
export const post = (path: string, handler: Handler): readonly DeclaredRoute[] =>
  LOCALES.map((locale) =>
    pageRoute({
      audience: 'public',
      allowance: 'writes',
      method: 'post',
      path: localePath(locale, path),
      middleware: [formPosts],
      handler,
    }),
  )

/** The address without its last stroke leads to the one with it, with its query. */
export const slashed = (path: string): readonly DeclaredRoute[] =>
  LOCALES.map((locale) =>
    pageRoute({
      audience: 'public',
      method: 'get',
      path: localePath(locale, path),
      handler: (c) =>
        c.redirect(`${localePath(locale, `${path}/`)}${new URL(c.req.url).search}`, 308),
    }),
  )

/** To another page of the site, after a form. */
export const goTo = (c: Page, address: string): Response => c.redirect(address, 303)
