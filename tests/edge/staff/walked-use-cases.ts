import { actOnBooking } from '#functions/bookings/act-on-booking.ts'
import { arriveWalkIn } from '#functions/bookings/arrive-walk-in.ts'
import { showVisit } from '#functions/bookings/show-visit.ts'
import { takeVisitStep } from '#functions/bookings/take-visit-step.ts'
import { beginCount } from '#functions/desk-find/begin-count.ts'
import { endCount } from '#functions/desk-find/end-count.ts'
import { findRepairs } from '#functions/desk-find/find-repairs.ts'
import { findVoice } from '#functions/desk-find/find-voice.ts'
import { countedOutlet } from '#functions/desk-find/load-count.ts'
import { logHotlineCall, ownCalls } from '#functions/desk-find/log-call.ts'
import { bookForCaller, mailInForCaller } from '#functions/desk-find/register-caller.ts'
import { scanPhone } from '#functions/desk-find/scan-phone.ts'
import { outletsWith } from '#functions/desk-find/searched-outlets.ts'
import { seenHits } from '#functions/desk-find/seen-hits.ts'
import { listCounts, showCount } from '#functions/desk-find/show-count.ts'
import { tellStatus } from '#functions/desk-find/tell-status.ts'
import { findParcel } from '#functions/desk-intake/find-parcel.ts'
import { loadIntake } from '#functions/desk-intake/load-intake.ts'
import { showHistory } from '#functions/desk-intake/show-history.ts'
import { showIntake } from '#functions/desk-intake/show-intake.ts'
import { takeIn } from '#functions/desk-intake/take-in.ts'
import { actOnRepair } from '#functions/repairs/act-on-repair.ts'
import { addPhotos } from '#functions/repairs/add-photos.ts'
import { assignJob } from '#functions/repairs/assign-job.ts'
import { quickPath } from '#functions/repairs/quick-path.ts'
import { registerRepair } from '#functions/repairs/register-repair.ts'
import { seeRepair, standingAt } from '#functions/repairs/see-repair.ts'
import { shelvePhone } from '#functions/repairs/shelve-phone.ts'
import { showDeskRepair } from '#functions/repairs/show-desk-repair.ts'
import { takeStaffStep } from '#functions/repairs/take-staff-step.ts'
import { writeNote } from '#functions/repairs/write-note.ts'
import { COMPLAINT } from '../complaints/a-seeded-complaint.ts'
import { aCounter, TOMORROW_AT_TEN } from '../support/a-counter.ts'
import { NOW } from '../support/a-worker.ts'
import { RECEIVE } from '../support/rows-of-commands.ts'
import { HERE, IMEI, TRACKING, type Walked } from './use-case-world.ts'

const DAY_MS = 86_400_000
const DEVICE = { imeis: ['356938035643809'], serial: null }
const none = { happenedAt: null, key: null }
const nobody = { id: 'stf_walker', roles: [], via: 'desk' } as const
const inform = {
  type: 'inform',
  nextUpdateBy: NOW + DAY_MS,
  promisedAt: null,
  reason: null,
} as const
const received = RECEIVE(NOW + DAY_MS) as Extract<
  ReturnType<typeof RECEIVE>,
  { readonly type: 'receive' }
>

const contact = {
  ...{ name: 'Demo Customer', phone: { dial: '+8613700137000', display: '137 …' } },
  ...{ email: null, secondPhone: null, forSomebodyElse: false },
  ...{ mayDecide: null, mayCollect: null, address: null },
}
const asked = { service: 'repair', model: 'f2', faultCode: 'screen', faultText: null } as const
const terms = { contact, wayBack: 'collect', locale: 'en', consent: { wording: 'w1' } } as const
const request = { ...asked, ...terms, imei: null, ceiling: null, key: null }
const registration = {
  ...{ ...asked, ...terms, ...none, outletCode: HERE, ticket: null, isFurther: false },
  ...{ receive: received, device: DEVICE, shelf: null, followedBy: [] },
}
const said = {
  ...{
    device: DEVICE,
    model: 'f2',
    faultCode: 'screen',
    faultText: null,
    condition: ['scratched'],
  },
  ...{ tested: null, accessories: [], ...terms, proof: null, coverage: null, ceilingMinor: null },
  ...{ promisedAt: null, shelf: null, hasDataLoss: true, isAnnounced: true, agreement: null },
} as unknown as Parameters<typeof takeIn>[2]['said']
const intake = {
  ...({ said, coverage: 'damage', version: 1, key: 'key', asked: {} } as const),
  promisedAt: NOW + DAY_MS,
}
const opened = { outlet: aCounter(), country: 'CN', announced: null, visit: null }

/** Roles that a repair's steps are open to, but not this one. */
const NO_STEP = ['hq_supply', 'courier'] as const

