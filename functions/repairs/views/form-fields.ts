import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'

const LONGEST = 200

/** What a form brought, field by field; '' where it is missing, no text, or the body can't be read. */
export async function formFields(c: Context<AppEnv>): Promise<(name: string) => string> {
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  return (name) => {
    const value = body[name]
    return typeof value === 'string' ? value.trim().slice(0, LONGEST) : ''
  }
}
