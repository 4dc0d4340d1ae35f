import { describe, expect, test } from 'vitest'
import { suspicionOf } from '#domain/feedback/suspicion.ts'
import { themesOf } from '#domain/feedback/themes.ts'

describe('a suspected complaint', () => {
  test.each([
    ['The man at the counter was rude to my mother.', 'rude'],
    ['I want to make a complaint about the repair in May.', 'complaint'],
    ["I'm not happy with the screen you fitted", 'not happy'],
    ['I am NOT very satisfied.', 'not very satisfied'],
    ['Not only rude but slow as well', 'rude'],
    ["I can't believe how rude she was", 'rude'],
    ['No answer to three mails and terrible service', 'terrible'],
    ['It’s still broken. I want my money back!', 'still broken'],
    ["It wasn't fixed at all", 'not fixed'],
    ['Everybody was kind, but I was overcharged', 'overcharged'],
    ['Never again.', 'never again'],
    ['修了两次还是老样子，太让人失望了', '失望'],
    ['服务态度恶劣，我要投诉', '投诉'],
    ['不仅态度差，还乱收费', '态度差'],
    ['没想到服务这么差劲', '差劲'],
    ['等了三个小时没人理', '没人理'],
    ['再不处理就投诉到12315', '投诉'],
    ['不得不投诉', '投诉'],
    ['对这次维修很不满意', '不满意'],
    ['手机没修好，屏幕又坏了', '没修好'],
    ['我要求退钱', '退钱'],
    ['ＴＥＲＲＩＢＬＥ ｓｅｒｖｉｃｅ', 'terrible'],
  ])('is seen in: %s', (text, word) => {
    expect(suspicionOf(text)?.words).toContain(word)
  })

  test.each([
    'When do you open on Sunday?',
    'How much is a new battery for the Nova 5?',
    'No complaints at all, thank you.',
    'I have nothing to complain about',
    'She was never rude, not once',
    'I was not disappointed',
    "Couldn't be more helpful",
    'I am very happy with the repair',
    'You could not have been more friendly',
    'The work was done without annoying me',
    'It would be good to have more seats.',
    'The issue was tissue paper in the socket', // "sue" is a word of its own
    '请问周末几点营业？',
    '师傅态度很好，不敷衍，点赞',
    '没有不满意的地方',
    '服务挺好，没什么不满，也不用投诉',
    '完全没有让我失望',
    '不会乱收费，很放心',
    '从不推诿，处理及时',
    '请问你们会问顾客满不满意吗',
    '希望多放几把椅子',
    '',
  ])('is not seen in: %s', (text) => {
    expect(suspicionOf(text)).toBeNull()
  })

  test('names each word once', () => {
    expect(suspicionOf('Rude. Simply rude. RUDE!')).toEqual({ words: ['rude'] })
  })

  test('is looked for in a long text without getting lost', () => {
    const text = `${'not '.repeat(5_000)}${'不'.repeat(5_000)}`
    expect(suspicionOf(text)).toBeNull()
  })
})

describe('themes', () => {
  test.each([
    ['The repair was fast, but too expensive', ['speed', 'price']],
    ['Was it worth the money? The battery lasts a day.', ['lasts', 'worth_the_money']],
    ['Nobody told me that the part was out of stock', ['explanation', 'parts']],
    ['Will my photos and passcode be safe?', ['privacy']],
    ['She was so polite and patient', ['attitude']],
    ['The courier lost the parcel', ['delivery']],
    ['修好以后很好用，价格也公道', ['works_properly', 'price']],
    ['没用多久又坏了，不值', ['works_properly', 'lasts', 'worth_the_money']],
    ['排队太久，建议开放预约', ['speed', 'booking']],
    ['过保了还能换机吗', ['warranty']],
    ['Thank you', []],
    ['A departed partner', []], // neither is a part
  ])('of %s are %j', (text, themes) => {
    expect(themesOf(text)).toEqual(themes)
  })
})
