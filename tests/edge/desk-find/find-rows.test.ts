import { beforeAll, describe, expect, it } from 'vitest'
import { findRepairs } from '#functions/desk-find/find-repairs.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker } from '../support/a-worker.ts'
import { addRepairs } from '../support/many-repairs.ts'
import { at, everywhere } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { booked, receive } from './a-found-phone.ts'

const ask = aWorker()
const IMEI = '490154203237518'
const person = (grants: object[]) => ({
  ...{ id: 'stf_1', name: 'Demo', email: 'demo@fixpoint.example', locale: 'en' as const },
  grants: grants as never,
})
const counter = person([at('counter', 'HZ-001')])
const agent = person([everywhere('agent')])
const region = person([
  { role: 'regional_manager', scope: { kind: 'region', region: 'cn-zhejiang' } },
])

/** What each find reads: with a few rows for the hit itself, and its customer. */
const FINDS = [
  ['code', 'code', counter, 4],
  ['full IMEI', IMEI, counter, 6],
  ['IMEI tail and parcel', '237518', counter, 6],
  ['phone and parcel', '13800138000', counter, 6],
  ['parcel', 'SF777', counter, 6],
  ['name at one outlet', 'demo', counter, 6],
  // The outlets of the region, one seek each.
  ['name in a region', 'demo', region, 40],
  // One step from each outlet with names to the next, as many as outlets have customers: 400 here.
  ['name in the network', 'demo', agent, 1_300],
  // A beginning that thousands share is answered with the first sixty.
  ['a common beginning', 'name', counter, 165],
  // At most 500 open repairs are reckoned over, there and away.
  ['last 4 digits', '8000', counter, 1_010],
] as const

describe.each([1_000, 100_000])('among %i repairs', (repairs) => {
  let code = ''
  beforeAll(async () => {
    await fillHub([aCounter()])
    await addRepairs(repairs)
    code = await booked(ask)
    await receive(code, IMEI)
  }, 120_000)

  it.each(FINDS)('finding by %s reads no more than its budget', async (_, typed, staff, most) => {
    const sources = theSources()
    const wish = { typed: typed === 'code' ? code : typed, outlet: null }
    const found = await findRepairs({ ...sources, staff }, wish)
    const { rowsRead, trips } = sources.hub.tally
    console.info(`${repairs} repairs, ${_}: ${rowsRead} rows in ${trips} trips`)
    if (!['8000', 'SF777', 'name'].includes(typed)) {
      expect(found.hits.map((hit) => hit.code)).toEqual([code])
    }
    expect(rowsRead).toBeLessThanOrEqual(most)
    expect(trips).toBeLessThanOrEqual(6)
  })
})
