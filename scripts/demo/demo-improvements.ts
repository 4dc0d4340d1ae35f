import { decideImprovement } from '#domain/improvements/decide-improvement.ts'
import {
  type Improvement,
  type ImprovementWords,
  placeInList,
} from '#domain/improvements/improvement.ts'
import type { ImprovementAction } from '#domain/improvements/improvement-action.ts'
import type { HubDatabase } from '../database/d1-shape.ts'

const DAY_MS = 86_400_000

type Story = {
  readonly key: string
  readonly words: ImprovementWords
  readonly plannedDaysAgo: number
  readonly plan: Omit<Extract<ImprovementAction, { type: 'plan' }>['plan'], 'dueDay'>
  readonly dueInDays: number
  /** Each on its own day, told as days from the plan. */
  readonly steps: readonly (readonly [day: number, action: ImprovementAction])[]
}

type DayOf = (days: number) => string

const both = (en: string, zh: string) => ({ en, 'zh-CN': zh })
const unsaid = { evidence: null, reason: null }

const queueStory = (on: DayOf): Story => ({
  key: 'queue',
  plannedDaysAgo: 150,
  dueInDays: 60,
  plan: {
    ...{ themes: ['speed'], region: null, owner: 'regional_manager', kpi: 'called_in_time' },
    before: { amount: 512, n: 640, from: on(-210), until: on(-180) },
  },
  words: {
    heard: both(
      'Demo: “At noon I waited half an hour before anybody called me.”',
      '演示：“中午等了半个小时才叫到我。”',
    ),
    change: both(
      'Demo: a second counter is open from 11:30 to 14:00 in every service centre.',
      '演示：所有服务中心 11:30–14:00 增开第二个窗口。',
    ),
    evidence: both(
      'Demo: the hours of the second counter stand on each outlet’s door and on its page.',
      '演示：第二窗口的开放时间已张贴在门口，并写在网点页面上。',
    ),
    reason: null,
  },
  steps: [
    [5, { type: 'start' }],
    [55, { type: 'finish', day: on(-95) }],
    [150, { type: 'measure', after: { amount: 655, n: 700, from: on(-60), until: on(-30) } }],
  ],
})

const priceStory = (on: DayOf): Story => ({
  key: 'price',
  plannedDaysAgo: 60,
  dueInDays: 40,
  plan: {
    ...{ themes: ['price', 'explanation'], region: null, owner: 'hq_quality', kpi: 'csat' },
    before: { amount: 21, n: 27, from: on(-120), until: on(-90) },
  },
  words: {
    heard: both(
      'Demo: “Nobody told me the price before the phone was opened.”',
      '演示：“拆机之前没有人告诉我价格。”',
    ),
    change: both(
      'Demo: the price list of the ten most frequent repairs hangs at every counter.',
      '演示：每个窗口公示十种常见维修的价格。',
    ),
    ...unsaid,
  },
  steps: [[10, { type: 'start' }]],
})

const partsStory = (): Story => ({
  key: 'parts',
  plannedDaysAgo: 20,
  dueInDays: 90,
  plan: { themes: ['parts'], region: null, owner: 'hq_supply', kpi: null, before: null },
  words: {
    heard: both(
      'Demo: “They promised the part on Monday, then on Friday, then they stopped calling.”',
      '演示：“说周一到货，又说周五，后来就没人联系我了。”',
    ),
    change: both(
      'Demo: whoever waits for a part gets news by message each time its date moves.',
      '演示：备件到货日期一有变化，就发消息告知等待的客户。',
    ),
    ...unsaid,
  },
  steps: [],
})

const sundayStory = (): Story => ({
  key: 'sunday',
  plannedDaysAgo: 100,
  dueInDays: 60,
  plan: { themes: ['booking'], region: null, owner: 'regional_manager', kpi: null, before: null },
  words: {
    heard: both(
      'Demo: “You are closed in the evening, when I have time.”',
      '演示：“我晚上才有空，你们却关门了。”',
    ),
    change: both('Demo: open until 22:00 on weekdays.', '演示：工作日营业到 22:00。'),
    evidence: null,
    reason: both(
      'Demo: two months’ trial in three cities brought four customers an evening. Mail-in takes requests day and night instead.',
      '演示：在三个城市试行两个月，每晚平均只有四位客户。寄修全天可申请。',
    ),
  },
  steps: [
    [3, { type: 'start' }],
    [70, { type: 'drop' }],
  ],
})

const INSERT = `INSERT INTO improvements
  (id, version, in_list, is_public, state, words, updated_at) VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6)`
const INSERT_EVENT = `INSERT INTO events
  (subject, version, type, happened_at, recorded_at, actor, command_id, data)
  VALUES (?1, ?2, ?3, ?4, ?4, 'import', NULL, ?5)`

function told({ key, plan, plannedDaysAgo, dueInDays, steps }: Story, nowMs: number) {
  const at = (days: number) => nowMs + (days - plannedDaysAgo) * DAY_MS
  const dayAt = (days: number) => new Date(at(days)).toISOString().slice(0, 10)
  const id = `imp_demo_${key}`
  const first: ImprovementAction = { type: 'plan', id, plan: { ...plan, dueDay: dayAt(dueInDays) } }
  let standing: Improvement | null = null
  const events = []
  for (const [day, action] of [
    [0, first],
    ...steps,
    [plannedDaysAgo, { type: 'publish' }],
  ] as const) {
    const decision = decideImprovement(standing, action as ImprovementAction, dayAt(day))
    if (!decision.ok) throw new Error(`demo improvement ${key}: ${decision.refusal}`)
    standing = decision.improvement
    events.push({ ...decision.event, at: at(day) })
  }
  if (!standing) throw new Error(`demo improvement ${key} has no event`)
  return { improvement: standing, events }
}

/** Puts a few plainly invented improvements on record where there are none; answers how many. */
export async function ensureDemoImprovements(
  database: HubDatabase,
  nowMs: number,
): Promise<number> {
  const standing = await database
    .prepare('SELECT count(*) AS some FROM improvements')
    .first<number>('some')
  if (standing) return 0
  const on: DayOf = (days) => new Date(nowMs + days * DAY_MS).toISOString().slice(0, 10)
  const stories = [queueStory(on), priceStory(on), partsStory(), sundayStory()]
  const statements = stories.flatMap((story) => {
    const { improvement, events } = told(story, nowMs)
    const { id, version } = improvement
    const row = [id, version, placeInList(improvement), JSON.stringify(improvement)]
    return [
      database.prepare(INSERT).bind(...row, JSON.stringify(story.words), nowMs),
      ...events.map((event) =>
        database
          .prepare(INSERT_EVENT)
          .bind(event.subject, event.version, event.type, event.at, JSON.stringify(event.data)),
      ),
    ]
  })
  await database.batch(statements)
  return stories.length
}
