import type { Context } from 'hono'
import { networkZone } from '#domain/outlets/network-zone.ts'
import type { Analysis } from '#domain/voices/analysis.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { translator } from '#i18n/translate.ts'
import type { HeardRegion } from './analyse-voices.ts'
import type { Verbatims } from './read-verbatims.ts'
import { VoicesView } from './views/voices-view.tsx'
import { WordsView } from './views/words-view.tsx'
import type { VoicesAsked } from './voices-query.ts'

type Page = Context<AppEnv>

type Figures = {
  readonly ask: VoicesAsked
  readonly regions: readonly HeardRegion[]
  /** null = what was asked can't be taken. */
  readonly analysis: Analysis | null
}

export async function voicesPage(c: Page, figures: Figures): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const view = <VoicesView {...{ t, locale, ...figures }} />
  const status = figures.analysis ? 200 : 422
  return await deskPage(c, { title: t('desk.voices.title'), view, status })
}

type Words = Pick<Verbatims, 'verbatims' | 'next'> & { readonly ask: VoicesAsked }

export async function wordsPage(c: Page, { ask, verbatims, next }: Words): Promise<Response> {
  const { locale, config } = c.var.context
  const t = translator(locale)
  const zone = networkZone(config)
  const view = <WordsView {...{ t, locale, zone, ask, verbatims, next }} />
  return await deskPage(c, { title: t('desk.voices.words'), view })
}
