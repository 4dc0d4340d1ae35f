import { bucketOf } from '#domain/outlets/bucket.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { IncomingOutlet, PresentOutlet } from '#functions/outlets/import-outlets.ts'
import { outletFromRow } from '#functions/outlets/outlet-rows.ts'
import type { CompileHours } from '../hours/hours-compiler.ts'
import type { OutletDraft } from './outlet-draft.ts'
import { BadCell } from './row-problem.ts'

const NOWHERE: Outlet['door'] = { floor: null, shop: null, metroExit: null }

const languages = new Map<string, string>()
/** The language most spoken where nobody says which are spoken at the counter. */
function likelyLanguage(countryCode: string): string {
  const known = languages.get(countryCode)
  if (known) return known
  const { language } = new Intl.Locale(`und-${countryCode}`).maximize()
  languages.set(countryCode, language)
  return language
}

/** What a new outlet is where its file is silent. See docs/decisions/outlet-import.md. */
function newOutlet(draft: OutletDraft): Outlet {
  return {
    ...draft.given,
    code: draft.code,
    kind: draft.partner ? 'special_service_centre' : 'customer_service_centre',
    tags: [],
    ownership: draft.partner ? 'authorised' : 'owned',
    partnerId: null,
    regionId: '',
    operation: 'open',
    suspension: null,
    qualification: 'qualified',
    qualificationSince: null,
    services: { repair: 'done' },
    productFamilies: ['phone'],
    address: { en: '', 'zh-CN': '' },
    door: NOWHERE,
    phones: [],
    hoursText: null,
    hours: null,
    hoursCheckedOn: null,
    languages: [likelyLanguage(draft.countryCode)],
    stepFree: null,
    counterSeats: 2,
    benches: 1,
    bucket: bucketOf(draft.code),
    openedOn: null,
    closedOn: null,
  }
}

/** The database would refuse these; the row's reader can't see them, for the rest stands in the hub. */
function refuseContradictions(outlet: Outlet): Outlet {
  if (outlet.operation === 'closed' && !outlet.closedOn) {
    throw new BadCell('closedOn', 'a closed outlet needs the date it closed on')
  }
  if (outlet.ownership === 'owned' && outlet.partnerId) {
    throw new BadCell('ownership', 'an outlet that a partner runs is authorised, not owned')
  }
  return outlet
}

/** Keeps compiled hours whose text, zone and intake are what they were: recompiling is another job. */
function hoursFor(
  draft: OutletDraft,
  outlet: Outlet,
  intake: { readonly now: number | null; readonly before: number | null | undefined },
  present: Outlet | null,
  compile: CompileHours,
): Outlet['hours'] {
  const text = outlet.hoursText
  if (text === null) return null
  const kept = present?.hoursText === text && present.zone === outlet.zone
  if (present && kept && intake.now === intake.before) return present.hours
  const { countryCode } = draft
  const result = compile({ text, countryCode, zone: outlet.zone, lastIntakeMinutes: intake.now })
  return result.ok ? result.hours : null
}

/**
 * The outlet a draft makes: what the file says, over what the hub holds, over the defaults of a new
 * outlet. Throws BadCell where the whole contradicts itself.
 */
export function completeOutlet(
  draft: OutletDraft,
  present: PresentOutlet | null,
  compile: CompileHours,
): IncomingOutlet {
  const before = present && outletFromRow(present.row)
  const base = before ?? newOutlet(draft)
  const intakeBefore = present
    ? ((present.row.last_intake_minutes ?? null) as number | null)
    : undefined
  const lastIntakeMinutes = draft.lastIntakeMinutes ?? intakeBefore ?? null
  const partnerId = draft.partner === undefined ? base.partnerId : (draft.partner?.id ?? null)
  const merged: Outlet = {
    ...base,
    ...draft.given,
    regionId:
      draft.regions.length > 1 || !before ? (draft.regions.at(-1)?.id ?? '') : before.regionId,
    partnerId,
    door: { ...base.door, ...draft.given.door },
    phones: draft.phones ?? base.phones,
    hoursText: draft.hoursText === undefined ? base.hoursText : draft.hoursText,
  }
  const intake = { now: lastIntakeMinutes, before: intakeBefore }
  const hours = hoursFor(draft, merged, intake, before, compile)
  const outlet = refuseContradictions({ ...merged, hours })
  const known = present?.contacts ? (JSON.parse(present.contacts) as { text: string }[]) : null
  const contacts = draft.contacts === undefined ? (known?.[0]?.text ?? null) : draft.contacts
  return { outlet, lastIntakeMinutes, contacts }
}
