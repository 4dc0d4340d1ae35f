export const LOCALES = ['en', 'zh-CN'] as const
export type Locale = (typeof LOCALES)[number]

const PREFIX: Record<Locale, string> = { en: '', 'zh-CN': '/zh' }

/** The address of a page in a language: `localePath('zh-CN', '/outlets/')` is `/zh/outlets/`. */
export const localePath = (locale: Locale, path: string): string => `${PREFIX[locale]}${path}`

/** Splits an address into its language and its language-free path. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  if (pathname === '/zh') return { locale: 'zh-CN', path: '/' }
  if (pathname.startsWith('/zh/')) return { locale: 'zh-CN', path: pathname.slice(3) }
  return { locale: 'en', path: pathname }
}

/** Each language in its own words. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' }
