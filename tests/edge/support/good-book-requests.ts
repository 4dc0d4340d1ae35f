import { TOMORROW_AT_TEN } from './a-counter.ts'
import { asForm } from './a-worker.ts'

type Good = readonly [path: string, init?: RequestInit]

const CHOICE = 'fault=screen&model=f2'
const LOOKS: Readonly<Record<string, string>> = {
  '': '',
  'where/': `?${CHOICE}`,
  'times/': `?${CHOICE}&outlet=HZ-001`,
  'contact/': `?${CHOICE}&outlet=HZ-001`,
  'mail-in/': `?${CHOICE}`,
  'done/': '',
  'slip/': '',
  'move/': '',
  'cancel/': '',
  'visit.ics': '',
}
const VISIT = { fault: 'screen', model: 'f2', outlet: 'HZ-001', at: String(TOMORROW_AT_TEN) }
const WHO = { name: 'Demo Customer', phone: '13800138000', consent: 'yes' }
const PARCEL = { batteryOk: 'yes', pickUp: 'own', address: '1 Demo Road', outlet: 'HZ-900' }
const SENDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hold: VISIT,
  'contact/': { ...VISIT, ...WHO },
  'mail-in/': { ...VISIT, ...WHO, ...PARCEL },
  'move/': {},
  'cancel/': {},
}

const still = (init: RequestInit = {}): RequestInit => ({ ...init, redirect: 'manual' })

/**
 * A good request for each page of the way to a booking, by method and path, where HZ-001 is a counter
 * and HZ-900 a mail-in centre.
 */
export const goodBookRequests: Readonly<Record<string, Good>> = Object.fromEntries(
  ['', '/zh'].flatMap((language): (readonly [string, Good])[] => [
    ...Object.entries(LOOKS).flatMap(([page, query]): (readonly [string, Good])[] => {
      const path = `${language}/book/${page}`
      const bare = path.replace(/\/$/, '')
      return [
        [`GET ${path}`, [`${path}${query}`, still()]],
        ...(bare === path ? [] : [[`GET ${bare}`, [bare, still()]] as const]),
      ]
    }),
    ...Object.entries(SENDS).map(
      ([page, fields]) =>
        [
          `POST ${language}/book/${page}`,
          [`${language}/book/${page}`, still(asForm(fields))],
        ] as const,
    ),
  ]),
)
