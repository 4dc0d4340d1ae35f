import { beforeEach, describe, expect, it } from 'vitest'
import type { Repair } from '#domain/repairs/repair.ts'
import { aRepair, type RepairStory } from '#support/a-repair.ts'
import { DAY_MS } from '#support/repair-actions.ts'
import { at as placed, putOnRecord } from '../desk-today/open-repairs.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const log: string[] = []
const ask = aWorker({ log })
const HERE = 'HZ-001'
const AT = `month=2026-10&place=outlet/${HERE}`

const page = async ({ cookie }: SignedInStaff, path: string) => {
  const headers = { Accept: 'text/html', Cookie: cookie }
  const answer = await ask(path, { redirect: 'manual', headers })
  return { status: answer.status, text: await answer.text() }
}
const manager = () => signedIn([at('outlet_manager', HERE)])
const list = async (who: SignedInStaff, id: string, query = AT) =>
  await page(who, `/desk/kpis/${id}/repairs/?${query}`)

const of = (story: RepairStory): Repair => placed(story.repair, HERE)
const put = (...repairs: readonly Repair[]) => putOnRecord(repairs.map((repair) => ({ repair })))
const codesIn = (text: string) =>
  [...text.matchAll(/href="\/desk\/repairs\/([0-9A-Z]{13})\/"/g)].map(([, code]) => code)
const rowOf = (text: string, { code }: Repair): string =>
  text.split('<tr>').find((row) => row.includes(code)) ?? ''
/** Came in so many minutes after the month began, by the outlet's clock. */
const cameIn = (minutes: number): Repair => ({
  ...of(aRepair().received()),
  receivedAt: Date.UTC(2026, 8, 30, 16) + minutes * 60_000,
})

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'SZ-001', bucket: 9, regionId: 'cn-guangdong' })])
})

describe('the repairs behind a figure', () => {
  it('are listed, the last to come in first, each with how it counts and where it stands', async () => {
    const fixed = of(aRepair().collected())
    const unrepaired = of(aRepair().later(DAY_MS).givenUp().collected())
    const open = of(
      aRepair()
        .later(2 * DAY_MS)
        .received(),
    )
    await put(fixed, open, unrepaired)
    const { status, text } = await list(await manager(), 'unrepaired_share')
    expect(status).toBe(200)
    expect(codesIn(text)).toEqual([open.code, unrepaired.code, fixed.code])
    expect(rowOf(text, fixed)).toMatch(/Closed.*in the denominator alone/s)
    expect(rowOf(text, unrepaired)).toMatch(/Closed.*in the numerator/s)
    expect(rowOf(text, open)).toMatch(/not diagnosed.*not in it, or not yet/s)
  })

  it('say which month they count in where that is a later one', async () => {
    const late = of(
      aRepair()
        .received()
        .later(40 * DAY_MS)
        .collected(),
    )
    await put(late)
    const { text } = await list(await manager(), 'records_complete')
    expect(rowOf(text, late)).toContain('in 2026-11')
  })

  it('are those of the outlet’s own days of the month', async () => {
    const [before, first, last, after] = [-1, 0, 31 * 1_440 - 1, 31 * 1_440].map(cameIn)
    await put(...[before, first, last, after].flatMap((one) => one ?? []))
    const { text } = await list(await manager(), 'entered_late')
    expect(codesIn(text)).toEqual([last?.code, first?.code])
  })

  it('come in pages of fifty by a sealed cursor, at two rows each and ten', async () => {
    const many = Array.from({ length: 120 }, (_, minute) => cameIn(minute))
    await put(...many)
    const who = await manager()
    const seen: (string | undefined)[] = []
    let from = ''
    for (let asked = 0; asked < 3; asked++) {
      const { text } = await list(who, 'entered_late', `${AT}${from}`)
      const codes = codesIn(text)
      seen.push(...codes)
      const { rowsRead } = JSON.parse(log.at(-1) ?? '{}')
      expect(rowsRead).toBeLessThanOrEqual(2 * codes.length + 10)
      const [, next] = /from=([^"&]+)"/.exec(text) ?? []
      from = next ? `&from=${next}` : ''
      expect(text).not.toContain('from=17')
    }
    expect(from).toBe('')
    expect(seen).toEqual(many.map(({ code }) => code).toReversed())
  })

  it('are linked from an outlet’s figure, and where it isn’t told by repairs that is said', async () => {
    const who = await manager()
    const figure = await page(who, `/desk/kpis/promise_kept/?${AT}`)
    expect(figure.text).toContain('/desk/kpis/promise_kept/repairs/?month=2026-10')
    const asked = await page(who, `/desk/kpis/csat/?${AT}`)
    expect(asked.text).toMatch(/isn’t counted from repairs.*href="\/desk\/surveys\/"/s)
    expect((await list(who, 'csat')).status).toBe(404)
    const region = await page(
      await signedIn([everywhere('hq_quality')], { key: 'hq' }),
      '/desk/kpis/promise_kept/?month=2026-10',
    )
    expect(region.text).not.toContain('/repairs/?')
  })

  it('aren’t there for who may see nothing of the outlet, nor for a role without repairs', async () => {
    const other = await signedIn([at('outlet_manager', 'SZ-001')], { key: 'other' })
    expect((await list(other, 'promise_kept')).status).toBe(404)
    const admin = await signedIn([everywhere('hq_admin')], { key: 'admin' })
    expect((await list(admin, 'promise_kept')).status).toBe(403)
    const plain = await page(admin, `/desk/kpis/promise_kept/?${AT}`)
    expect(plain.text).not.toContain('/repairs/?')
    const who = await manager()
    expect((await list(who, 'promise_kept', 'month=2026-10&place=region/cn')).status).toBe(404)
    expect((await list(who, 'promise_kept', `month=2026-13&place=outlet/${HERE}`)).status).toBe(422)
    expect(
      (await list(who, 'promise_kept', `${AT}&from=1790000000000%200123456789ABC`)).status,
    ).toBe(200)
  })
})
