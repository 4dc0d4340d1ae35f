import { messages } from '#i18n/messages.ts'
import { fillIn } from './fill-in.ts'
import type { Locale } from './locale.ts'
import { formatNumber, pluralForm } from './numbers.ts'

type Catalogue = (typeof messages)['en']
export type MessageKey = keyof Catalogue

type ParamNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never
type ParamsOf<Key extends MessageKey> = ParamNames<Catalogue[Key]>
type Args<Key extends MessageKey> = [ParamsOf<Key>] extends [never]
  ? []
  : [params: Readonly<Record<ParamsOf<Key>, string | number>>]

export type Translate = <Key extends MessageKey>(key: Key, ...args: Args<Key>) => string

/** The catalogue's voice in one language: `translator('en')('outlets.open_until', { time: '18:00' })`. */
export const translator =
  (locale: Locale): Translate =>
  (key, ...args) =>
    fillIn(messages[locale][key], (args[0] ?? {}) as Record<string, string | number>)

type PluralBase = MessageKey extends infer Key
  ? Key extends `${infer Base}.other`
    ? Base
    : never
  : never

/** Counted text from the keys `<base>.one` and `<base>.other`, both with `{count}`. */
export function plural(locale: Locale, base: PluralBase, count: number): string {
  const text = messages[locale][`${base}.${pluralForm(locale, count)}` as MessageKey]
  return fillIn(text, { count: formatNumber(count) })
}
