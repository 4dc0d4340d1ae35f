import { expect, test } from 'vitest'
import { aFile, anEmptyHub, contentOf, importInto, outletIn } from '#support/import-fixture.ts'

const HEADER = 'code,name,lat,lon,country,province,city,region_path'
const US = (code: string, province: string, city: string, path: string) =>
  `${code},A,40.7,-74.0,US,${province},${city},${path}`
const CN = (code: string, province: string, city: string, path: string) =>
  `${code},A,22.541,114.057,CN,${province},${city},${path}`
const csv = (...rows: string[]) => aFile([HEADER, ...rows].join('\n'))

/** `field reason` of what is wrong with the rows, the first of which are there already. */
async function refused(standing: readonly string[], ...rows: string[]) {
  const hub = anEmptyHub()
  if (standing.length > 0) await importInto(hub, csv(...standing))
  const before = contentOf(hub)
  const { checked, written } = await importInto(hub, csv(...rows))
  if (!written) expect(contentOf(hub)).toBe(before)
  return checked.problems.map(({ line, field, reason }) => `${line} ${field}: ${reason}`)
}

test.each(['cn/bb/bb-cc', 'us-x/us-ny/us-ny-york', 'US/us-ny/us-ny-york'])(
  'a region path begins with the country of its row: not %s in the US',
  async (path) => {
    const [problem] = await refused([], US('NY-1', 'NY', 'York', path))
    expect(problem).toMatch(/^2 regionPath: /)
  },
)

test('a region path names each region once', async () => {
  expect(await refused([], US('NY-1', 'NY', 'York', 'us/us-ny/us'))).toEqual([
    '2 regionPath: "us/us-ny/us" names a region twice',
  ])
})

test.each([
  ['of another country', 'us/cn-gd/us-york', /cn-gd is the province of CN under cn, not .* of US/],
  ['under another parent', 'us/us-ny/us-al-york', /us-al-york is the city of US under us-al/],
  ['on another level', 'us/us-ny/us-al', /us-al is the province of US under us, not the city/],
])('a region path takes no region %s', async (_, path, reason) => {
  const standing = [CN('SZ-1', '广东省', '', ''), US('AL-1', 'AL', 'York', '')]
  const row = US('NY-1', 'NY', 'York', path)
  const [inHub] = await refused(standing, row)
  expect(inHub).toMatch(/^2 regionPath: /)
  expect(inHub).toMatch(reason)
  const [inFile] = await refused([], ...standing, row)
  expect(inFile).toMatch(/^4 regionPath: /)
  expect(inFile).toMatch(reason)
})

test('a region that a path gave to another country is not taken for one made of names', async () => {
  const [problem] = await refused(
    [US('NY-1', 'NY', 'York', 'us/cn-gd/us-york')],
    CN('SZ-1', '广东省', '', ''),
  )
  expect(problem).toMatch(/^2 province: region cn-gd is the province of US under us/)
})

test('a name that is a province here and a city there is one region while nothing lies below', async () => {
  const hub = anEmptyHub()
  const at = '-34.9,-56.16,UY'
  const rows = [`A-1,A,${at},,Montevideo,`, `A-2,A,${at},Montevideo,,`]
  const outcome = await importInto(hub, csv(...rows))
  expect(outcome.checked.problems).toEqual([])
  expect(outletIn(hub, 'A-2')?.regionId).toBe('uy-montevideo')
  const [problem] = await refused(rows, `A-3,A,${at},Montevideo,Centro,`)
  expect(problem).toMatch(/^2 province: region uy-montevideo is the city of UY under uy/)
})

test('a path that agrees with the hub is taken again and again', async () => {
  const row = US('NY-1', 'NY', 'York', 'us/us-ny/us-ny-york')
  expect(await refused([row], row, US('NY-2', 'NY', 'York', 'us/us-ny/us-ny-york'))).toEqual([])
})
