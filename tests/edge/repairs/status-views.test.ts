import { describe, expect, it } from 'vitest'
import config from '#config'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import { StatusView } from '#functions/repairs/status-views.tsx'
import type { StatusPage } from '#functions/repairs/views/status-page.ts'
import { LOCALES, type Locale } from '#i18n/locale.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { DAYTIME } from '../support/a-counter.ts'

const DAY_MS = 86_400_000
const VISIT = Date.UTC(2026, 9, 3, 6, 30)
const home = anOutlet({
  code: 'SZ-001',
  name: { en: 'Shenzhen Home', 'zh-CN': '深圳一店' },
  hours: DAYTIME,
})
const elsewhere = anOutlet({ code: 'SZ-002', name: { en: 'Shenzhen Away', 'zh-CN': '深圳二店' } })

const showing = (story: RepairStory, change: Partial<StatusPage> = {}): StatusPage => ({
  locale: 'en',
  now: story.now,
  config,
  repair: story.repair,
  events: story.events,
  booking: null,
  outlet: story.repair.atOutlet === 'SZ-001' ? home : elsewhere,
  home,
  via: 'lookup',
  askVersion: null,
  commandId: 'cmd_1',
  notice: null,
  mistyped: null,
  ...change,
})

const html = (story: RepairStory, change: Partial<StatusPage> = {}): string =>
  String(StatusView({ page: showing(story, change) })).replaceAll('\u00a0', ' ')

const titleOf = (page: string): string => /<h1>(.*?)<\/h1>/.exec(page)?.[1] ?? ''

/** As the domain's table says, by the clock of the outlet. */
const SENTENCES: readonly (readonly [RepairStory, en: string, zh: string])[] = [
  [
    aRepair({ visitAt: VISIT }),
    'Booked. Bring your phone on Sat 3 Oct 14:30',
    '已预约，请于 10月3日（周六）14:30 到店',
  ],
  [aMailIn(), 'Accepted. Please send us your phone', '已受理，请寄出手机'],
  [aMailIn().posted(), 'On its way to us', '手机寄送途中'],
  [aRepair().received(), 'We have your phone', '已收到您的手机'],
  [aRepair().diagnosing(), 'Finding the fault', '检测中'],
  [
    aRepair().awaitingDecision(),
    'We need your answer by Thu 15 Oct 13:00',
    '待您确认，请于 10月15日（周四）13:00 前答复',
  ],
  [
    aRepair().awaitingParts({ expectedOn: '2026-10-09' }),
    'Waiting for a part, due Fri 9 Oct',
    '等待备件，预计 10月9日（周五）到货',
  ],
  [aRepair().repairing(), 'Being repaired', '维修中'],
  [aRepair().qualityCheck(), 'Final check', '维修完成，质检中'],
  [aRepair().inTransfer(), 'Moving to Shenzhen Away', '正送往深圳二店'],
  [
    aRepair().movedTo().ready(),
    'Repaired. Next: back to Shenzhen Home',
    '已修好，即将送回深圳一店',
  ],
  [
    aRepair().movedTo().givenUp(),
    'Not repaired. Next: back to Shenzhen Home',
    '未维修，即将送回深圳一店',
  ],
  [aRepair().ready(), 'Repaired. Ready to collect', '已修好，请到店取机'],
  [aMailIn().ready(), 'Repaired. About to be sent', '已修好，待寄回'],
  [aRepair().givenUp(), 'Not repaired. Ready to collect', '未维修，请到店取回原机'],
  [aMailIn().givenUp(), 'Not repaired. About to be sent back', '未维修，待寄回'],
  [aRepair().exchanged(), 'Replacement ready', '已换机，请到店领取'],
  [aMailIn().exchanged(), 'Replacement ready', '已换机，待寄出'],
  [
    aRepair().certified(),
    'Inspection report issued. Take it to your seller',
    '已开具检测单，请联系销售商',
  ],
  [
    aMailIn().certified(),
    'Inspection report issued. About to be sent back',
    '已开具检测单，待寄回',
  ],
  [aRepair().refunded(), 'Refund approved. On its way to you', '已同意退款，款项办理中'],
  [aMailIn().postedBack(), 'On its way back to you', '已寄出，运输途中'],
  [aRepair().lost(), 'We can’t find your phone', '您的手机暂时下落不明，我们正在处理'],
  [aRepair().collected(), 'Repaired and returned', '已修好，已取机'],
  [aMailIn().postedBack().delivered(), 'Repaired and returned', '已修好，已寄达'],
  [aRepair().givenUp().act('hand_over'), 'Returned, not repaired', '未维修，原机已退还'],
  [aRepair().exchanged().act('hand_over'), 'Exchanged', '已换机'],
  [aRepair().refunded().settled(), 'Refunded', '已退款'],
  [
    aRepair().certified().act('hand_over'),
    'Inspection report handed over',
    '已开具检测单，手机已交还',
  ],
  [aRepair().cancelled(), 'Cancelled', '已取消'],
  [aRepair().lapsed(), 'Not brought in', '未到店，已关闭'],
  [aRepair().abandoned(), 'Not collected: we still have it', '逾期未取，手机仍在保管'],
]

describe('the sentence', () => {
  it.each(SENTENCES)('of %# is “%s”', (story, en, zh) => {
    expect(titleOf(html(story))).toBe(en)
    expect(titleOf(html(story, { locale: 'zh-CN' }))).toBe(zh)
  })

  it('leaves no place of a text unfilled, whatever the status', () => {
    for (const [story] of SENTENCES) {
      for (const locale of LOCALES) {
        expect(html(story, { locale })).not.toMatch(/\{\w+\}|undefined|NaN|Invalid/)
      }
    }
  })

  it('says of a visit that was missed that it is over', () => {
    const booking = { status: 'no_show', startsAt: VISIT, queueNumber: null }
    const page = html(aRepair({ visitAt: VISIT }), { booking: booking as StatusPage['booking'] })
    expect(titleOf(page)).toBe('Your visit on Sat 3 Oct 14:30 has passed')
    expect(page).toContain('/book/move/')
  })
})

