import { env } from 'cloudflare:workers'
import {
  type Improvement,
  type ImprovementWords,
  placeInList,
} from '#domain/improvements/improvement.ts'

export const IMPROVEMENT = 'imp_walked'

const FIGURE = { amount: 45, n: 50, from: '2026-09-01', until: '2026-10-01' }

/** A plan as JSON. */
export const PLAN_BODY = {
  ...{ themes: ['speed'], region: null, owner: 'hq_quality', dueDay: '2026-12-01' },
  ...{ kpi: 'csat', before: FIGURE },
  heard: { en: 'The queue is too long.', 'zh-CN': '排队太久。' },
  change: { en: 'One more counter at noon.', 'zh-CN': '中午增开一个窗口。' },
}

/** The same as a form. */
export const PLAN_FORM: Readonly<Record<string, string>> = {
  ...{ themes: 'speed', region: '', owner: 'hq_quality', dueDay: '2026-12-01', kpi: 'csat' },
  ...{ beforeAmount: '45', beforeN: '50', beforeFrom: '2026-09-01', beforeUntil: '2026-09-30' },
  ...{ heardEn: 'The queue is too long.', heardZh: '排队太久。' },
  ...{ changeEn: 'One more counter at noon.', changeZh: '中午增开一个窗口。' },
  version: '1',
}

/** Puts an improvement of a region on record, as if it had been planned long ago. */
export async function anImprovement(change: Partial<Improvement> = {}): Promise<Improvement> {
  const improvement: Improvement = {
    ...{ id: IMPROVEMENT, version: 1, status: 'planned', themes: ['speed'] },
    ...{ region: 'cn-zhejiang-hangzhou', owner: 'regional_manager', isPublic: false },
    ...{ dueDay: '2026-12-01', firstDueDay: '2026-12-01', kpi: 'csat', before: FIGURE },
    ...{ after: null, endedOn: null, ...change },
  }
  const words: ImprovementWords = {
    ...{ heard: PLAN_BODY.heard, change: PLAN_BODY.change, evidence: null, reason: null },
  }
  await env.HUB.prepare(
    `INSERT INTO improvements (id, version, in_list, is_public, state, words, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)`,
  )
    .bind(
      ...([improvement.id, improvement.version, placeInList(improvement)] as const),
      ...([Number(improvement.isPublic), JSON.stringify(improvement)] as const),
      JSON.stringify(words),
    )
    .run()
  await env.HUB.prepare(
    `INSERT INTO events (subject, version, type, happened_at, recorded_at, actor, command_id, data)
     VALUES (?1, 1, 'improvement.planned', 0, 0, 'stf_walked', NULL, '{}')`,
  )
    .bind(`improvement/${improvement.id}`)
    .run()
  return improvement
}
