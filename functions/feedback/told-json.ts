import { z } from '@hono/zod-openapi'
import type { RequestContext } from '#functions/http/context.ts'
import { voiceToken } from '#functions/voices/voice-link.ts'
import { LONGEST_SAID, readContact } from './feedback-query.ts'

/** What the public API takes of feedback and of complaints alike. */
export const toldFields = {
  words: z.string().trim().min(1).max(LONGEST_SAID),
  outletCode: z
    .string()
    .max(12)
    .transform((code) => code.toUpperCase())
    .nullish(),
  contact: z
    .object({
      reach: z.string().trim().max(120).openapi({ description: 'A phone number, or an e-mail' }),
      name: z.string().trim().max(80).nullish(),
      consent: z.literal(true),
    })
    .nullish()
    .openapi({ description: 'None: anonymous' }),
  locale: z.enum(['en', 'zh-CN']).default('en'),
}

type Said = z.output<z.ZodObject<typeof toldFields>>['contact']

/** Who may be answered; `refused` where the number is none of the country. */
export const contactOf = (contact: Said, country: string) =>
  readContact({ reach: contact?.reach ?? '', name: contact?.name ?? '' }, country)

/** Its reference code, and the way to the answer for whom nothing can be sent. */
export const toldThing = z.object({
  code: z.string(),
  link: z.string().nullable().openapi({
    description: 'The only way to the answer of who is anonymous, told here and never again',
  }),
})

export const linkTo = async (
  { config, keys }: RequestContext,
  subject: `feedback/${string}` | `complaint/${string}`,
): Promise<string> => `${config.siteUrl}/t/${await voiceToken(keys, subject)}`
