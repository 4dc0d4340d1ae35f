import { LOCALES, type Locale, localePath, splitLocale } from '#i18n/locale.ts'
import type { RequestContext } from './context.ts'

export type ShellPage = {
  /** Without the brand. */
  readonly title: string
  readonly view: { toString(): string }
  readonly status?: number
  /** Language-free address that the language switch keeps, with its query: `/outlets/search?q=Xi'an`. */
  readonly path: string
  /** Whether search engines may list the page. */
  readonly listed?: boolean
  readonly headers?: Readonly<Record<string, string>>
  /** The desk has a shell of its own, with a head that knows who is there. */
  readonly desk?: { readonly head: { toString(): string } }
}

type Pouring = Pick<RequestContext, 'assets' | 'locale' | 'config'>

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** What is left of a page when no site is deployed beside the Worker: the words, without a look. */
const bareShell = (locale: Locale): Response =>
  new Response(
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title></title></head><body><main id="main" data-shell></main></body></html>`,
  )

async function shellOf({ assets, locale }: Pouring, name: 'public' | 'desk'): Promise<Response> {
  // By address alone: a browser's conditional headers would bring a 304 with nothing to pour into.
  const request = new Request(`https://assets.local/shell/${name}.${locale}/`)
  const shell = await assets.fetch(request).catch(() => null)
  return shell?.ok ? shell : bareShell(locale)
}

const absolute = (siteUrl: string, locale: Locale, path: string): string =>
  escapeHtml(`${siteUrl}${localePath(locale, path)}`)

function headLinks({ locale, config }: Pouring, path: string): string {
  const { siteUrl, defaultLocale } = config
  const alternates = LOCALES.map(
    (language) =>
      `<link rel="alternate" hreflang="${language}" href="${absolute(siteUrl, language, path)}">`,
  )
  return [
    `<link rel="canonical" href="${absolute(siteUrl, locale, path)}">`,
    ...alternates,
    `<link rel="alternate" hreflang="x-default" href="${absolute(siteUrl, defaultLocale, path)}">`,
  ].join('')
}

const languageOf = (element: Element): Locale | null =>
  LOCALES.find((locale) => locale === element.getAttribute('hreflang')) ?? null

function fill(pouring: Pouring, page: ShellPage): HTMLRewriter {
  const { view, title, path, listed = false, desk } = page
  const rewriter = new HTMLRewriter()
    .on('title', {
      element: (element) => void element.setInnerContent(`${title} · ${pouring.config.brand.name}`),
    })
    .on('main[data-shell]', {
      element(element) {
        element.removeAttribute('data-shell')
        element.setInnerContent(String(view), { html: true })
      },
    })
    .on('header[data-desk-head]', {
      element(element) {
        element.removeAttribute('data-desk-head')
        if (desk) element.setInnerContent(String(desk.head), { html: true })
      },
    })
    .on('a[data-language-link]', {
      element(element) {
        const language = languageOf(element)
        if (language) element.setAttribute('href', escapeHtml(localePath(language, path)))
      },
    })
    .on('.site-nav a', {
      element(element) {
        const station = splitLocale(element.getAttribute('href') ?? '').path
        const [here = ''] = path.split('?')
        if (here === station) element.setAttribute('aria-current', 'page')
        else if (here.startsWith(station)) element.setAttribute('aria-current', 'true')
        else element.removeAttribute('aria-current')
      },
    })
  if (!listed) return rewriter
  return rewriter
    .on('meta[name=robots]', { element: (element) => void element.remove() })
    .on('head', {
      element: (element) => void element.append(headLinks(pouring, path), { html: true }),
    })
}

/**
 * Pours a view into the shell that the site build made, so that edge pages look like all others.
 * Nothing of the shell's own caching survives: its ETag would make two different pages one.
 */
export async function pourPage(pouring: Pouring, page: ShellPage): Promise<Response> {
  const shell = await shellOf(pouring, page.desk ? 'desk' : 'public')
  const poured = fill(pouring, page).transform(new Response(shell.body))
  return new Response(poured.body, {
    status: page.status ?? 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': pouring.locale,
      'Cache-Control': 'no-store',
      ...page.headers,
    },
  })
}
