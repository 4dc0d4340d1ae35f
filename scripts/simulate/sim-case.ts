import config from '#config'
import type { Booking } from '#domain/bookings/booking.ts'
import { hasLuhnDigit } from '#domain/identifiers/imei.ts'
import type { ProductFamily } from '#domain/outlets/outlet.ts'
import type { Catalogue, ReportedFault } from '#domain/repairs/catalogue.ts'
import { faultsOfModel } from '#domain/repairs/catalogue.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { Random } from '../demo/seeded-random.ts'
import type { SimOutlet } from './sim-outlet.ts'

/** Somebody with a phone; plainly nobody. */
export type Customer = {
  readonly name: string
  readonly phone: { readonly dial: string; readonly display: string }
  readonly locale: 'en' | 'zh-CN'
}

/** A device, and the repairs that it left by. */
export type Device = {
  readonly model: string
  readonly imeis: readonly string[]
  readonly serial: string
  readonly left: Repair[]
}

/** One repair with the visit it came by, as it goes on. */
export type Case = {
  readonly code: string
  readonly home: SimOutlet
  /** Where the phone is. */
  at: SimOutlet
  readonly random: Random
  readonly customer: Customer
  readonly device: Device
  readonly fault: ReportedFault
  repair: Repair | null
  booking: Booking | null
  /** When the outlet of a visit closes on the day that its customer is there. */
  closesAt: number | null
  /** When repair and visit were written last. */
  repairWrittenAt: number
  bookingWrittenAt: number
  receivedAt: number | null
  readonly parcels: string[]
  /** How content its customer is, 0-1, and what they would complain of first. */
  mood: number
  grievance: Grievance | null
  isWritten: boolean
}

export const GRIEVANCES = [
  'too_slow',
  'product_quality',
  'part_missing',
  'price',
  'attitude',
  'warranty_dispute',
  'data_or_privacy',
] as const
export type Grievance = (typeof GRIEVANCES)[number]

/**
 * Faults of 1,353 phones by what was wrong. Counted from Open Repair Alliance data 2012-2020 (Open Repair
 * Data Standard, mobile phones), CC BY-SA 4.0, https://openrepair.org/open-data/.
 */
const FAULT_KINDS = [
  [630, 'screen'],
  [376, 'unknown'],
  [233, 'power_battery'],
  [114, 'other'],
] as const

/** What stands behind each kind, in the codes of the catalogue; our own split. */
const FAULTS_OF_KIND: Readonly<
  Record<(typeof FAULT_KINDS)[number][1], readonly (readonly [number, ReportedFault])[]>
> = {
  screen: [[1, 'screen']],
  unknown: [
    [30, 'software'],
    [18, 'no_power'],
    [16, 'network'],
    [10, 'overheating'],
    [8, 'data'],
    [18, 'other'],
  ],
  power_battery: [
    [62, 'battery'],
    [26, 'charging'],
    [12, 'no_power'],
  ],
  other: [
    [26, 'camera'],
    [22, 'speaker'],
    [14, 'microphone'],
    [16, 'buttons'],
    [22, 'liquid'],
  ],
}

const FAMILIES: readonly (readonly [number, ProductFamily])[] = [
  [90, 'phone'],
  [4, 'tablet'],
  [3, 'watch'],
  [2, 'earbuds'],
  [1, 'laptop'],
]

/** A model that an outlet takes in. */
export function drawModel(random: Random, { outlet }: SimOutlet): string {
  const family = random.weighted(FAMILIES)
  const wanted = outlet.productFamilies.includes(family) ? family : 'phone'
  const models = config.catalogue.models.filter((model) => model.family === wanted)
  return models.length > 0 ? random.pick(models).id : 'other'
}

/** What is wrong with it, of the faults that it can have. */
export function drawFault(random: Random, catalogue: Catalogue, model: string): ReportedFault {
  const fault = random.weighted(FAULTS_OF_KIND[random.weighted(FAULT_KINDS)])
  return faultsOfModel(catalogue, model).includes(fault) ? fault : 'other'
}

/** Reporting body 00 stands for test equipment (GSMA TS.06): nobody's phone has such an IMEI. */
function testImei(number: number): string {
  const body = `0044${String(number % 10 ** 10).padStart(10, '0')}`
  for (let check = 0; check < 10; check++) {
    if (hasLuhnDigit(`${body}${check}`)) return `${body}${check}`
  }
  throw new Error(`${body} has no check digit`)
}

/** The `number`th device of the simulation. */
export const newDevice = (random: Random, model: string, number: number): Device => ({
  model,
  imeis: [testImei(2 * number), ...(random.chance(0.7) ? [testImei(2 * number + 1)] : [])],
  serial: `DEMO${String(number).padStart(9, '0')}`,
  left: [],
})

const SUBSCRIBERS = 10_000

/** The `number`th customer; their numbers are all of the block 138 0000 xxxx, which no operator gives out. */
export function newCustomer(random: Random, number: number): Customer {
  const last = String(number % SUBSCRIBERS).padStart(4, '0')
  return {
    name: `Demo Customer ${number}`,
    phone: { dial: `+861380000${last}`, display: `138 0000 ${last}` },
    locale: random.chance(0.9) ? 'zh-CN' : 'en',
  }
}
