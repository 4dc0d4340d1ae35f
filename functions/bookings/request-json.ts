import { z } from '@hono/zod-openapi'
import { readContactPhone } from '#domain/identifiers/contact-phone.ts'
import { readImei } from '#domain/identifiers/imei.ts'
import { type Catalogue, isReportedFault, OTHER_MODEL } from '#domain/repairs/catalogue.ts'
import { BOOKABLE_SERVICES, WAYS_BACK } from '#domain/repairs/repair.ts'
import type { FieldCode } from '#functions/http/problem.ts'
import { instant } from '#functions/http/query.ts'
import type { RequestWish } from './book-visit.ts'

const text = (most: number) => z.string().trim().min(1).max(most)
const fail = (ctx: z.core.$RefinementCtx, code: FieldCode): never => {
  ctx.addIssue({ code: 'custom', params: { code } })
  return z.NEVER
}

const imei = z
  .string()
  .max(40)
  .transform((typed, ctx): string => {
    const read = readImei(typed)
    return read.ok ? read.imei : fail(ctx, 'not_an_imei')
  })
  .openapi({ type: 'string', example: '490154203237518' })

const faultCode = z
  .string()
  .transform((code, ctx): string => (isReportedFault(code) ? code : fail(ctx, 'not_allowed')))
  .openapi({ type: 'string', example: 'screen' })

const consent = z
  .union([z.literal(true), z.object({ wording: text(40) })])
  .openapi({ description: 'true, or the wording that was agreed to' })

const contact = z.object({
  name: text(80),
  phone: text(40).openapi({ example: '13800138000' }),
  email: z.email().max(200).nullish(),
  locale: z.enum(['en', 'zh-CN']).default('en'),
  secondPhone: text(40).nullish(),
  address: text(300).nullish().openapi({ description: 'Where it is posted back to' }),
})

export const requestBody = z.object({
  service: z.enum(BOOKABLE_SERVICES).default('repair'),
  device: z.object({ model: text(60), imei: imei.nullish() }),
  fault: z.object({ code: faultCode, text: z.string().trim().max(500).nullish() }),
  contact,
  wayBack: z.enum(WAYS_BACK).optional(),
  ceilingMinor: z.int().min(0).max(100_000_000).nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish(),
  consent,
})

export const visitBody = requestBody.extend({
  outletCode: text(12)
    .transform((code) => code.toUpperCase())
    .optional(),
  startsAt: instant().optional(),
  holdId: text(120).optional(),
})

export const mailInBody = requestBody.extend({
  outletCode: text(12)
    .transform((code) => code.toUpperCase())
    .optional(),
})

/** Wording that a caller of the API has agreed to when it says no other. */
const API_WORDING = 'api-1'

/** A listed model by id or name; any other is `other`, and what was said goes with the fault's words. */
function modelOf({ models }: Catalogue, said: string): { model: string; words: string | null } {
  const wanted = said.toLowerCase()
  const found = models.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted)
  return found ? { model: found.id, words: null } : { model: OTHER_MODEL, words: said }
}

type Terms = {
  readonly catalogue: Catalogue
  readonly country: string
  readonly currency: string
  readonly key: string | null
}

export type ReadRequest =
  | { readonly ok: true; readonly wish: RequestWish }
  | { readonly ok: false; readonly field: string; readonly code: FieldCode }

type Phone = { readonly dial: string; readonly display: string }

function phoneOf(typed: string | null | undefined, country: string): Phone | null | 'bad' {
  if (!typed) return null
  const read = readContactPhone(typed, country)
  return read.ok ? { dial: read.dial, display: read.display } : 'bad'
}

/** A body as a request: model and phones read as the deployment's country writes them. */
export function readRequest(body: z.output<typeof requestBody>, terms: Terms): ReadRequest {
  const { contact: said, device, fault } = body
  const phone = phoneOf(said.phone, terms.country)
  if (phone === null || phone === 'bad') {
    return { ok: false, field: 'contact.phone', code: 'not_a_phone' }
  }
  const secondPhone = phoneOf(said.secondPhone, terms.country)
  if (secondPhone === 'bad') {
    return { ok: false, field: 'contact.secondPhone', code: 'not_a_phone' }
  }
  const { model, words } = modelOf(terms.catalogue, device.model)
  const faultText = [words, fault.text].filter(Boolean).join(': ') || null
  const { ceilingMinor } = body
  const currency = body.currency ?? terms.currency
  return {
    ok: true,
    wish: {
      ...{ service: body.service, model, faultCode: fault.code, faultText },
      contact: {
        ...{ name: said.name, phone, email: said.email ?? null, secondPhone },
        ...{ forSomebodyElse: false, mayDecide: null, mayCollect: null },
        address: said.address ?? null,
      },
      imei: device.imei ?? null,
      wayBack: body.wayBack ?? 'collect',
      ceiling: ceilingMinor == null ? null : { amountMinor: ceilingMinor, currency },
      consent: { wording: body.consent === true ? API_WORDING : body.consent.wording },
      locale: said.locale,
      key: terms.key,
    },
  }
}
