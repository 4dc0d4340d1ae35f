import { z } from '@hono/zod-openapi'
import { defaultService } from '#domain/repairs/catalogue.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { readRequest, requestBody } from '#functions/bookings/request-json.ts'
import type { FieldCode } from '#functions/http/problem.ts'
import { quickSteps } from '#functions/repairs/quick-path.ts'
import type { RegisterWish } from '#functions/repairs/register-repair.ts'
import { staffAction } from '#functions/repairs/staff-action.ts'
import { askBody, intakeBody, receiveBody } from '#functions/repairs/step-json.ts'

const SIGNED = 'signature'

const agreedBody = askBody
  .pick({ lines: true, declineCostMinor: true, notCovered: true, faultCode: true })
  .extend({
    coverage: askBody.shape.coverage.default('customer_pays'),
    continueTo: askBody.shape.continueTo.default({ status: 'repairing' }),
    evidence: z.string().max(64).default(SIGNED),
  })

export const registerBody = requestBody
  .omit({ service: true, ceilingMinor: true, currency: true, device: true })
  .extend(intakeBody.shape)
  .extend({
    service: requestBody.shape.service.removeDefault().optional(),
    model: requestBody.shape.device.shape.model,
    ticket: z.string().max(40).nullish().openapi({ description: 'Code of the visit' }),
    isFurther: z
      .boolean()
      .default(false)
      .openapi({ description: 'Another device of that visit: it gets a code of its own' }),
    agreed: agreedBody.nullish().openapi({ description: 'A price signed at once' }),
  })

export const quickPathBody = z.object({ receive: receiveBody, agreed: agreedBody })

type Terms = {
  readonly currency: string
  readonly country: string
  readonly catalogue: import('#domain/repairs/catalogue.ts').Catalogue
}

/** The steps that follow receiving; `fault` is what was reported. */
export function agreedActions(
  { evidence, ...said }: z.output<typeof agreedBody>,
  { fault, terms }: { fault: string; terms: Terms },
): readonly RepairAction[] {
  const asked = { kind: 'price' as const, ...said, faultCode: said.faultCode ?? fault }
  const { action } = staffAction('ask', asked, terms) ?? {}
  if (action?.type !== 'ask') throw new Error('an ask was read as something else')
  return quickSteps({ ask: action, evidence })
}

export type ReadRegister =
  | { readonly ok: true; readonly wish: RegisterWish }
  | { readonly ok: false; readonly field: string; readonly code: FieldCode }

type Registering = {
  readonly terms: Terms
  readonly outletCode: string
  /** As stored; null = none was sent. */
  readonly ticket: string | null
  readonly key: string | null
  readonly happenedAt: number | null
}

/** A body as the wish to register a walk-in's device. */
export function readRegister(
  body: z.output<typeof registerBody>,
  { terms, outletCode, ticket, key, happenedAt }: Registering,
): ReadRegister {
  const { model: said, agreed, isFurther, service, fault, contact, wayBack, consent } = body
  const read = readRequest(
    {
      ...{ fault, contact, wayBack, consent, service: service ?? 'repair' },
      device: { model: said },
    },
    { ...terms, key },
  )
  if (!read.ok) return read
  const { wish } = read
  const { model, faultCode } = wish
  const taken = staffAction('receive', { ...body, isAnnounced: true }, terms)
  if (taken?.action.type !== 'receive') throw new Error('a receipt was read as something else')
  const mayCollect = body.mayCollect ?? null
  return {
    ok: true,
    wish: {
      ...{ model, faultCode, faultText: wish.faultText, wayBack: wish.wayBack },
      ...{ locale: wish.locale, consent: wish.consent, key, outletCode, ticket, isFurther },
      contact: { ...wish.contact, mayCollect },
      service: service ?? defaultService(terms.catalogue, { model, fault: faultCode }),
      receive: taken.action,
      device: taken.personal?.device,
      shelf: taken.shelf ?? null,
      followedBy: agreed ? agreedActions(agreed, { fault: faultCode, terms }) : [],
      happenedAt,
    },
  }
}