const visits: Readonly<Record<string, Walked>> = {
  'bookings/act-on-booking.ts actOnBooking': {
    ...{ permission: 'booking.act', about: 'place' },
    call: (asking, { announced: code }) =>
      actOnBooking(asking, {
        ...{ ...none, code, action: { type: 'cancel', by: 'staff' }, expectedVersion: 1 },
        ...{ actor: nobody, staff: asking.staff },
      }),
  },
  'bookings/take-visit-step.ts takeVisitStep': {
    ...{ permission: 'queue.run', about: 'place' },
    call: (asking, { waiting: code }) =>
      takeVisitStep(asking, { ...none, code, step: { type: 'call' }, expectedVersion: 1 }),
  },
  'bookings/show-visit.ts showVisit': {
    ...{ permission: 'booking.act', about: 'place' },
    call: (asking, { announced }) => showVisit(asking, announced),
  },
  'bookings/arrive-walk-in.ts arriveWalkIn': {
    ...{ permission: 'queue.run', about: 'place' },
    call: (asking) => arriveWalkIn(asking, { outlet: HERE, service: 'repair', key: null }),
  },
}

const repairs: Readonly<Record<string, Walked>> = {
  'repairs/act-on-repair.ts actOnRepair': {
    ...{ permission: 'repair.act', about: 'place', except: NO_STEP },
    call: (asking, { taken: code }) =>
      actOnRepair(asking, {
        ...{ ...none, code, action: inform, expectedVersion: null },
        ...{ actor: nobody, staff: asking.staff },
      }),
  },
  'repairs/take-staff-step.ts takeStaffStep': {
    ...{ permission: 'repair.act', about: 'place', except: NO_STEP },
    call: (asking, { taken: code }) =>
      takeStaffStep(asking, { ...none, action: inform, code, expectedVersion: 2 }),
  },
  'repairs/quick-path.ts quickPath': {
    ...{ permission: 'intake.take', about: 'place' },
    call: (asking, { announced: code }) =>
      quickPath(asking, {
        ...{ ...none, action: received, personal: { device: DEVICE } },
        ...{ code, expectedVersion: 1, followedBy: [] },
      }),
  },
  'repairs/register-repair.ts registerRepair': {
    ...{ permission: 'intake.register', about: 'place' },
    call: (asking) => registerRepair(asking, registration),
  },
  'repairs/assign-job.ts assignJob': {
    ...{ permission: 'repair.assign', about: 'place' },
    call: (asking, { taken: code }) => assignJob(asking, { code, to: asking.staff.id }),
  },
  'repairs/shelve-phone.ts shelvePhone': {
    ...{ permission: 'repair.assign', about: 'place' },
    call: (asking, { taken: code }) => shelvePhone(asking, { code, shelf: 'A-12' }),
  },
  'repairs/write-note.ts writeNote': {
    ...{ permission: 'repair.note', about: 'place' },
    call: (asking, { taken: code }) => writeNote(asking, { code, words: 'waits', key: null }),
  },
  'repairs/add-photos.ts addPhotos': {
    ...{ permission: 'photo.add', about: 'place' },
    call: (asking, { taken: code }) => addPhotos(asking, { code, moment: 'before', files: [] }),
  },
  'repairs/see-repair.ts seeRepair': {
    ...{ permission: 'repair.see', about: 'place' },
    call: (asking, { taken }) => seeRepair(asking, taken, 'repair.see'),
  },
  'repairs/see-repair.ts standingAt': {
    ...{ permission: 'repair.see', about: 'place' },
    call: (asking) => standingAt(asking, { atOutlet: HERE, homeOutlet: HERE }, 'repair.see'),
  },
  'repairs/show-desk-repair.ts showDeskRepair': {
    ...{ permission: 'repair.see', about: 'place' },
    call: (asking, { taken }) => showDeskRepair(asking, taken),
  },
  'repairs/show-desk-repair.ts showDeskRepair, its customer': {
    ...{ permission: 'customer.see', about: 'place', except: [] },
    call: async (asking, { taken }) => {
      const shown = await showDeskRepair(asking, taken)
      return 'refusal' in shown ? shown : shown.personal && shown.access.length > 0
    },
  },
}

const intakes: Readonly<Record<string, Walked>> = {
  'desk-intake/load-intake.ts loadIntake': {
    ...{ permission: 'intake.take', about: 'place' },
    call: (asking) => loadIntake(asking, { outlet: HERE, code: null, ticket: null }),
  },
  'desk-intake/load-intake.ts loadIntake, announced': {
    ...{ permission: 'intake.take', about: 'place' },
    call: (asking, { announced }) =>
      loadIntake(asking, { outlet: null, code: announced, ticket: null }),
  },
  'desk-intake/load-intake.ts loadIntake, a further device': {
    ...{ permission: 'intake.take', about: 'place' },
    call: (asking, { announced }) =>
      loadIntake(asking, { outlet: null, code: null, ticket: announced }),
  },
  'desk-intake/show-intake.ts showIntake': {
    ...{ permission: 'repair.see', about: 'place' },
    call: (asking, { taken }) => showIntake(asking, taken, { withCustomer: false }),
  },
  'desk-intake/show-intake.ts showIntake, its customer': {
    ...{ permission: 'customer.see', about: 'place' },
    call: (asking, { taken }) => showIntake(asking, taken, { withCustomer: true }),
  },
  'desk-intake/take-in.ts takeIn': {
    ...{ permission: 'intake.register', about: 'place' },
    call: (asking) => takeIn(asking, opened, intake),
  },
  'desk-intake/show-history.ts showHistory': {
    ...{ permission: 'intake.take', about: 'place' },
    call: async (asking) => {
      const device = { imeis: [IMEI], serial: null }
      const shown = await showHistory(asking, { device, outlet: HERE, except: null })
      return 'refusal' in shown ? shown : shown.history.repairs.length > 0 && shown.log.length > 0
    },
  },
  'desk-intake/find-parcel.ts findParcel': {
    ...{ permission: 'intake.take', about: 'place' },
    call: async (asking) => (await findParcel(asking, TRACKING)).code,
  },
}

