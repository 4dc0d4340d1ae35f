import type { FixpointConfig } from '#config'
import type { ShownRepair } from '#functions/repairs/show-repair.ts'
import { leadText } from '#functions/repairs/views/lead-text.ts'
import { sentenceOf } from '#functions/repairs/views/sentence.ts'
import type { StatusPage } from '#functions/repairs/views/status-page.ts'
import { LOCALES, type Locale } from '#i18n/locale.ts'

type Setting = {
  readonly now: number
  readonly config: Pick<FixpointConfig, 'catalogue' | 'hotline' | 'mailIn' | 'brand'>
}

/** As its customer's page says it, and nothing beside: no name, no fault, no price but what is to pay. */
function sentence(shown: ShownRepair, locale: Locale, { now, config }: Setting): string {
  const page: StatusPage = {
    ...shown,
    ...{ locale, now, config, via: 'lookup', askVersion: null, commandId: '' },
    ...{ notice: null, mistyped: null },
  }
  const end = locale === 'en' ? '. ' : '。'
  return `${sentenceOf(page)}${end}${leadText(page)}`.trim()
}

/** What an agent may read out, the language of the customer's messages first. */
export const toldSentences = (shown: ShownRepair, setting: Setting) =>
  [...LOCALES]
    .sort((a) => (a === shown.repair.locale ? -1 : 1))
    .map((locale) => [locale, sentence(shown, locale, setting)] as const)
