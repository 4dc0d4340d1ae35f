import { anyOf, plainWords } from './plain-words.ts'

/** Words that say by themselves that somebody is dissatisfied, unless they are denied. */
const DISSATISFIED = anyOf([
  ...['complain*', 'disappoint*', 'unacceptable', 'terrible', 'terribly', 'awful', 'horrible'],
  ...['rude', 'rudely', 'rudeness', 'angry', 'furious', 'upset', 'annoy*', 'frustrat*'],
  ...['disgust*', 'worst', 'useless', 'unhelpful', 'incompetent', 'unprofessional', 'careless'],
  ...['dissatisfied', 'unsatisfied', 'unhappy', 'fed up', 'a joke', 'ridiculous', 'outrageous'],
  ...['scam', 'scammed', 'cheat*', 'lied', 'liar*', 'ripped off', 'rip-off', 'overcharge*'],
  ...['ignored', 'poor service', 'bad service', 'bad experience', 'poor quality', 'waste of time'],
  ...['waste of money', 'money back', 'still broken', 'broke again', 'broken again'],
  ...['never again', 'never come back', 'far too long', 'way too long', 'ruined', 'lawyer', 'sue'],
  ...['scratched it', 'lost my', 'not good enough', 'let down', 'shameful', 'shame on you'],
  ...[
    '投诉',
    '差评',
    '不满意',
    '不满',
    '失望',
    '生气',
    '气愤',
    '愤怒',
    '恼火',
    '火大',
    '心寒',
    '寒心',
  ],
  ...[
    '态度差',
    '态度恶劣',
    '态度不好',
    '服务差',
    '服务不好',
    '质量差',
    '质量不好',
    '体验差',
    '体验不好',
  ],
  ...[
    '太差',
    '很差',
    '极差',
    '差劲',
    '糟糕',
    '恶劣',
    '垃圾',
    '欺骗',
    '骗人',
    '骗子',
    '被骗',
    '被坑',
    '坑人',
  ],
  ...[
    '黑心',
    '忽悠',
    '乱收费',
    '多收',
    '推诿',
    '推卸',
    '踢皮球',
    '扯皮',
    '敷衍',
    '拖延',
    '一拖再拖',
  ],
  ...[
    '没人理',
    '没人管',
    '没人处理',
    '无人处理',
    '不理不睬',
    '爱理不理',
    '不负责任',
    '不耐烦',
    '不讲理',
  ],
  ...['受不了', '忍无可忍', '太慢', '等太久', '没修好', '修坏', '又坏了', '还是坏', '还是老样子'],
  ...[
    '弄丢',
    '刮花',
    '划伤',
    '维权',
    '曝光',
    '起诉',
    '消协',
    '12315',
    '退钱',
    '赔偿',
    '再也不来',
    '再也不会来',
  ],
])

/** Words of content: only where they are denied does somebody say that they are dissatisfied. */
const CONTENT = anyOf([
  ...['happy', 'satisfied', 'satisfactory', 'pleased', 'impressed', 'good', 'helpful', 'polite'],
  ...['friendly', 'professional', 'acceptable', 'fair', 'honest', 'fixed', 'solved', 'ok', 'okay'],
])

/** What a denial may have between itself and the word of content. */
const BETWEEN =
  '(?:(?:very|really|so|at|all|quite|that|particularly|exactly|been|be|feel|a|being|getting|too)\\s+)*'
const DENIED_CONTENT = new RegExp(
  `(?<![a-z])(?:not|never|hardly|far from)\\s+${BETWEEN}(?:${CONTENT.source})`,
  'gu',
)

/** A word of denial that is none: "not only rude", "can not believe how rude", "不仅", "不得不", "没想到". */
const NO_DENIAL = new RegExp(
  [
    ...['not\\s+only', 'not\\s+just', 'not\\s+(?:believe|understand|accept|forget)'],
    ...[
      '不仅',
      '不但',
      '不光',
      '不只',
      '不止',
      '不得不',
      '忍不住',
      '不断',
      '不停',
      '没想到',
      '想不到',
    ],
    ...['没人', '没法', '无奈', '无法', '不解决', '不处理', '不回复', '不给'],
  ].join('|'),
  'gu',
)
const DENIAL =
  /(?<![a-z])(?:not|no|never|nobody|without|hardly|nothing|nor)(?![a-z])|没|不|无|未|别|勿|并非/u
/** A denial reaches no further: "no answer and terrible service", "不处理就投诉". */
const ENDS_DENIAL =
  /[.,;:!?，。；：！？、…\n]|(?<![a-z])(?:and|but|so|yet|because)(?![a-z])|就|才|只能|只好/u
/** How many letters before a word a denial may stand, in words and in Chinese characters. */
const WORDS_BEFORE = 4
const CHARACTERS_BEFORE = 5

/** What stands before a place in the same part of a sentence, as far back as a denial may be. */
function before(text: string, place: number): string {
  const part = text.slice(0, place).split(ENDS_DENIAL).at(-1) ?? ''
  return part
    .replace(/\p{Script=Han}/gu, ' $& ')
    .trim()
    .split(/\s+/)
    .slice(-CHARACTERS_BEFORE)
    .join(' ')
}

function isDenied(text: string, place: number): boolean {
  const stands = before(text, place)
  const words = /\p{Script=Han}/u.test(stands)
    ? stands.replaceAll(' ', '')
    : stands.split(' ').slice(-WORDS_BEFORE).join(' ')
  return DENIAL.test(words.replace(NO_DENIAL, ''))
}

/** "满不满意" asks, and says nothing. */
const ASKS = /满不满意|是否满意|好不好/gu

/**
 * The words by which a text may be a complaint, as they stand in it (lower case, half-width), each once;
 * null = none. A transparent rule and no verdict: words of dissatisfaction count unless a denial stands
 * shortly before them in the same part of the sentence ("no complaints", "没有不满意"), and English words of
 * content count where they are denied ("not happy"). A person decides what it is.
 * `suspicionOf('I am not satisfied')` is `{ words: ['not satisfied'] }`, `suspicionOf('没有不满')` null.
 */
export function suspicionOf(text: string): { readonly words: readonly string[] } | null {
  const plain = plainWords(text).replace(ASKS, ' ')
  const own = [...plain.matchAll(DISSATISFIED)]
    .filter(({ index }) => !isDenied(plain, index))
    .map(([word]) => word)
  const denied = [...plain.matchAll(DENIED_CONTENT)]
    .filter(({ index }) => !isDenied(plain, index))
    .map(([words]) => words.replace(/\s+/g, ' '))
  const words = [...new Set([...own, ...denied])]
  return words.length === 0 ? null : { words }
}