const found: Readonly<Record<string, Walked>> = {
  'desk-find/seen-hits.ts seenHits': {
    ...{ permission: 'find.search', about: 'place' },
    call: async (asking, { taken: code }) => {
      const where = { home_outlet: HERE, at_outlet: HERE, zone: 'Asia/Shanghai', shelf: null }
      const row = { code, status: 'received', updated_at: 0, model: null, fault_code: null }
      return (await seenHits(asking, [{ ...row, ...where }], 'find.search')).length > 0
    },
  },
  'desk-find/find-repairs.ts findRepairs': {
    ...{ permission: 'find.search', about: 'place' },
    call: async (asking, { taken }) =>
      (await findRepairs(asking, { typed: taken, outlet: null })).hits.length > 0,
  },
  'desk-find/find-repairs.ts findRepairs, by the phone’s last digits': {
    ...{ permission: 'find.search', about: 'place' },
    call: async (asking) =>
      (await findRepairs(asking, { typed: '9000', outlet: HERE })).hits.length > 0,
  },
  'desk-find/find-repairs.ts findRepairs, by name': {
    ...{ permission: 'find.search', about: 'place' },
    call: async (asking) =>
      (await findRepairs(asking, { typed: 'Demo Cus', outlet: null })).hits.length > 0,
  },
  'desk-find/find-voice.ts findVoice': {
    ...{ permission: 'complaint.see', about: 'place' },
    call: async (asking) => (await findVoice(asking, COMPLAINT)) !== null,
  },
  'desk-find/searched-outlets.ts outletsWith': {
    ...{ permission: 'find.search', about: 'place' },
    call: async (asking) =>
      (await outletsWith(asking.hub, asking.staff, 'find.search'))?.includes(HERE) ?? true,
  },
  'desk-find/load-count.ts countedOutlet': {
    ...{ permission: 'devices.count', about: 'place' },
    call: (asking) => countedOutlet(asking, HERE),
  },
  'desk-find/begin-count.ts beginCount': {
    ...{ permission: 'devices.count', about: 'place' },
    call: (asking) => beginCount(asking, { outlet: HERE, key: null }),
  },
  'desk-find/scan-phone.ts scanPhone': {
    ...{ permission: 'devices.count', about: 'place' },
    call: (asking, { count: id, taken }) => scanPhone(asking, { outlet: HERE, id, typed: taken }),
  },
  'desk-find/end-count.ts endCount': {
    ...{ permission: 'devices.count', about: 'place' },
    call: (asking, { count: id }) => endCount(asking, { outlet: HERE, id }),
  },
  'desk-find/show-count.ts showCount': {
    ...{ permission: 'devices.count', about: 'place' },
    call: (asking, { count: id }) => showCount(asking, { outlet: HERE, id }),
  },
  'desk-find/show-count.ts listCounts': {
    ...{ permission: 'devices.count', about: 'place' },
    call: (asking) => listCounts(asking, HERE),
  },
}

const hotline: Readonly<Record<string, Walked>> = {
  'desk-find/tell-status.ts tellStatus': {
    ...{ permission: 'hotline.use', about: 'place' },
    call: (asking, { taken: code }) =>
      tellStatus(asking, { code, says: { kind: 'digits', last4: '9000' } }),
  },
  'desk-find/log-call.ts logHotlineCall': {
    ...{ permission: 'hotline.use', about: 'place' },
    call: (asking, { taken: code }) =>
      logHotlineCall(asking, {
        ...{ result: 'ended', topic: 'other', solution: null, code, key: null },
      }),
  },
  'desk-find/log-call.ts ownCalls': {
    ...{ permission: 'hotline.use', about: 'role' },
    call: async (asking) => (await ownCalls(asking)).length > 0,
  },
  'desk-find/register-caller.ts bookForCaller': {
    ...{ permission: 'hotline.use', about: 'place' },
    call: (asking) =>
      bookForCaller(asking, { ...request, outletCode: HERE, startsAt: TOMORROW_AT_TEN }),
  },
  'desk-find/register-caller.ts mailInForCaller': {
    ...{ permission: 'hotline.use', about: 'place' },
    call: (asking) =>
      mailInForCaller(asking, {
        ...{ ...request, wayBack: 'post', outletCode: 'HZ-900', pickUp: 'own' },
        ...{ insuredMinor: null, pickUpAddress: null },
      }),
  },
}

export const OF_THE_COUNTER = { ...visits, ...repairs, ...intakes, ...found, ...hotline }
