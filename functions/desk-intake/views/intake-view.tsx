import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { IMEI_REFUSALS } from '#domain/identifiers/imei.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import type { MessageKey } from '#i18n/translate.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { IntakeFaults } from '../intake-query.ts'
import type { IntakeCase } from '../load-intake.ts'
import type { IntakeProposal } from '../propose-intake.ts'
import type { DeviceHistory } from '../show-history.ts'
import { type Typed, textOf } from '../typed.ts'
import { DevicePart } from './device-part.tsx'
import type { Filling } from './fields.tsx'
import { coverageText, priceText, promiseText } from './intake-texts.ts'
import { ConditionPart, FaultPart } from './phone-parts.tsx'
import { QuickPart } from './quick-part.tsx'
import { CoveragePart, CustomerPart, PromisePart } from './terms-parts.tsx'

/** What the page says above the form, because of what happened since it was sent or shown. */
export type IntakeNotice = {
  readonly key: MessageKey
  /** What changed meanwhile, each with its time. */
  readonly changes: readonly { readonly key: MessageKey; readonly at: number }[]
  /** The repair that can't be taken in any more. */
  readonly closedCode: string | null
}

export type IntakePage = {
  readonly locale: Locale
  readonly config: FixpointConfig
  readonly now: number
  readonly found: IntakeCase
  readonly typed: Typed
  readonly faults: IntakeFaults
  readonly notice: IntakeNotice | null
  readonly history: DeviceHistory | null
  readonly proposal: IntakeProposal
  /** Idempotency key of the form as it is sent next. */
  readonly commandId: string
  readonly focus: string
}

function subjectText(t: Translate, locale: Locale, { announced, visit, outlet }: IntakeCase) {
  if (announced) {
    const { code, wayIn } = announced.repair
    const startsAt = announced.booking?.startsAt ?? null
    const how =
      wayIn === 'mail_in'
        ? t('desk.intake.form.mail_in')
        : startsAt &&
          t('desk.intake.form.booked_for', { time: timeText(locale, outlet.zone, startsAt) })
    return [t('desk.intake.form.announced', { code: spellCode(code) }), how]
      .filter(Boolean)
      .join(' · ')
  }
  if (visit?.isFurther) {
    return t('desk.intake.form.further', { code: spellCode(visit.booking.code) })
  }
  const number = visit?.booking.queueNumber
  return number ? t('desk.intake.form.visit', { number }) : t('desk.intake.form.walk_in')
}

const Notice = ({ page, t }: { readonly page: IntakePage; readonly t: Translate }) => {
  const { notice, locale, found } = page
  if (!notice) return null
  return (
    <div className="desk-alarm" role="alert">
      <p>{t(notice.key as 'desk.intake.stale')}</p>
      {notice.changes.length > 0 && (
        <ul className="desk-list">
          {notice.changes.map(({ key, at }) => (
            <li key={`${at} ${key}`}>
              {timeText(locale, found.outlet.zone, at)} {t(key as 'desk.intake.event.other')}
            </li>
          ))}
        </ul>
      )}
      {notice.closedCode && (
        <p>
          {t('desk.intake.gone')}{' '}
          <a href={`/desk/repairs/${notice.closedCode}/`}>{t('desk.intake.gone.open')}</a>
        </p>
      )}
    </div>
  )
}

const Faults = ({ faults, t }: { readonly faults: IntakeFaults; readonly t: Translate }) => {
  const wrong = Object.entries(faults)
  if (wrong.length === 0) return null
  return (
    <div className="desk-alarm" role="alert">
      <p>{t('desk.intake.errors')}</p>
      <ul className="desk-list">
        {wrong.map(([field, fault]) => (
          <li key={field}>
            <a href={`#${field}`}>{t(`desk.intake.error.${fault}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What tells the form's command apart: which record, as it was seen, and which sending. */
const Hidden = ({ page: { found, commandId } }: { readonly page: IntakePage }) => {
  const { announced, visit, outlet } = found
  const fields = {
    outlet: outlet.code,
    commandId,
    ...(announced && { code: announced.repair.code, version: String(announced.repair.version) }),
    ...(visit && { ticket: visit.booking.code, further: visit.isFurther ? 'yes' : '' }),
  }
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

/** Words that the browser needs at once: what can be wrong with a number. */
const DeviceFaultTexts = ({ t }: { readonly t: Translate }) => (
  <ul hidden data-faults>
    {[...IMEI_REFUSALS, 'same_twice' as const].map((fault) => (
      <li key={fault} data-fault={fault}>
        {t(`desk.intake.error.${fault}`)}
      </li>
    ))}
  </ul>
)

const Parts = ({ page, filling }: { readonly page: IntakePage; readonly filling: Filling }) => {
  const { locale, config, found, typed, history, proposal, now } = page
  const { catalogue, currency } = config
  const isAnnounced = found.announced !== null
  const asked = { model: textOf(typed, 'model'), fault: textOf(typed, 'fault') }
  return (
    <>
      <DevicePart {...{ filling, locale, catalogue, history, isAnnounced }} />
      <FaultPart {...{ filling, catalogue, isAnnounced }} isOneHour={proposal.isOneHour} />
      <ConditionPart filling={filling} />
      <CustomerPart filling={filling} />
      <CoveragePart
        {...{ filling, locale, currency }}
        today={wallTimeIn(found.outlet.zone, now).date}
        coverageText={coverageText(locale, proposal.coverage)}
        priceText={priceText(locale, asked, config)}
      />
      <PromisePart
        {...{ filling, isAnnounced }}
        promiseText={promiseText(locale, found.outlet, proposal)}
      />
      <QuickPart {...{ filling, locale, currency }} />
    </>
  )
}

/** The form that takes a phone in: announced or not, it is the same one. */
export const IntakeView = ({ page }: { readonly page: IntakePage }) => {
  const { locale, found, typed, faults, notice, focus } = page
  const t = translator(locale)
  const filling: Filling = { t, typed, faults, focus }
  return (
    <div className="intake">
      <h1>{t('desk.intake.title')}</h1>
      <p>
        <strong>{subjectText(t, locale, found)}</strong>{' '}
        {t('desk.intake.at', { outlet: found.outlet.name[locale] })}
      </p>
      <Notice page={page} t={t} />
      <Faults faults={faults} t={t} />
      <intake-form data-src="/desk/intake/history">
        <form className="intake-form" method="post" action="/desk/intake/" noValidate>
          <Hidden page={page} />
          <Parts page={page} filling={filling} />
          <div className="intake-go">
            <button
              className="btn btn-primary"
              type="submit"
              name="act"
              value="take"
              disabled={notice?.closedCode ? true : undefined}
            >
              {t('desk.intake.go')}
            </button>
            <p className="desk-muted" data-keys hidden>
              {t('desk.intake.keys')}
            </p>
          </div>
        </form>
        <DeviceFaultTexts t={t} />
      </intake-form>
    </div>
  )
}
