import { beforeAll, expect, it } from 'vitest'
import { COMPLAINT_CAUSES, COMPLAINT_REMEDIES, VERDICTS } from '#domain/complaints/complaint.ts'
import { STAFF_COMPLAINT_STEPS } from '#domain/complaints/complaint-fields.ts'
import { VISIT_STEPS } from '#functions/bookings/visit-json.ts'
import { STAFF_STEPS } from '#functions/repairs/step-json.ts'
import { aWorker } from '../support/a-worker.ts'

type Operation = {
  readonly parameters?: readonly { readonly $ref?: string }[]
  readonly security?: readonly Record<string, unknown>[]
  readonly responses: Record<string, unknown>
  readonly 'x-audience': string
}
type Schema = Record<string, unknown> & {
  readonly properties?: Record<string, Schema>
  readonly required?: readonly string[]
}
type Document = {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: Record<
    'parameters' | 'securitySchemes',
    Record<string, { name: string }>
  > & {
    readonly schemas: Record<string, Schema>
  }
}

let document: Document

beforeAll(async () => {
  document = await (await aWorker()('/api/openapi.json')).json()
})

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => [`${method} ${path}`, one] as const),
  )

const headersOf = ({ parameters = [] }: Operation) =>
  parameters.flatMap(({ $ref }) => ($ref ? [$ref.split('/').at(-1) ?? ''] : []))

/** Everything in a document that is an object, with where it stands. */
function* within(value: unknown, at = ''): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield [at, value as Record<string, unknown>]
  for (const [key, inner] of Object.entries(value)) yield* within(inner, `${at}/${key}`)
}

it('says of every route that answers 428 that it needs If-Match, and of no other', () => {
  const answering = operations().filter(([, { responses }]) => '428' in responses)
  expect(answering.length).toBeGreaterThan(20)
  for (const [route, one] of operations()) {
    expect(headersOf(one).includes('IfMatch'), route).toBe('428' in one.responses)
  }
  expect(document.components.parameters.IfMatch).toMatchObject({ in: 'header', required: true })
  // What is new has no version yet.
  for (const path of [
    'staff',
    'outlets',
    'notices',
    'standards/draft',
    'improvements',
    'pledges',
  ]) {
    expect(document.paths[`/api/v1/desk/${path}`]?.post?.responses, path).not.toHaveProperty('428')
  }
})

it('names the key that makes a repetition safe where one is taken', () => {
  const taking = (path: string) => {
    const one = document.paths[`/api/v1/${path}`]?.post
    return one && headersOf(one).includes('IdempotencyKey')
  }
  expect(document.components.parameters.IdempotencyKey?.name).toBe('Idempotency-Key')
  for (const path of ['bookings', 'feedback', 'desk/complaints', 'desk/hotline/contacts']) {
    expect(taking(path), path).toBe(true)
  }
  for (const path of ['repairs/lookup', 'desk/account/sign-out', 'desk/site/rebuild']) {
    expect(taking(path), path).toBe(false)
  }
})

it('names the cookie of everything that isn’t for anybody', () => {
  const { securitySchemes } = document.components
  expect(Object.values(securitySchemes).map(({ name }) => name)).toEqual([
    ...['__Host-session', '__Host-ticket', '__Host-voice'],
  ])
  const SCHEMES: Record<string, readonly string[]> = {
    public: ['none'],
    staff: ['staff'],
    ticket: ['ticket', 'voice'],
  }
  for (const [route, { security, 'x-audience': audience }] of operations()) {
    const [scheme = 'none'] = Object.keys(security?.[0] ?? {})
    expect(SCHEMES[audience], route).toContain(scheme)
    if (audience === 'ticket') expect(scheme === 'voice', route).toBe(route.includes('/feedback/'))
  }
})

it('gives every step its fields', () => {
  const { schemas } = document.components
  const names = (name: string, steps: readonly string[]) => steps.map((step) => `${name}.${step}`)
  for (const [name, steps] of [
    ['ComplaintStep', STAFF_COMPLAINT_STEPS],
    ['RepairStep', STAFF_STEPS],
    ['VisitStep', VISIT_STEPS],
  ] as const) {
    const refs = names(name, steps).map((id) => ({ $ref: `#/components/schemas/${id}` }))
    expect(schemas[name]?.anyOf).toEqual(refs)
    for (const id of names(name, steps)) expect(schemas[id]?.properties, id).toBeDefined()
  }
  expect(schemas['ComplaintStep.answer']?.properties).toMatchObject({
    verdict: { enum: VERDICTS },
    remedy: { enum: COMPLAINT_REMEDIES },
  })
  expect(schemas['ComplaintStep.report']?.properties?.cause).toMatchObject({
    enum: COMPLAINT_CAUSES,
  })
  expect(schemas['ComplaintStep.contact']).toMatchObject({
    properties: { reached: { type: 'boolean' } },
    required: ['reached'],
  })
  expect(schemas['RepairStep.finish']?.required).toEqual(['faultCode', 'work', 'oldPart'])
  expect(Object.keys(schemas['VisitStep.move']?.properties ?? {})).toEqual([
    ...['startsAt', 'happenedAt'],
  ])
})

it('refers to nothing that isn’t there, and has no object of unknown fields but a publication', () => {
  for (const [at, value] of within(document)) {
    const { $ref, type, properties, anyOf } = value
    if (typeof $ref === 'string') {
      const found = $ref
        .slice(2)
        .split('/')
        .reduce<unknown>((held, key) => (held as Record<string, unknown>)?.[key], document)
      expect(found, `${at} ${$ref}`).toBeDefined()
    }
    const isUnknown = type === 'object' && anyOf === undefined && isEmpty(properties)
    if (isUnknown) expect(at).toMatch(PUBLISHED)
  }
})

/** Told by a schema of its own, which the answer names. */
const PUBLISHED = /\/api\/v1\/publications\//

const isEmpty = (properties: unknown): boolean =>
  typeof properties === 'object' && properties !== null && Object.keys(properties).length === 0

it('writes patterns without delimiters or flags', () => {
  let count = 0
  for (const [at, { pattern }] of within(document)) {
    if (typeof pattern !== 'string') continue
    count++
    expect(() => new RegExp(pattern), at).not.toThrow()
    expect(pattern, at).not.toMatch(/^\/|\/[a-z]*$/)
  }
  expect(count).toBeGreaterThan(5)
})

it('lets a set take effect at once', () => {
  const body = document.paths['/api/v1/desk/standards/draft/publish']?.post
  const from = [...within(body)].find(([at]) => at.endsWith('/properties/effectiveFrom'))?.[1]
  expect(from?.type).toEqual(['string', 'null'])
})