describe('before the phone is handed over', () => {
  const booked = { status: 'booked', startsAt: VISIT, queueNumber: null } as StatusPage['booking']
  it('leads back to what to bring and to the slip', () => {
    const visit = html(aRepair({ visitAt: VISIT }), { booking: booked })
    expect(visit).toMatch(/href="\/book\/done\/">What to bring/)
    expect(html(aMailIn())).toMatch(/href="\/book\/done\/">Slip/)
  })
  it('and no more once it is with us, or cancelled', () => {
    for (const story of [aRepair().received(), aMailIn().posted(), aRepair().cancelled()]) {
      expect(html(story, { booking: booked })).not.toContain('/book/done/')
    }
  })
})

it('names the courier’s site for a parcel whose number is known', () => {
  const posted = html(aMailIn().postedBack())
  expect(posted).toContain('href="https://www.sf-express.com/"')
  expect(html(aMailIn().postedBack().delivered())).not.toContain('sf-express')
})

/** `done requested`, `now received`, `ahead diagnosing`: a word each stop, with a bend before a branch. */
const lineOf = (page: string): string[] =>
  [...page.matchAll(/<li class="station" data-state="(\w+)"([^>]*)>/g)].map(
    ([, state, rest]) => `${state}${rest?.includes('data-branch') ? ' branch' : ''}`,
  )

describe('the line', () => {
  it('is solid behind, a ring now and dashed ahead, and never has two rings', () => {
    for (const [story] of SENTENCES) {
      const states = lineOf(html(story)).map((stop) => stop.split(' ')[0])
      const order = ['done', 'now', 'ahead']
      expect(states).toEqual([...states].sort((a, b) => order.indexOf(a!) - order.indexOf(b!)))
      expect(states.filter((state) => state === 'now').length).toBeLessThanOrEqual(1)
    }
  })

  it('leaves on a branch for what goes back unrepaired', () => {
    expect(lineOf(html(aRepair().awaitingDecision().declined()))).toEqual([
      'done',
      'done',
      'done',
      'done',
      'now branch',
      'ahead branch',
    ])
    expect(html(aRepair().ready())).not.toContain('data-branch')
  })
})

describe('times', () => {
  it('shows the first promise beside the new one, with the reason', () => {
    const story = aRepair()
      .diagnosing()
      .informed({ promisedAt: Date.UTC(2026, 9, 7, 2), reason: 'more_damage' })
    const page = html(story)
    expect(page).toContain('Wed 7 Oct 10:00')
    expect(page).toContain('First promised for Sat 3 Oct 11:00.')
    expect(page).toContain('Why: there was more to repair.')
  })

  it('says frankly when a promise has passed, and keeps saying that it was broken', () => {
    const story = aRepair().repairing()
    expect(html(story)).not.toContain('class="late"')
    const late = story.later(4 * DAY_MS)
    expect(html(late)).toContain('we are late, and we are sorry')
    expect(html(late.ready())).toContain('It was ready later than first promised.')
  })

  it('does not go on promising a day that comes before the part', () => {
    const promised = 'Promised for Sat 3 Oct 11:00.'
    const late = html(aRepair().awaitingParts({ expectedOn: '2026-10-04' }))
    expect(late).toContain('The part comes after Sat 3 Oct 11:00, which we promised')
    expect(late).not.toContain(promised)
    expect(html(aRepair().awaitingParts({ expectedOn: '2026-10-03' }))).toContain(promised)
  })

  it('never shows a code that has no words', () => {
    const story = aRepair()
      .diagnosing()
      .informed({
        promisedAt: Date.UTC(2026, 9, 7, 2),
        reason: 'ask_wang_about_it',
      })
    expect(html(story)).not.toContain('wang')
    const done = aRepair()
      .qualityCheck({ work: 'by_wang', parts: ['wang-1'] })
      .ready()
    expect(html(done)).not.toContain('wang')
    expect(html(done)).toContain('Another part')
  })

  it('charges every hour of the clock to somebody', () => {
    const story = aRepair()
      .awaitingDecision()
      .accepted()
      .awaitingParts()
      .later(2 * DAY_MS)
    const page = html(story)
    const [, clock = ''] = page.split('id="clock"')
    expect(clock).toContain('2 days 5 h so far')
    expect(clock).toContain('<dt>Waiting for you</dt><dd>1 h</dd>')
    expect(clock).toContain('<dt>At the outlet</dt><dd>3 h</dd>')
    expect(clock).toContain('<dt>Waiting for a part</dt><dd>2 days 1 h</dd>')
  })
})

/** Nothing an event could hold of a person: who did it, on what evidence, in what state the phone came. */
it('shows no staff id, evidence or condition of any event', () => {
  for (const [story] of SENTENCES) {
    for (const locale of LOCALES as readonly Locale[]) {
      const page = html(story, { locale })
      expect(page).not.toMatch(/stf_|scratched|CLM-77|PAY-2026|never-scanned|depot|own-van/)
    }
  }
  const told = SENTENCES.flatMap(([{ events }]): readonly RepairEvent[] => events)
  expect(JSON.stringify(told)).toMatch(/stf_[\s\S]*scratched|scratched[\s\S]*stf_/)
})
