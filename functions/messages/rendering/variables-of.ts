import { isStoppedAt } from '#domain/bookings/bookable.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Template, TemplateVariables } from '#domain/messages/templates.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { lapsesAt } from '#domain/repairs/intake.ts'
import type { ShownRepair } from '#functions/repairs/show-repair.ts'
import type { Locale } from '#i18n/locale.ts'
import { shortDate, shortOutlet, shortTime } from './short-words.ts'

type Facts = { readonly shown: ShownRepair; readonly locale: Locale; readonly link: string }
type Make<Variables> = (facts: Facts) => Variables | null

const linked: Make<{ link: string }> = ({ link }) => ({ link })

/** Without dashes where every letter counts; it is read either way. */
const coded: Make<{ link: string; code: string }> = ({ shown, locale, link }) => ({
  link,
  code: locale === 'en' ? spellCode(shown.repair.code) : shown.repair.code,
})

const timed =
  (
    timeOf: (shown: ShownRepair) => number | null | undefined,
  ): Make<{ link: string; time: string }> =>
  ({ shown, locale, link }) => {
    const at = timeOf(shown)
    return typeof at === 'number' ? { link, time: shortTime(locale, shown.home.zone, at) } : null
  }

const atHome: Make<{ link: string; outlet: string }> = ({ shown, locale, link }) => ({
  link,
  outlet: shortOutlet(locale, shown.home),
})

const visitTime = timed(({ booking, repair }) => booking?.startsAt ?? repair.visitAt)
const answerTime = timed(({ repair }) => repair.ask?.expiresAt)

const MAKE: { readonly [One in Template]: Make<TemplateVariables[One]> } = {
  ticket_code: coded,
  ticket_code_no_visit: coded,
  ticket_code_mail_in: coded,
  code_again: coded,
  visit_moved: visitTime,
  visit_cancelled: linked,
  visit_stopped: (facts) => {
    const { booking, repair, home } = facts.shown
    const startsAt = booking?.startsAt ?? repair.visitAt ?? null
    return startsAt !== null && isStoppedAt(home, startsAt) ? visitTime(facts) : null
  },
  received: coded,
  answer_needed: answerTime,
  answer_reminder: answerTime,
  answer_reminder_last: answerTime,
  part_date: ({ shown, locale, link }) => {
    const date = shown.repair.partExpectedOn
    return date === null ? null : { link, date: shortDate(locale, date) }
  },
  ready_repaired: atHome,
  ready_repaired_post: linked,
  ready_exchanged: atHome,
  ready_exchanged_post: linked,
  ready_certified: linked,
  ready_certified_post: linked,
  ready_refunded: linked,
  not_repaired: linked,
  not_repaired_post: linked,
  returned_as_it_was: linked,
  returned_as_it_was_post: linked,
  returned_no_answer: linked,
  returned_no_answer_post: linked,
  moving: ({ shown, locale, link }) => ({ link, outlet: shortOutlet(locale, shown.outlet) }),
  on_its_way: ({ shown, link }) => {
    const tracking = shown.repair.parcelOut?.tracking
    return tracking ? { link, tracking } : null
  },
  report: linked,
  refund_sent: linked,
  back_again: linked,
  lost: linked,
  found: linked,
  news: linked,
  new_time: timed(({ repair }) => repair.promise?.currentAt),
  cancelled: linked,
  lapse_reminder: ({ shown, locale, link }) => {
    const at = lapsesAt(shown.repair, shown.booking?.startsAt)
    return { link, date: shortDate(locale, wallTimeIn(shown.home.zone, at).date) }
  },
  lapsed: linked,
  uncollected_reminder: atHome,
  uncollected_reminder_second: atHome,
  uncollected_reminder_last: atHome,
  last_notice: linked,
}

/** The variables of a message as they are read in its language; null = what it would say isn't there any more. */
export const variablesOf = <One extends Template>(
  template: One,
  facts: Facts,
): TemplateVariables[One] | null => MAKE[template](facts)
