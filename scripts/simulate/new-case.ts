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
export type Comeback = {
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
    back = null,
  }: { readonly home: SimOutlet; readonly name: string; readonly back?: Comeback | null },
): Case {
  const random = seededRandom(`${world.seed}/case/${name}`)
  const code = codeNamed(world.seed, name, home.outlet.bucket)
  const model = drawModel(random, home)
  const fault = drawFault(random, config.catalogue, model)
  if (!back) world.people += 1
  const own: Case = {
    ...{ code, home, at: home, random, fault: back?.fault ?? fault },
    customer: back?.customer ?? newCustomer(random, world.people),
    device: back?.device ?? newDevice(random, model, world.people),
    ...{ repair: null, booking: null, closesAt: null, events: [], repairWrittenAt: 0 },
    ...{ bookingWrittenAt: 0, receivedAt: null, parcels: [], mood: 0.82, grievance: null },
    isWritten: false,
  }
  world.open.add(own)
  return own
}
