import { bucketOf } from '#domain/outlets/bucket.ts'
import {
  type LocalText,
  type Outlet,
  type OutletKind,
  PRODUCT_FAMILIES,
  type ProductFamily,
  SERVICES,
  type ServicesOffered,
} from '#domain/outlets/outlet.ts'
import { demoDoor, demoPhones, demoStreet } from './demo-door.ts'
import { demoHours } from './demo-hours.ts'
import { type DemoLocation, demoLocation, type IsOnLand } from './demo-location.ts'
import { partnerFor } from './demo-partners.ts'
import type { PlannedOutlet } from './demo-plan.ts'
import { daysLater } from './local-days.ts'
import type { Random } from './seeded-random.ts'
import { seededRandom } from './seeded-random.ts'

/** An outlet whose hours are still text, with the last intake that compiling them needs. */
export type DemoOutlet = Outlet & { readonly lastIntakeMinutes: number | null }

const KIND_NAMES: Readonly<Record<OutletKind, LocalText>> = {
  customer_service_centre: { en: 'Service Centre', 'zh-CN': '服务中心' },
  special_service_centre: { en: 'Authorised Centre', 'zh-CN': '特约服务中心' },
  in_store: { en: 'Store Service Point', 'zh-CN': '专卖店服务点' },
  mail_in_centre: { en: 'Mail-in Centre', 'zh-CN': '寄修中心' },
  collection_point: { en: 'Collection Point', 'zh-CN': '收机点' },
}

const FLAGSHIP_CITIES = 8

/** Plainly a demo in both languages; `number` tells outlets of one kind in one city apart. */
const demoName = ({ placed, kind }: PlannedOutlet, number: number): LocalText => ({
  en: `${placed.city.en} Demo ${KIND_NAMES[kind].en}${number > 1 ? ` ${number}` : ''}`,
  'zh-CN': `${placed.city.zh}演示${KIND_NAMES[kind]['zh-CN']}${number > 1 ? number : ''}`,
})

function servicesOf({ kind, oneHour }: PlannedOutlet, random: Random): ServicesOffered {
  const quick = oneHour ? ({ one_hour: 'done' } as const) : {}
  const counter = { accessories: 'done', consultation: 'done' } as const
  if (kind === 'collection_point') {
    return { repair: 'collected', exchange: 'collected', consultation: 'done' }
  }
  if (kind === 'mail_in_centre') return { repair: 'done', exchange: 'done', data_help: 'done' }
  const software = { software_update: 'done', screen_protection: 'done' } as const
  const data = random.chance(0.7) ? ({ data_help: 'done' } as const) : {}
  if (kind === 'in_store' && !oneHour) {
    return { repair: 'collected', exchange: 'collected', ...counter, ...software, ...data }
  }
  const exchange = kind === 'customer_service_centre' ? 'done' : 'collected'
  return { repair: 'done', ...quick, exchange, ...counter, ...software, ...data }
}

/** In the order of SERVICES, as an import writes them: an export then reads back as the same. */
const inOrder = (offered: ServicesOffered): ServicesOffered =>
  Object.fromEntries(SERVICES.flatMap((one) => (offered[one] ? [[one, offered[one]]] : [])))

/** What a partner's contract covers; an outlet of our own serves everything. */
const CONTRACTS: readonly (readonly ProductFamily[])[] = [
  ['phone', 'tablet'],
  ['phone', 'tablet', 'watch', 'earbuds'],
  ['phone', 'tablet', 'laptop', 'watch', 'earbuds'],
  ['phone', 'watch', 'earbuds'],
]

function familiesOf(kind: OutletKind, partnerId: string | null): readonly ProductFamily[] {
  if (partnerId === null) return PRODUCT_FAMILIES
  if (kind === 'collection_point') return ['phone']
  const contract = CONTRACTS[Number(partnerId.slice(-2)) % CONTRACTS.length]
  return contract ?? ['phone']
}

/** Admin1 codes of GeoNames and the language many speak there beside Mandarin. */
const REGIONAL_LANGUAGES: Readonly<Record<string, string>> = {
  '13': 'ug',
  '14': 'bo',
  '16': 'yue',
  '20': 'mn',
  '30': 'yue',
}

function languagesOf({ placed, cityRank }: PlannedOutlet, random: Random): readonly string[] {
  const regional = REGIONAL_LANGUAGES[placed.city.admin1]
  return [
    'zh',
    ...(random.chance(cityRank < 30 ? 0.6 : 0.1) ? ['en'] : []),
    ...(regional && random.chance(0.6) ? [regional] : []),
  ]
}

function staffingOf(kind: OutletKind, random: Random) {
  if (kind === 'collection_point') return { counterSeats: 1, benches: 0 }
  if (kind === 'mail_in_centre') return { counterSeats: 0, benches: random.between(12, 30) }
  return { counterSeats: random.between(2, 8), benches: random.between(1, 9) }
}

const UNTROUBLED = {
  operation: 'open',
  suspension: null,
  qualification: 'qualified',
  closedOn: null,
} as const

const STEP_FREE = [
  [6, true],
  [2, false],
  [2, null],
] as const

/** From the small to the large in English, from the large to the small in Chinese. */
function demoAddress({ area }: DemoLocation, random: Random): LocalText {
  const street = demoStreet(random)
  return {
    en: [street.en, ...area.en].join(', '),
    'zh-CN': [...area['zh-CN'], street['zh-CN']].join(''),
  }
}

type Identity = { readonly code: string; readonly number: number }
type Circumstances = {
  readonly seed: string
  readonly today: string
  readonly isOnLand: IsOnLand
}

/** The outlet as it stands before anything happens to it: open and qualified. */
export function demoOutlet(
  plan: PlannedOutlet,
  { code, number }: Identity,
  { seed, today, isOnLand }: Circumstances,
): DemoOutlet {
  const stream = (of: string) => seededRandom(`${seed}/${of}/${plan.placed.regionId}/${plan.rank}`)
  const random = stream('outlet')
  const owned = plan.kind === 'customer_service_centre' || plan.kind === 'mail_in_centre'
  const partnerId = owned ? null : partnerFor(plan.placed.city.admin1)
  const hours = demoHours(plan.kind, random)
  const location = demoLocation(plan.placed, { random: stream('place'), isOnLand })
  return {
    code,
    name: demoName(plan, number),
    kind: plan.kind,
    tags:
      owned && plan.rank === 0 && plan.cityRank < FLAGSHIP_CITIES ? ['flagship', 'demo'] : ['demo'],
    ownership: owned ? 'owned' : 'authorised',
    partnerId,
    regionId: location.regionId,
    ...UNTROUBLED,
    qualificationSince: daysLater(today, -random.between(60, 1_400)),
    services: inOrder(servicesOf(plan, random)),
    productFamilies: familiesOf(plan.kind, partnerId),
    lat: location.lat,
    lon: location.lon,
    address: demoAddress(location, random),
    door: demoDoor(plan.kind, plan.placed.city, random),
    phones: demoPhones(plan.placed.city, random),
    hoursText: hours.text,
    hours: null,
    lastIntakeMinutes: hours.lastIntakeMinutes,
    hoursCheckedOn: hours.text === null ? null : daysLater(today, -random.between(1, 300)),
    zone: 'Asia/Shanghai',
    languages: languagesOf(plan, random),
    stepFree: random.weighted(STEP_FREE),
    ...staffingOf(plan.kind, random),
    bucket: bucketOf(code),
    openedOn: daysLater(today, -random.between(1_500, 4_500)),
  }
}
