import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import { formatDate, formatMinutes } from '#i18n/format.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import type { MadeChoice } from '../choice-query.ts'

/** Where a slot's button sends it, and what goes with it. */
export type Sending = {
  readonly action: string
  readonly sent: Readonly<Record<string, string | null>>
}

type HoldingProps = {
  readonly locale: Locale
  readonly choice: MadeChoice
  readonly outletCode: string
  readonly service: BookableService
  /** Makes a slot pressed twice one hold. */
  readonly commandId: string
}

/** Holding a slot while the form is filled in. */
export const holding = ({
  locale,
  choice: { fault, model, q, place },
  outletCode,
  service,
  commandId,
}: HoldingProps): Sending => ({
  action: localePath(locale, '/book/hold'),
  sent: { outlet: outletCode, service, fault, model, q, place, commandId },
})

type FormProps = Sending & { readonly label?: string; readonly children: React.ReactNode }

/** A form whose buttons are times. */
export function SlotForm({ action, sent, label, children }: FormProps) {
  return (
    <form method="post" action={action} aria-label={label}>
      {Object.entries(sent).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {children}
    </form>
  )
}

type Slot = { readonly startsAt: number }

/** A time as a button that takes it. */
export function SlotButton({ zone, slot }: { readonly zone: string; readonly slot: Slot }) {
  const { minutes } = wallTimeIn(zone, slot.startsAt)
  return (
    <button className="btn btn-quiet book-slot" type="submit" name="at" value={slot.startsAt}>
      {formatMinutes(minutes)}
    </button>
  )
}

type FirstProps = {
  readonly locale: Locale
  readonly zone: string
  readonly slots: readonly Slot[]
}

/** The first free times, under the day each belongs to. */
export function FirstSlots({ locale, zone, slots }: FirstProps) {
  const dayOf = ({ startsAt }: Slot): string => wallTimeIn(zone, startsAt).date
  const days = [...new Set(slots.map(dayOf))]
  return (
    <dl className="book-first">
      {days.map((day) => (
        <div key={day}>
          <dt>{formatDate(locale, day)}</dt>
          <dd>
            {slots
              .filter((slot) => dayOf(slot) === day)
              .map((slot) => (
                <SlotButton key={slot.startsAt} zone={zone} slot={slot} />
              ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
