import type { EventFacts } from './event-facts.ts'
import type { Coverage, Finding, Repair } from './repair.ts'
import type { RepairActionType } from './repair-action.ts'

type Folds = {
  readonly [T in RepairActionType]?: (
    facts: EventFacts[T],
    repair: Repair,
    at: number,
  ) => Partial<Repair>
}

type Found = { readonly finding: Finding; readonly coverage: Coverage }

const foundOut = ({ faultCode, coverage }: Pick<Finding, 'faultCode' | 'coverage'>): Found => ({
  finding: { faultCode, coverage, barrier: null },
  coverage,
})

/** What was found, at the coverage known so far. */
const foundAt = (repair: Repair, faultCode: string): Found =>
  foundOut({ faultCode, coverage: repair.finding?.coverage ?? repair.coverage ?? 'in_warranty' })

/** What an event changes beside the standing that every event carries. */
export const FOLDS: Folds = {
  post: ({ courier, tracking }) => ({ parcelIn: { courier, tracking } }),
  receive: (facts, _, at) => ({
    arrivedAt: facts.arrivedAt,
    receivedAt: at,
    coverage: facts.coverage,
    ceiling: facts.ceiling,
    repeatOf: facts.repeatOf,
    isOneHourListed: facts.isOneHourListed,
  }),
  ask: ({ ask, faultCode, coverage, offered }) => ({
    ask,
    askCount: ask.version,
    offered,
    ...(faultCode !== null && coverage !== null && foundOut({ faultCode, coverage })),
    ...(faultCode === null && coverage !== null && { coverage }),
  }),
  accept: ({ agreed, part, expectedOn }, repair) => ({
    agreed,
    offered: agreed?.askVersion === repair.ask?.version ? null : repair.offered,
    ...(part !== undefined && { part, partExpectedOn: expectedOn ?? null }),
  }),
  start: foundOut,
  await_parts: ({ part, expectedOn, ...found }) => ({
    ...foundOut(found),
    part,
    partExpectedOn: expectedOn,
  }),
  new_date: ({ expectedOn }) => ({ partExpectedOn: expectedOn }),
  finish: ({ faultCode, finishedBy }, repair) => ({ ...foundAt(repair, faultCode), finishedBy }),
  give_up: ({ faultCode, barrier }, repair) => {
    const { finding, coverage } = foundAt(repair, faultCode)
    return { finding: { ...finding, barrier }, coverage }
  },
  reopen: ({ offered }) => ({ offered, parcelOut: null }),
  hand_over: ({ paidHow, invoice }) => ({
    paid: paidHow === 'nothing_due' ? null : { how: paidHow, invoice },
  }),
  post_back: ({ courier, tracking }, _, at) => ({
    parcelOut: { courier, tracking },
    sentBackAt: at,
  }),
  delivered: ({ isAssumed }) => ({ deliveryAssumed: isAssumed }),
  take_in: () => ({ parcelOut: null }),
  report_lost: ({ lostBy }) => ({ lostBy }),
  found: () => ({ parcelOut: null }),
  inform: ({ promisedAt, reason }, { promise }) =>
    promisedAt === null || promise === null ? {} : { promise: { ...promise, reason } },
  correct: ({ isNewPhone }, { linkEpoch = 0 }) => (isNewPhone ? { linkEpoch: linkEpoch + 1 } : {}),
}
