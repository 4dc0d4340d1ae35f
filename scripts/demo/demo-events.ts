import type { LocalText, Suspension } from '#domain/outlets/outlet.ts'
import type { DemoOutlet } from './demo-outlet.ts'
import { daysLater } from './local-days.ts'
import type { Random } from './seeded-random.ts'
import { seededRandom } from './seeded-random.ts'

type Circumstances = { readonly seed: string; readonly today: string }
type Change = (outlet: DemoOutlet, random: Random, today: string) => DemoOutlet

const REASONS: readonly LocalText[] = [
  { en: 'Renovation of the shop', 'zh-CN': '店面装修' },
  { en: 'Moving to another address', 'zh-CN': '网点搬迁' },
  { en: 'Water damage in the building', 'zh-CN': '所在楼宇水浸修缮' },
]

const suspended: Change = (outlet, random, today) => {
  const suspension: Suspension = {
    from: daysLater(today, random.between(-25, 5)),
    until: random.chance(0.7) ? daysLater(today, random.between(10, 60)) : null,
    reason: random.pick(REASONS),
  }
  return { ...outlet, operation: 'suspended', suspension }
}

const closed: Change = (outlet, random, today) => ({
  ...outlet,
  operation: 'closed',
  closedOn: daysLater(today, -random.between(20, 400)),
})

const onNotice: Change = (outlet, random, today) => ({
  ...outlet,
  qualification: 'on_notice',
  qualificationSince: daysLater(today, -random.between(2, 28)),
})

const disqualified: Change = (outlet, random, today) => ({
  ...outlet,
  qualification: 'disqualified',
  qualificationSince: daysLater(today, -random.between(5, 200)),
})

/** Per 420 outlets. */
const CHANGES: readonly (readonly [share: number, Change])[] = [
  [6, suspended],
  [5, closed],
  [5, onNotice],
  [4, disqualified],
]

/** What has happened to the network: a few outlets of each sad kind. Those that repair within the hour are spared. */
export function withEvents(
  outlets: readonly DemoOutlet[],
  { seed, today }: Circumstances,
): readonly DemoOutlet[] {
  const random = seededRandom(`${seed}/events`)
  const changed = new Map<string, DemoOutlet>()
  const candidates = outlets.filter(
    (outlet) => !outlet.services.one_hour && outlet.kind !== 'mail_in_centre',
  )
  for (const [share, change] of CHANGES) {
    const wanted = Math.ceil((share * outlets.length) / 420)
    for (let made = 0; made < wanted && changed.size < candidates.length; ) {
      const outlet = random.pick(candidates)
      if (changed.has(outlet.code)) continue
      changed.set(outlet.code, change(outlet, random, today))
      made++
    }
  }
  return outlets.map((outlet) => changed.get(outlet.code) ?? outlet)
}
