import type { Outlet } from '#domain/outlets/outlet.ts'
import { defaultService, isOneHourListed } from '#domain/repairs/catalogue.ts'
import type { Contact } from '#domain/repairs/contact.ts'
import type { Coverage } from '#domain/repairs/repair.ts'
import type { ActionOf, RepairAction } from '#domain/repairs/repair-action.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { PrivateChange } from '#functions/repairs/private-rows.ts'
import { quickPath, quickSteps } from '#functions/repairs/quick-path.ts'
import { registerRepair } from '#functions/repairs/register-repair.ts'
import type { IntakeSaid } from './intake-query.ts'
import type { Announced, IntakeCase } from './load-intake.ts'

/** Which wordings the customer agrees to at the counter; their texts are in the catalogues. */
export const CONSENT_WORDING = 'counter_2026_11'
export const DATA_LOSS_WORDING = 'data_loss_2026_11'

/** A form that says everything, proposals put in where it left them. */
export type Intake = {
  readonly said: IntakeSaid
  readonly coverage: Coverage
  readonly promisedAt: number
  /** The version of the announced repair that the form showed. */
  readonly version: number
  readonly key: string
  /** The form as it was typed: the same key with another one is another command. */
  readonly asked: unknown
}

export type TakenIn = { readonly code: string; readonly version: number; readonly status: string }

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'config' | 'randomByte'> & {
  readonly staff: Staff
}

const SIGNED = 'signature'

function receiving(
  { config }: Asking,
  { said, coverage, promisedAt }: Intake,
  { arrivedAt, outlet }: { readonly arrivedAt: number | null; readonly outlet: Outlet },
): ActionOf<'receive'> {
  const { model, faultCode: fault, ceilingMinor } = said
  const isListed = isOneHourListed(config.catalogue, { model, fault })
  return {
    ...{ type: 'receive', isAnnounced: said.isAnnounced, condition: said.condition },
    ...{ accessories: said.accessories, coverage, promisedAt, arrivedAt, repeatOf: null },
    isOneHourListed: isListed,
    isOneHourDue: isListed && outlet.services.one_hour === 'done',
    ceiling:
      ceilingMinor === null ? null : { amountMinor: ceilingMinor, currency: config.currency },
    ...(said.tested && { tested: said.tested }),
    ...(said.proof && { proof: said.proof }),
    ...(said.hasDataLoss && { dataLoss: DATA_LOSS_WORDING }),
  }
}

/** The quick path's steps; none unless a price was agreed. */
function agreedSteps(
  { config }: Asking,
  { agreement, faultCode }: IntakeSaid,
): readonly RepairAction[] {
  if (!agreement) return []
  const { lines, notCovered } = agreement
  return quickSteps({
    evidence: SIGNED,
    ask: {
      ...{ type: 'ask', kind: 'price', lines, currency: config.currency, declineCostMinor: 0 },
      ...{ notCovered, continueTo: { status: 'repairing' } },
      ...{ faultCode, coverage: 'customer_pays' },
    },
  })
}

/** What the counter found to be otherwise than announced: who can be reached among it. */
function corrections(said: IntakeSaid, { repair, customer }: Announced): readonly RepairAction[] {
  const { name, phone } = changedContact(said.contact, customer?.contact) ?? {}
  const correct = (
    field: 'model' | 'way_back' | 'contact',
    value: string | null,
  ): RepairAction => ({
    ...{ type: 'correct', field, value, reason: 'customer_changed' },
  })
  return [
    ...(said.model === repair.model ? [] : [correct('model', said.model)]),
    ...(said.wayBack === repair.wayBack ? [] : [correct('way_back', said.wayBack)]),
    ...(name === undefined && phone === undefined ? [] : [correct('contact', null)]),
  ]
}

/** Only what differs from the private row: another phone number costs its hashes anew. */
function changedContact(said: Contact, before: Contact | undefined): PrivateChange['contact'] {
  return {
    ...(said.name !== before?.name && { name: said.name }),
    ...(said.phone.dial !== before?.phone.dial && { phone: said.phone }),
    ...(said.mayCollect !== (before?.mayCollect ?? null) && { mayCollect: said.mayCollect }),
    ...(said.address !== null && said.address !== before?.address && { address: said.address }),
  }
}

function takeAnnounced(
  asking: Asking,
  intake: Intake,
  { outlet, announced }: { readonly outlet: Outlet; readonly announced: Announced },
) {
  const { said, version, key, asked } = intake
  const { repair, booking, customer } = announced
  const arrivedAt = repair.wayIn === 'walk_in' ? (booking?.arrivedAt ?? null) : null
  const { faultText } = said
  return quickPath(asking, {
    code: repair.code,
    action: receiving(asking, intake, { arrivedAt, outlet }),
    followedBy: [...corrections(said, announced), ...agreedSteps(asking, said)],
    personal: {
      device: said.device,
      contact: changedContact(said.contact, customer?.contact),
      ...(faultText !== null && { words: { fault: faultText } }),
    },
    shelf: said.shelf,
    ...{ expectedVersion: version, happenedAt: null, key, asked },
  })
}

function takeWalkIn(asking: Asking, intake: Intake, { outlet, visit }: IntakeCase) {
  const { said, key, asked } = intake
  const { model, faultCode, faultText, contact, wayBack, locale, device, shelf } = said
  return registerRepair(asking, {
    ...{ model, faultCode, faultText, contact, wayBack, locale, device, shelf, key, asked },
    outletCode: outlet.code,
    ticket: visit?.booking.code ?? null,
    isFurther: visit?.isFurther ?? false,
    service: defaultService(asking.config.catalogue, { model, fault: faultCode }),
    consent: { wording: CONSENT_WORDING },
    receive: receiving(asking, intake, { arrivedAt: null, outlet }),
    followedBy: agreedSteps(asking, said),
    happenedAt: null,
  })
}

/** Takes a phone in as the form says: the announced repair is received, any other one registered. */
export function takeIn(
  asking: Asking,
  found: IntakeCase,
  intake: Intake,
): Promise<Task<TakenIn, string>> {
  const { outlet, announced } = found
  return announced
    ? takeAnnounced(asking, intake, { outlet, announced })
    : takeWalkIn(asking, intake, found)
}
