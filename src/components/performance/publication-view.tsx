import type { OutletFunnel } from '#domain/publications/outlet-funnel.ts'
import type { ComingPublication } from '#domain/publications/publication-calendar.ts'
import type { PublicationEntry } from '#domain/publications/publication-document.ts'
import type { ToldFigures, Verdict } from '#domain/publications/told-figures.ts'
import type { ToldOtherwise } from '#domain/publications/told-otherwise.ts'
import type { Stage } from '#domain/standards/standard.ts'
import { fullMonth } from '#i18n/format.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'
import { FunnelPart } from './funnel-part.tsx'
import { type Kept, PromiseLine } from './promise-line.tsx'
import { dayText, NextPublication, PublicationFiles, PublicationLog } from './publication-log.tsx'
import { TimePart } from './time-part.tsx'
import { ComplaintsPart, SatisfactionPart } from './voices-part.tsx'
import { WeakPoints } from './weak-points.tsx'

export type KeptStage = { readonly stage: Stage; readonly promises: readonly Kept[] }

export type PublicationPage = {
  readonly locale: Locale
  readonly told: ToldFigures
  readonly entry: PublicationEntry
  /** All that were published, the newest first. */
  readonly entries: readonly PublicationEntry[]
  readonly stages: readonly KeptStage[]
  readonly compared: OutletFunnel | null
  /** Months that earlier publications told otherwise. */
  readonly changed: readonly ToldOtherwise[]
  readonly next: ComingPublication
  readonly nameOf: (code: string) => string
  readonly hasPage: (code: string) => boolean
}

type Props = { readonly page: PublicationPage }

const countOf = ({ stages }: PublicationPage, verdict: Verdict | null): number =>
  stages
    .flatMap(({ promises }) => promises)
    .filter(({ outcome }) => (outcome?.verdict ?? null) === verdict).length

/** The whole of it in a sentence. */
export function summaryText(page: PublicationPage): string {
  const { locale, entry } = page
  const [kept, missed] = [countOf(page, 'kept'), countOf(page, 'missed')]
  const unsure = countOf(page, 'too_few') + countOf(page, 'no_data')
  return translator(locale)('performance.summary', {
    month: fullMonth(locale, entry.month),
    ...{ kept, missed, unsure, counted: kept + missed + unsure },
  })
}

const Head = ({ page }: Props) => {
  const { locale, entry, told } = page
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t('performance.title_of', { month: fullMonth(locale, entry.month) })}</h1>
      {told.document.publication.isDemo && <p className="demo-note">{t('performance.demo')}</p>}
      <p className="perf-summary">{summaryText(page)}</p>
      <p className="notes">
        {t('performance.frozen', {
          number: entry.number,
          date: dayText(locale, entry.frozenAt),
        })}{' '}
        {t('standards.law_note')}
      </p>
    </div>
  )
}

const Promises = ({ page: { locale, stages } }: Props) => {
  const t = translator(locale)
  return (
    <section className="perf-part" aria-labelledby="promises">
      <h2 id="promises">{t('performance.promises')}</h2>
      {stages.map(({ stage, promises }) => (
        <div key={stage}>
          <h3 className="perf-stage">{t(`standards.stage.${stage}`)}</h3>
          <ul>
            {promises.map((kept) => (
              <PromiseLine key={kept.standard.id} locale={locale} kept={kept} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

const Facts = ({ page: { locale, told, entry } }: Props) => {
  const t = translator(locale)
  const { outlets, cities, oneHourOutlets } = told.document.network
  const facts = [
    [t('pages.home.outlets'), outlets],
    [t('pages.home.cities'), cities],
    [t('pages.home.one_hour'), oneHourOutlets],
  ] as const
  return (
    <section className="perf-part" aria-labelledby="network">
      <h2 id="network">{t('performance.network')}</h2>
      <dl className="figures">
        {facts.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="notes">{t('performance.facts', { date: dayText(locale, entry.frozenAt) })}</p>
      <p>
        <a className="tap-target" href={localePath(locale, '/performance/coverage/')}>
          {t('coverage.title')}
        </a>
      </p>
    </section>
  )
}

const Method = ({ page: { locale, entry, next } }: Props) => {
  const t = translator(locale)
  return (
    <section className="perf-part prose-column" aria-labelledby="method">
      <h2 id="method">{t('performance.files')}</h2>
      <p>{t('performance.files_note')}</p>
      <PublicationFiles locale={locale} entry={entry} />
      <p>
        <a className="tap-target" href={localePath(locale, '/performance/kpis/')}>
          {t('performance.all_figures')}
        </a>
      </p>
      <p>
        <a className="tap-target" href="/data/publications/recompute.mjs">
          {t('performance.recompute')}
        </a>
      </p>
      <p>
        <a className="tap-target" href={localePath(locale, '/performance/feed.xml')}>
          {t('performance.feed')}
        </a>
      </p>
      <h3>{t('performance.next_title')}</h3>
      <NextPublication locale={locale} next={next} />
    </section>
  )
}

/** What a publication says, all of it out of its document. */
export const PublicationView = ({ page }: Props) => {
  const { locale, told, stages, compared, entries } = page
  const uncounted = stages
    .flatMap(({ promises }) => promises)
    .flatMap(({ outcome, reach, standard }) => (outcome || reach ? [] : [standard]))
  return (
    <>
      <Head page={page} />
      <Promises page={page} />
      <SatisfactionPart locale={locale} told={told} />
      <ComplaintsPart locale={locale} told={told} />
      <TimePart locale={locale} told={told} />
      {compared && <FunnelPart {...page} compared={compared} />}
      <Facts page={page} />
      <WeakPoints {...{ locale, told, uncounted }} />
      <Method page={page} />
      <PublicationLog
        {...{ locale, entries, changed: page.changed, definitions: told.document.definitions }}
      />
    </>
  )
}
