import { StepButton } from '#functions/desk-today/views/step-button.tsx'
import { timeShort } from '#functions/desk-today/views/texts.ts'
import { addressOfVisit, type RepairPage } from './repair-page.ts'

type Props = { readonly page: RepairPage }

/** Whether a phone is only announced, and this person may take it in: the counter's form asks for more than the step. */
export const isArriving = ({ shown }: RepairPage): boolean =>
  shown.allowed.includes('receive') && shown.may('intake.take')

/** When the customer is expected, and what has become of that visit. */
function VisitLine({ page }: Props) {
  const { t, shown, locale, now, config } = page
  const { booking, home } = shown
  if (!booking) return null
  const { code, status, startsAt, queueNumber } = booking
  const voice = { t, locale, now, catalogue: config.catalogue }
  const facts = [
    t(`desk.today.visit_is.${status}`),
    ...(startsAt === null ? [] : [timeShort(voice, home.zone, startsAt)]),
    ...(queueNumber === null ? [] : [t('desk.today.number_at_counter', { number: queueNumber })]),
  ]
  return (
    <p>
      {facts.join(' · ')} <a href={addressOfVisit(code)}>{t('desk.repair.visit.open')}</a>
    </p>
  )
}

/** A phone that hasn't been handed in: its customer is let into the queue, or the phone is taken in at once. */
export function ArrivalPart({ page }: Props) {
  const { t, shown } = page
  const { booking, repair } = shown
  const outlet = repair.homeOutlet
  const isExpected = booking?.status === 'booked' || booking?.status === 'no_show'
  const drawsNumber = isExpected && shown.may('queue.run')
  const intake = `/desk/intake/?${new URLSearchParams({ code: repair.code, outlet })}`
  return (
    <>
      <VisitLine page={page} />
      <div className="desk-row">
        {drawsNumber ? (
          <StepButton
            {...{ code: booking.code, version: booking.version, back: { outlet }, isMain: true }}
            action="arrive"
            label={t('desk.repair.visit.arrive')}
          />
        ) : null}
        <a className={drawsNumber ? 'btn' : 'btn btn-primary'} id="take-in" href={intake}>
          {t('desk.today.take_in')}
        </a>
      </div>
    </>
  )
}
