import { describe, expect, it } from 'vitest'
import { customerClock, workshopTime } from '#domain/repairs/clock.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'
import { DAY_MS, ELSEWHERE, HOME, HOUR_MS } from '#support/repair-actions.ts'

/** When the last event of a type happened. */
const when = (story: RepairStory, type: string): number =>
  story.events.findLast((event) => event.type === type)?.happenedAt ?? Number.NaN

const clock = ({ repair }: RepairStory) => [repair.clockStartedAt, repair.clockStoppedAt]

describe('a walk-in’s clock', () => {
  it('runs from the arrival to ready', () => {
    const asked = aRepair()
    const story = asked.received({ arrivedAt: asked.now - 9 }).ready()
    expect(clock(story)).toEqual([asked.now - 9, when(story, 'repair.check_passed')])
  })

  it('runs from being received where nobody noted the arrival', () => {
    const story = aRepair().received()
    expect(clock(story)).toEqual([when(story, 'repair.received'), null])
  })

  it('stops at ready, whatever the way back', () => {
    const story = aRepair({ wayBack: 'post' }).postedBack().delivered()
    expect(clock(story)[1]).toBe(when(story, 'repair.check_passed'))
  })

  it('stops for an unrepaired return, an exchange, a certificate and a refund', () => {
    for (const story of [
      aRepair().givenUp(),
      aRepair().exchanged(),
      aRepair().certified(),
      aRepair().refunded(),
    ])
      expect(clock(story)[1]).toBe(story.events.at(-1)?.happenedAt)
  })
})

describe('away from home, to be collected', () => {
  const away = aRepair().movedTo(ELSEWHERE).ready()

  it('ready stops nothing', () => {
    expect(clock(away)[1]).toBeNull()
    expect(away.events.at(-1)?.data).toMatchObject({ isHome: false, countsAsReady: false })
  })

  it('taking it in at home does', () => {
    const home = away.act('send_on', { outlet: HOME }).act('take_in')
    expect(clock(home)[1]).toBe(when(home, 'repair.taken_in'))
    expect(home.events.at(-1)?.data).toMatchObject({ isHome: true, countsAsReady: true })
    expect(home.repair).toMatchObject({ status: 'ready', outcome: 'repaired', atOutlet: HOME })
  })

  it('a refund, which comes back by no outlet, stops it', () => {
    expect(clock(aRepair().movedTo(ELSEWHERE).refunded())[1]).not.toBeNull()
  })

  it('a way back by post stops it anywhere', () => {
    const posted = aRepair({ wayBack: 'post' }).movedTo(ELSEWHERE).ready()
    expect(clock(posted)[1]).toBe(when(posted, 'repair.check_passed'))
  })
})

describe('a mail-in’s clock', () => {
  it('runs from door to door', () => {
    const story = aMailIn().posted().ready()
    expect(clock(story)).toEqual([when(story, 'repair.posted'), null])
    const back = story.postedBack().later(DAY_MS).delivered()
    expect(clock(back)[1]).toBe(when(back, 'repair.delivered'))
  })

  it('runs from being received when nobody said it was posted', () => {
    const story = aMailIn().received()
    expect(clock(story)[0]).toBe(when(story, 'repair.received'))
  })

  it('stops at ready where the customer collects, and for a refund', () => {
    const story = aMailIn({ wayBack: 'collect' }).posted().ready()
    expect(clock(story)[1]).toBe(when(story, 'repair.check_passed'))
    expect(clock(aMailIn().posted().received().refunded())[1]).not.toBeNull()
  })

  it('has the workshop’s time beside it', () => {
    const story = aMailIn().posted().later(DAY_MS).received().ready().later(DAY_MS).postedBack()
    const spent = when(story, 'repair.posted_back') - when(story, 'repair.received')
    expect(workshopTime(story.delivered().repair, story.now)).toMatchObject({
      elapsedMs: spent,
      isRunning: false,
    })
    expect(workshopTime(aMailIn().posted().repair, 0)).toBeNull()
  })
})

describe('a stopped clock', () => {
  it('runs on when the repair is reopened, until the last ready', () => {
    const again = aRepair().ready().later(DAY_MS).reopened()
    expect(clock(again)[1]).toBeNull()
    const done = again.repairing().ready()
    expect(clock(done)[1]).toBe(when(done, 'repair.check_passed'))
  })

  it('runs on when a parcel comes back, a mail-in’s until it is delivered', () => {
    const bounced = aMailIn().posted().postedBack().deliveryAssumed().bounced()
    expect(clock(bounced)[1]).toBeNull()
    const walkIn = aRepair({ wayBack: 'post' }).postedBack().bounced()
    expect(clock(walkIn)[1]).toBe(when(walkIn, 'repair.bounced'))
  })

  it('runs on while the phone is lost, until it is ready again', () => {
    const lost = aRepair().ready().later(DAY_MS).lost()
    expect(clock(lost)[1]).toBeNull()
    expect(clock(lost.found())[1]).toBe(when(lost.found(), 'repair.found'))
    expect(clock(lost.exchanged())[1]).not.toBeNull()
  })

  it('is left by custody: what nobody collected was ready all the same', () => {
    const story = aRepair().abandoned().reclaimed()
    expect(clock(story)[1]).toBe(when(story, 'repair.check_passed'))
  })

  it('says what it said before, for what must be taken back', () => {
    const ready = aRepair().ready()
    expect(ready.reopened().events.at(-1)?.data).toMatchObject({
      clockStoppedAt: null,
      clockStoppedBefore: when(ready, 'repair.check_passed'),
    })
  })
})

describe('the customer’s waiting', () => {
  it('has not begun before the phone sets out or arrives', () => {
    expect(customerClock(aRepair().repair, 9)).toBeNull()
    expect(customerClock(aMailIn().repair, 9)).toBeNull()
  })

  it('is nobody’s where it closed before it was received', () => {
    expect(customerClock(aMailIn().posted().cancelled().repair, 9)).toBeNull()
    expect(customerClock(aRepair().lapsed().repair, 9)).toBeNull()
  })

  it('grows until it stops, and nothing pauses it', () => {
    const story = aRepair().awaitingDecision()
    const from = story.repair.clockStartedAt ?? 0
    expect(customerClock(story.repair, from + HOUR_MS)).toEqual({
      from,
      to: from + HOUR_MS,
      elapsedMs: HOUR_MS,
      isRunning: true,
    })
    const done = story.accepted().ready()
    const elapsedMs = (done.repair.clockStoppedAt ?? 0) - from
    expect(customerClock(done.repair, from + 99 * DAY_MS)).toMatchObject({
      elapsedMs,
      isRunning: false,
    })
  })
})
