import phonePlans from 'libphonenumber-js/metadata.min'
import { LOCALES } from '#i18n/locale.ts'
import { messages } from '#i18n/messages.ts'
import { PHONE_PLANS_PATH, textsPath } from './texts-path.ts'

let loading: Promise<boolean> | null = null

async function load(assets: Fetcher): Promise<boolean> {
  if (Object.keys(messages.en).length > 0) return true
  const wanted = [
    ...LOCALES.map((locale) => [textsPath(locale), messages[locale]] as const),
    [PHONE_PLANS_PATH, phonePlans] as const,
  ]
  const files = await Promise.all(
    wanted.map(([path]) => assets.fetch(`https://assets.local${path}`)),
  )
  if (files.some(({ ok }) => !ok)) return false
  for (const [place, [, kept]] of wanted.entries()) {
    Object.assign(kept, await files[place]?.json())
  }
  return true
}

/**
 * Waits until the texts of both languages and the numbering plans are at hand, which they are after the first time. Answers
 * whether they are: a Worker without a site beside it has none, and calls each by its key. Throws where
 * the file couldn't be asked for; the next one who asks tries again.
 */
export async function textsReady(assets: Fetcher): Promise<boolean> {
  loading ??= load(assets)
  try {
    const isThere = await loading
    if (!isThere) loading = null
    return isThere
  } catch (error) {
    loading = null
    throw error
  }
}
