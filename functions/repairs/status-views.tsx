import { type LineStop, RepairLine } from '#components/repairs/repair-line.tsx'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { AskSection } from './views/ask-section.tsx'
import { ChangeSection, HelpSection } from './views/change-section.tsx'
import { CollectSection } from './views/collect-section.tsx'
import { ClockSection, FactsSection } from './views/facts-section.tsx'
import { leadText } from './views/lead-text.ts'
import { lineStops } from './views/line-stops.ts'
import { ParcelSection, SendInSection } from './views/parcel-sections.tsx'
import { ReportSection } from './views/report-section.tsx'
import { sentenceOf } from './views/sentence.ts'
import { modelName, type StatusPage } from './views/status-page.ts'

type Props = { readonly page: StatusPage }

/** What became of the step that was just tried. */
function Notice({ page }: Props) {
  const { notice } = page
  const t = translator(page.locale)
  if (!notice) return null
  return (
    <div className="notice" role="alert" data-notice={notice}>
      <h2>{t(`repairs.notice.${notice}.title`)}</h2>
      <p>{t(`repairs.notice.${notice}.text`)}</p>
    </div>
  )
}

/** To what the reader has to do, or to prepare. */
function Jump({ page }: Props) {
  const { repair, booking, locale } = page
  const t = translator(locale)
  if (repair.ask) {
    return (
      <p className="ask-jump">
        <a className="btn btn-primary" href="#ask">
          {t('repairs.jump.ask')}
        </a>
      </p>
    )
  }
  const byMail = repair.wayIn === 'mail_in'
  if (repair.status !== 'requested' || !(byMail || booking?.status === 'booked')) return null
  return (
    <p>
      <a className="btn btn-quiet" href={localePath(locale, '/book/done/')}>
        {t(byMail ? 'repairs.jump.mail_in' : 'repairs.jump.visit')}
      </a>
    </p>
  )
}

/** The one sentence, and which repair it speaks of. */
function Heading({ page }: Props) {
  const t = translator(page.locale)
  const lead = leadText(page)
  return (
    <header className="repair-status" data-status={page.repair.status}>
      <p className="repair-what">
        <span className="whitespace-nowrap">{spellCode(page.repair.code)}</span>
        <span>{modelName(page)}</span>
        {page.home.tags.includes('demo') ? <span>{t('repairs.demo')}</span> : null}
      </p>
      <h1>{sentenceOf(page)}</h1>
      {lead ? <p className="repair-lead">{lead}</p> : null}
      <Jump page={page} />
    </header>
  )
}

function LineSection({ page }: Props) {
  const { locale } = page
  const stops: readonly LineStop[] = lineStops(page)
  return (
    <section aria-labelledby="line">
      <h2 id="line">{translator(locale)('repairs.line.title')}</h2>
      <RepairLine locale={locale} stops={stops} />
    </section>
  )
}

/** A repair as its customer sees it: one sentence, the line, then everything that can be asked. */
export function StatusView({ page }: Props) {
  return (
    <>
      <Notice page={page} />
      <Heading page={page} />
      <div className="repair-columns">
        <LineSection page={page} />
        <div className="repair-now">
          <AskSection page={page} />
          <CollectSection page={page} />
          <SendInSection page={page} />
          <ParcelSection page={page} />
          <FactsSection page={page} />
          <ReportSection page={page} />
        </div>
        <div>
          <ClockSection page={page} />
          <ChangeSection page={page} />
          <HelpSection page={page} />
        </div>
      </div>
    </>
  )
}
