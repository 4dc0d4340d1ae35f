import { locator as locatorEn } from './en/locator.ts'
import { outletPage as outletPageEn } from './en/outlet-page.ts'
import { outlets as outletsEn } from './en/outlets.ts'
import { pages as pagesEn } from './en/pages.ts'
import { problems as problemsEn } from './en/problems.ts'
import { site as siteEn } from './en/site.ts'
import { verify as verifyEn } from './en/verify.ts'
import type { Locale } from './locale.ts'
import { locator as locatorZh } from './zh-CN/locator.ts'
import { outletPage as outletPageZh } from './zh-CN/outlet-page.ts'
import { outlets as outletsZh } from './zh-CN/outlets.ts'
import { pages as pagesZh } from './zh-CN/pages.ts'
import { problems as problemsZh } from './zh-CN/problems.ts'
import { site as siteZh } from './zh-CN/site.ts'
import { verify as verifyZh } from './zh-CN/verify.ts'

const en = {
  ...problemsEn,
  ...verifyEn,
  ...locatorEn,
  ...outletPageEn,
  ...pagesEn,
  ...siteEn,
  ...outletsEn,
} as const
const zh: Record<keyof typeof en, string> = {
  ...problemsZh,
  ...verifyZh,
  ...locatorZh,
  ...outletPageZh,
  ...pagesZh,
  ...siteZh,
  ...outletsZh,
}

/** Every text a person can read, by language and key `<capability>.<text>`. */
export const messages: {
  readonly en: typeof en
  readonly 'zh-CN': Record<keyof typeof en, string>
} = {
  en,
  'zh-CN': zh,
} satisfies Record<Locale, Record<keyof typeof en, string>>
