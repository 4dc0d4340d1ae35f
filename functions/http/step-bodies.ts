import { z } from '@hono/zod-openapi'

/**
 * The body of an address that takes several steps, for its description: which schema holds is known only
 * with the address, so it is read by that one later, and here any object passes.
 */
export function stepBodies(
  name: string,
  bodies: Readonly<Record<string, z.ZodObject>>,
  late: z.ZodObject,
) {
  const schemas = Object.fromEntries(
    Object.entries(bodies).map(([step, body]) => [`${name}.${step}`, body.extend(late.shape)]),
  )
  const anyOf = Object.keys(schemas).map((id) => ({ $ref: `#/components/schemas/${id}` }))
  const description = 'By the step in the address'
  const schema = z.object({}).loose().openapi(name, { anyOf, description })
  return { schemas, body: { content: { 'application/json': { schema } } } }
}
