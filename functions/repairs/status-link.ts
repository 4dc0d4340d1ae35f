import type { Repair } from '#domain/repairs/repair.ts'
import type { Sources } from '#functions/db/sources.ts'
import { localePath } from '#i18n/locale.ts'
import { linkToken } from './link-token.ts'

/** The address of a repair's own page, in the language it was asked for in. */
export async function statusLink(
  { keys, config }: Pick<Sources, 'keys' | 'config'>,
  { code, locale, linkEpoch }: Pick<Repair, 'code' | 'locale' | 'linkEpoch'>,
): Promise<string> {
  const token = await linkToken(keys, { code, purpose: 'status', askVersion: null, linkEpoch })
  return `${config.siteUrl}${localePath(locale, `/t/${token}`)}`
}
