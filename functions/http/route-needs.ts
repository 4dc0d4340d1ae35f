import type { RouteConfig } from '@hono/zod-openapi'
import { SESSION_COOKIE } from '#functions/staff/identity.ts'
import { COMMAND_HEADERS } from './command-headers.ts'
import { TICKET_COOKIE } from './ticket-cookie.ts'
import { VOICE_COOKIE } from './voice-cookie.ts'

const cookie = (name: string, description: string) =>
  ({ type: 'apiKey', in: 'cookie', name, description }) as const

/** What routes ask for, told once; each names its own. */
export const SHARED_NEEDS = {
  parameters: COMMAND_HEADERS,
  securitySchemes: {
    staff: cookie(
      SESSION_COOKIE,
      'The session of somebody of the staff, who signed in at the desk',
    ),
    ticket: cookie(
      TICKET_COOKIE,
      'By a link, or a repair’s code and phone: that repair, 30 minutes',
    ),
    voice: cookie(VOICE_COOKIE, 'By a link, or a code and contact: what was said, 30 minutes'),
  },
}

export type Scheme = keyof typeof SHARED_NEEDS.securitySchemes

type Asked = {
  readonly scheme: Scheme | null
  readonly takesKey: boolean
  readonly responses: RouteConfig['responses']
}

/** The headers and the cookie of a route, for its description: the version where 428 is answered without. */
export function needsOf({ scheme, takesKey, responses }: Asked) {
  const headers: (keyof typeof COMMAND_HEADERS)[] = []
  if (428 in responses) headers.push('IfMatch')
  if (takesKey) headers.push('IdempotencyKey')
  return {
    ...(headers.length > 0 && {
      parameters: headers.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    }),
    ...(scheme && { security: [{ [scheme]: [] }] }),
  }
}
