import { anyOf, plainWords } from './plain-words.ts'

/**
 * What feedback may be about: staff tag it so, and whoever tells it may say so. The first three are asked
 * of every repair: does it work properly, does it last, was it worth the money.
 */
export const THEMES = [
  'works_properly',
  'lasts',
  'worth_the_money',
  'speed',
  'price',
  'attitude',
  'explanation',
  'parts',
  'privacy',
  'premises',
  'booking',
  'delivery',
  'warranty',
  'other',
] as const
export type Theme = (typeof THEMES)[number]

export const isTheme = (text: unknown): text is Theme =>
  (THEMES as readonly unknown[]).includes(text)

const KEYWORDS: Readonly<Record<Exclude<Theme, 'other'>, readonly string[]>> = {
  works_properly: [
    ...['works', 'working', 'broken', 'fixed', 'fault*', 'crash*', 'freez*', 'same problem'],
    ...[
      '修好',
      '修坏',
      '又坏',
      '死机',
      '卡顿',
      '闪退',
      '失灵',
      '好用',
      '正常使用',
      '老毛病',
      '同样的问题',
    ],
  ],
  lasts: [
    ...['last', 'lasts', 'lasted', 'lasting', 'durable', 'durability', 'wore out', 'broke again'],
    ...['耐用', '用不久', '没用多久', '没几天', '没过几天', '寿命', '用了不到'],
  ],
  worth_the_money: [
    ...['worth', 'value for money', 'good value', 'waste of money', 'rip-off', 'ripped off'],
    ...['性价比', '值这个', '划算', '不值', '超值', '花得值', '物有所值', '白花钱'],
  ],
  speed: [
    ...['wait', 'waits', 'waited', 'waiting', 'queue*', 'slow', 'slowly', 'delay*', 'quick*'],
    ...['fast', 'faster', 'long time', 'too long', 'overdue', 'late'],
    ...[
      '等了',
      '等待',
      '等太久',
      '排队',
      '太慢',
      '很慢',
      '快速',
      '很快',
      '拖延',
      '拖了',
      '及时',
      '速度',
      '超时',
    ],
  ],
  price: [
    ...['price*', 'pricing', 'cost*', 'expensive', 'cheap*', 'charge*', 'overcharge*', 'fee*'],
    ...['quote*', 'invoice*', 'bill'],
    ...['价格', '收费', '费用', '太贵', '很贵', '便宜', '报价', '发票', '多收', '维修费', '多少钱'],
  ],
  attitude: [
    ...['rude*', 'polite*', 'friendl*', 'attitude', 'kind', 'helpful', 'unhelpful', 'patien*'],
    ...['impatient', 'respect*', 'ignored'],
    ...['态度', '礼貌', '耐心', '不耐烦', '热情', '冷淡', '敷衍', '没人理', '爱理不理', '尊重'],
  ],
  explanation: [
    ...['explain*', 'explanation', 'unclear', 'clear', 'clearly', 'informed', 'inform', 'told me'],
    ...['information', 'no news', 'nobody told'],
    ...['解释', '说明', '讲清', '说清', '告知', '通知', '没人告诉', '没人联系', '不清楚', '信息'],
  ],
  parts: [
    ...['part', 'parts', 'spare*', 'stock', 'out of stock', 'original', 'genuine'],
    ...['备件', '配件', '缺货', '没货', '到货', '原装', '正品', '零件'],
  ],
  privacy: [
    ...[
      'privacy',
      'private',
      'personal data',
      'my data',
      'passcode',
      'password',
      'photos',
      'backup',
    ],
    ...['隐私', '数据', '密码', '照片', '相册', '备份', '个人信息'],
  ],
  premises: [
    ...['clean', 'dirty', 'seat*', 'parking', 'toilet*', 'air conditioning', 'sign', 'signs'],
    ...['crowded', 'step-free', 'wheelchair'],
    ...['环境', '门面', '座位', '停车', '卫生', '空调', '指示牌', '拥挤', '无障碍'],
  ],
  booking: [
    ...['booking*', 'booked', 'appointment*', 'slot', 'slots', 'opening hours', 'opening times'],
    ...['预约', '取号', '叫号', '营业时间', '几点开门', '改约', '号源'],
  ],
  delivery: [
    ...['courier*', 'parcel*', 'shipping', 'shipped', 'deliver*', 'posted', 'by post', 'mail-in'],
    ...['快递', '物流', '寄修', '寄回', '包裹', '邮寄', '签收', '运费'],
  ],
  warranty: [
    ...['warranty', 'guarantee*', 'covered', 'refund*', 'replacement'],
    ...['保修', '三包', '质保', '保内', '过保', '退款', '换新', '换机'],
  ],
}

const PATTERNS = Object.entries(KEYWORDS).map(
  ([theme, keywords]) => [theme as Theme, anyOf(keywords)] as const,
)

/**
 * Themes that a text suggests by the keywords it holds, in the order of `THEMES`; none = nothing is
 * recognised. Whether it praises or blames plays no part, and staff's tags decide.
 * `themesOf('The repair was fast, but too expensive')` is `['speed', 'price']`.
 */
export function themesOf(text: string): readonly Theme[] {
  const plain = plainWords(text)
  return PATTERNS.filter(([, pattern]) => plain.search(pattern) >= 0).map(([theme]) => theme)
}
