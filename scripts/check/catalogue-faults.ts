export type Catalogue = Readonly<Record<string, string>>
export type Catalogues = { readonly en: Catalogue; readonly 'zh-CN': Catalogue }

const PARAMETER = /\{(\w+)\}/g
const HAN = /\p{Script=Han}/u
/** Half-width punctuation right after a Chinese character; a colon in a time or a point in a number has digits around it. */
const HALF_WIDTH = /\p{Script=Han}[,;:?!]|\p{Script=Han}\.(?!\w)/u
const FULL_WIDTH = /[，。；：？！（）]/

const parametersOf = (text: string): string =>
  [...new Set([...text.matchAll(PARAMETER)].map(([, name]) => name))].sort().join(', ')

function textFaults(key: string, en: string, zh: string): string[] {
  const [inEn, inZh] = [parametersOf(en), parametersOf(zh)]
  return [
    ...(en.trim() && zh.trim() ? [] : [`${key}: a language has no text`]),
    ...(inEn === inZh ? [] : [`${key}: parameters differ: en {${inEn}}, zh-CN {${inZh}}`]),
    ...(HAN.test(en) || FULL_WIDTH.test(en) ? [`${key}: Chinese in the English text`] : []),
    ...(HALF_WIDTH.test(zh) ? [`${key}: half-width punctuation in the Chinese text`] : []),
  ]
}

/** What the two catalogues of messages get wrong between them, one line a fault. */
export function catalogueFaults(messages: Catalogues): string[] {
  const keys = new Set([...Object.keys(messages.en), ...Object.keys(messages['zh-CN'])])
  return [...keys].flatMap((key) => {
    const [en, zh] = [messages.en[key], messages['zh-CN'][key]]
    if (en === undefined) return [`${key}: missing in en`]
    if (zh === undefined) return [`${key}: missing in zh-CN`]
    return textFaults(key, en, zh)
  })
}
