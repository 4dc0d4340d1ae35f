import config from '#config'
import type { ReportedFault } from '#domain/repairs/catalogue.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import {
  type Case,
  type Customer,
  type Device,
  drawFault,
  drawModel,
  newCustomer,
  newDevice,
} from './sim-case.ts'
import { codeNamed } from './sim-codes.ts'
import type { SimOutlet } from './sim-outlet.ts'
import type { World } from './world.ts'

/** A device that comes back: whose it is, and what is wrong this time. */
type Comeback = {
  readonly customer: Customer
  readonly device: Device
  readonly fault: ReportedFault
}

/** Somebody with a phone at an outlet; the same name draws the same case, whatever else happens. */
export function newCase(
  world: World,
  {
    home,
    name,
    who,
  }: {
    readonly home: SimOutlet
    readonly name: string
    /** The how manieth to arrive at all, or who comes back. */
    readonly who: number | Comeback
  },
): Case {
  const random = seededRandom(`${world.seed}/case/${name}`)
  const code = codeNamed(world.seed, name, home.outlet.bucket)
  const model = drawModel(random, home)
  const fault = drawFault(random, config.catalogue, model)
  const back =
    typeof who === 'number'
      ? { customer: newCustomer(random, who), device: newDevice(random, model, who), fault }
      : who
  const own: Case = {
    ...{ code, home, at: home, random, ...back },
    ...{ repair: null, booking: null, closesAt: null, repairWrittenAt: 0 },
    ...{ bookingWrittenAt: 0, receivedAt: null, parcels: [], mood: 0.82, grievance: null },
    isWritten: false,
  }
  world.open.add(own)
  return own
}
