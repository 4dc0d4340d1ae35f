import type { Locale } from '#i18n/locale.ts'

const localeOf = (tag: string): Locale | null =>
  /^zh\b/i.test(tag) ? 'zh-CN' : /^en\b/i.test(tag) ? 'en' : null

/** The language a client likes best among ours, by an Accept-Language header; English otherwise. */
export function preferredLocale(header: string | null): Locale {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...params] = part.trim().split(';')
    const weight = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean)
    return { locale: localeOf(tag), weight: weight === undefined ? 1 : Number(weight) }
  })
  const best = wishes
    .filter((wish) => wish.locale !== null && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]
  return best?.locale ?? 'en'
}
