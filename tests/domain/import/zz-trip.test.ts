import { expect, test } from 'vitest'
import { loadDemo } from '#scripts/demo/load-demo.ts'
import { writeExport } from '#scripts/import/write-export.ts'
import { aFile, anEmptyHub, IMPORTED_AT, importInto } from '#support/import-fixture.ts'
test('demo', async () => {
  const t = performance.now()
  const hub = anEmptyHub()
  await loadDemo(hub.hub, { nowMs: IMPORTED_AT, count: 420 })
  console.log(performance.now() - t)
  const file = aFile('', 'a.csv')
  await writeExport(hub.hub, file)
  const o = await importInto(hub, file)
  console.log(performance.now() - t, o.checked.problems.slice(0, 20), o.checked.unreadablePhoneCount, o.plan)
  const e = await importInto(anEmptyHub(), file)
  console.log(performance.now() - t, e.checked.problems.slice(0, 20), e.plan?.newCount)
})
