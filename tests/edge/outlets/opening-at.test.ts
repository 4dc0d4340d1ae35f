import { expect, it } from 'vitest'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { openingOf } from '#functions/outlets/opening-json.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker, indexFile } from '../support/a-worker.ts'

const nineToSix: CompiledHours = {
  zone: 'Asia/Shanghai',
  week: [[[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 1080]], [[540, 1080]], [], []],
  days: {},
  lastIntakeMinutes: 30,
  until: '2027-06-30',
  untilBecause: 'horizon',
}
const newYork: CompiledHours = { ...nineToSix, zone: 'America/New_York' }
const WEDNESDAY_ELEVEN = Date.UTC(2026, 10, 18, 3)

it('says every instant with the outlet’s own offset', () => {
  expect(openingOf({ hours: nineToSix, zone: 'Asia/Shanghai' }, WEDNESDAY_ELEVEN)).toMatchObject({
    openState: 'open',
    openUntil: '2026-11-18T18:00:00+08:00',
    lastIntakeAt: '2026-11-18T17:30:00+08:00',
    intakeOver: false,
  })
  const summer = Date.UTC(2026, 6, 1, 3)
  expect(openingOf({ hours: newYork, zone: 'America/New_York' }, summer)).toMatchObject({
    openState: 'closed',
    opensAt: '2026-07-01T09:00:00-04:00',
  })
})

it('says why nobody knows', () => {
  expect(openingOf({ hours: null, zone: 'Asia/Shanghai' }, WEDNESDAY_ELEVEN)).toMatchObject({
    openState: 'unknown',
    unknownReason: 'no_hours',
  })
})

it('takes any offset for the same instant, escaped or not', async () => {
  const outlets = [
    anOutlet({ code: 'OPEN', hours: nineToSix }),
    anOutlet({ code: 'FAR', hours: newYork, zone: 'America/New_York' }),
    anOutlet({ code: 'UNKNOWN' }),
  ]
  const seq = await fillHub(outlets)
  const ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
  for (const openAt of [
    '2026-11-18T11:00:00%2B08:00',
    '2026-11-18T11:00:00+08:00',
    '2026-11-18T03:00:00Z',
    '2026-11-17T22:00:00-05:00',
  ]) {
    const answer = await ask(`/api/v1/outlets/nearest?lat=30&lon=120&openAt=${openAt}`)
    const { outlets: found } = (await answer.json()) as { outlets: { code: string }[] }
    expect(found.map(({ code }) => code)).toEqual(['OPEN'])
  }
})
