import type { Grievance } from '../sim-case.ts'

type Both = { readonly en: string; readonly 'zh-CN': string }

/** What customers write when they are dissatisfied, by what about; words that a rule suspects among them. */
export const GRIEVANCE_WORDS: Readonly<Record<Grievance, Both>> = {
  too_slow: {
    en: 'It took far too long, and nobody told me why.',
    'zh-CN': '维修时间太久了，也没人告诉我原因，很失望。',
  },
  product_quality: {
    en: 'The same fault came back after a few days. I am disappointed.',
    'zh-CN': '修完没几天又出现同样的问题，很失望。',
  },
  part_missing: {
    en: 'The part never came on the day they said. Unacceptable.',
    'zh-CN': '说好的日期配件一直没到，很不满意。',
  },
  price: {
    en: 'The price was much higher than on your site.',
    'zh-CN': '报价比官网上的贵很多。',
  },
  attitude: { en: 'The person at the counter was rude.', 'zh-CN': '柜台人员态度差。' },
  warranty_dispute: {
    en: 'They say the warranty does not pay. I do not agree.',
    'zh-CN': '说不在保修范围内，我不认可。',
  },
  data_or_privacy: {
    en: 'My phone and everything on it was lost. I want an answer.',
    'zh-CN': '手机和里面的资料都丢了，我要一个说法。',
  },
}

export const CONTENT_WORDS: readonly Both[] = [
  { en: 'Quick and friendly, thank you.', 'zh-CN': '很快，服务态度也好，谢谢。' },
  { en: 'They explained everything before they began.', 'zh-CN': '维修前讲解得很清楚。' },
  { en: 'Ready before the promised time.', 'zh-CN': '比约定时间还早修好。' },
]

export const QUESTION_WORDS: readonly Both[] = [
  { en: 'How long does the warranty of the new battery run?', 'zh-CN': '新换的电池保修多久？' },
  { en: 'Can I book for two phones at once?', 'zh-CN': '可以一次预约两台手机吗？' },
  { en: 'Do you also repair tablets here?', 'zh-CN': '这里可以修平板吗？' },
]

export const SUGGESTION_WORDS: readonly Both[] = [
  { en: 'Please open an hour earlier on weekdays.', 'zh-CN': '建议工作日早一小时开门。' },
  { en: 'A few more chairs near the counter would help.', 'zh-CN': '建议柜台旁多放几把椅子。' },
]

/** What staff write; plainly an example. */
export const STAFF_WORDS = {
  wants: {
    en: 'Wants it put right, and to be told by when.',
    'zh-CN': '希望尽快解决，并告知时间。',
  },
  statement: { en: 'Demo statement of the technician.', 'zh-CN': '演示：技师说明。' },
  happened: { en: 'Demo report: what happened and why.', 'zh-CN': '演示：经过与原因。' },
  missing: { en: 'The cause is missing.', 'zh-CN': '请补充原因。' },
  answer: {
    en: 'Demo answer: what we found and what we do.',
    'zh-CN': '演示：调查结果与处理办法。',
  },
  why: { en: 'This does not help me.', 'zh-CN': '这没有解决我的问题。' },
} as const satisfies Record<string, Both>
