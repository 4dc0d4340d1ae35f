import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

export const STEPS = ['fault', 'where', 'contact'] as const
export type Step = (typeof STEPS)[number]

/** `Step 2 of 3: Where and when · Book a repair`; with faults in the page it begins by saying so. */
export function stepTitle(locale: Locale, step: Step, hasErrors = false): string {
  const t = translator(locale)
  const title = t('bookings.title', {
    step: STEPS.indexOf(step) + 1,
    steps: STEPS.length,
    name: t(`bookings.step.${step}`),
  })
  return `${hasErrors ? t('bookings.error_title', { title }) : title} · ${t('bookings.name')}`
}

type Props = {
  readonly locale: Locale
  readonly now: Step
  /** Where a step that is done can be done anew. */
  readonly back: Readonly<Partial<Record<Step, string>>>
}

/** The way to a booking as a line with three stations. */
export function StepLine({ locale, now, back }: Props) {
  const t = translator(locale)
  const at = STEPS.indexOf(now)
  return (
    <ol className="book-line" aria-label={t('bookings.steps')}>
      {STEPS.map((step, place) => (
        <li
          key={step}
          className="book-stop"
          data-state={place < at ? 'done' : place === at ? 'now' : 'ahead'}
          aria-current={place === at ? 'step' : undefined}
        >
          {place < at && back[step] ? (
            <a href={back[step]}>{t(`bookings.step.${step}`)}</a>
          ) : (
            <span>{t(`bookings.step.${step}`)}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
