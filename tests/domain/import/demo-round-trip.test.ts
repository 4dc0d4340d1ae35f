import { expect, test } from 'vitest'
import { loadDemo } from '#scripts/demo/load-demo.ts'
import { writeExport } from '#scripts/import/write-export.ts'
import { aFile, anEmptyHub, IMPORTED_AT, importInto } from '#support/import-fixture.ts'

test('the demo network, exported, imports back without a change', async () => {
  const hub = anEmptyHub()
  await loadDemo(hub.hub, { nowMs: IMPORTED_AT })
  const file = aFile('', 'demo.csv')
  expect(await writeExport(hub.hub, file)).toBe(420)
  const { plan, written } = await importInto(hub, file)
  expect(plan).toMatchObject({ newCount: 0, changedCount: 0, sameCount: 420 })
  expect(written).toBe(false)
})
