import { type ProposedCoverage, proposeCoverage } from '#domain/desk/intake-coverage.ts'
import { type ProposedPromise, proposePromise } from '#domain/desk/propose-promise.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { isOneHourListed, typicalMinutes } from '#domain/repairs/catalogue.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { benchesAway, jobsInHand } from './store.ts'

type Asking = Pick<Sources, 'databases' | 'now' | 'config'>

/** What is known of the phone so far. */
export type IntakeFacts = {
  readonly outlet: Outlet
  /** '' = not chosen yet. */
  readonly model: string
  readonly faultCode: string
  readonly boughtOn: string | null
  readonly condition: readonly string[]
}

export type IntakeProposal = {
  /** Null = a person must say. */
  readonly promise: ProposedPromise | null
  /** Nobody knows when the outlet is open in the days that it takes. */
  readonly areHoursUnknown: boolean
  readonly coverage: ProposedCoverage | null
  readonly isOneHour: boolean
}

/** Proposes a promised time from hours and load, and who will probably pay. One trip. */
export async function proposeIntake(
  { databases, now, config }: Asking,
  { outlet, model, faultCode, boughtOn, condition }: IntakeFacts,
): Promise<IntakeProposal> {
  const { catalogue } = config
  const today = wallTimeIn(outlet.zone, now).date
  const database = databases.of(outlet.bucket)
  const [[load], [away]] = await readTogether([
    jobsInHand(database, outlet.code),
    benchesAway(database, outlet.code, today),
  ])
  const asked = { model, fault: faultCode }
  const isOneHour = isOneHourListed(catalogue, asked) && outlet.services.one_hour === 'done'
  const promise =
    faultCode === ''
      ? null
      : proposePromise({
          ...{ now, hours: outlet.hours, isWhileYouWait: isOneHour },
          isDoneHere: outlet.services.repair !== 'collected',
          typicalMinutes: typicalMinutes(catalogue, asked),
          openJobs: load?.jobs ?? 0,
          benches: outlet.benches - (away?.benches ?? 0),
        })
  const coverage = proposeCoverage(catalogue, { boughtOn, today, faultCode, condition })
  const areHoursUnknown = faultCode !== '' && promise === null
  return { promise, areHoursUnknown, coverage, isOneHour }
}
