import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { BASEMAP_UNITS, type Basemap, readRing } from '#domain/places/basemap.ts'
import { cutAtAntimeridian, type Ring } from '#scripts/basemap/cut-at-antimeridian.ts'
import { simplifyRing } from '#scripts/basemap/simplify-ring.ts'
import { drawBasemap, landRings } from '#scripts/basemap/write-basemap.ts'

const widthOf = (ring: Ring): number => {
  const lons = ring.map(([lon]) => lon)
  return Math.max(...lons) - Math.min(...lons)
}

describe('a ring on a flat map', () => {
  it('is left alone when it stays on one side', () => {
    const ring: Ring = [
      [10, 0],
      [20, 0],
      [20, 10],
      [10, 10],
    ]
    expect(cutAtAntimeridian(ring)).toEqual([ring])
  })
  it('is cut in two at ±180, each closed along the cut', () => {
    const parts = cutAtAntimeridian([
      [170, 0],
      [-170, 0],
      [-170, 10],
      [170, 10],
    ])
    expect(parts).toHaveLength(2)
    for (const part of parts) expect(widthOf(part)).toBe(10)
    const onCut = parts.flat().filter(([lon]) => Math.abs(lon) === 180)
    expect(onCut).toHaveLength(4)
  })
  it('meets the cut where the coast crosses it', () => {
    const parts = cutAtAntimeridian([
      [178, 0],
      [-174, 8],
      [178, 8],
    ])
    const crossings = parts.flat().filter(([lon]) => Math.abs(lon) === 180)
    expect(crossings.map(([, lat]) => lat).toSorted((a, b) => a - b)).toEqual([2, 2, 8, 8])
  })
  it('is closed along the pole it holds', () => {
    const antarctica: Ring = [
      [-120, -70],
      [0, -75],
      [120, -70],
      [-120, -70],
    ]
    const points = cutAtAntimeridian(antarctica).flat()
    expect(points.some(([lon, lat]) => lat === -90 && lon === -180)).toBe(true)
    expect(points.some(([lon, lat]) => lat === -90 && lon === 180)).toBe(true)
    const arctic: Ring = [
      [120, 70],
      [0, 75],
      [-120, 70],
      [120, 70],
    ]
    expect(
      cutAtAntimeridian(arctic)
        .flat()
        .some(([, lat]) => lat === 90),
    ).toBe(true)
  })
  it('keeps what matters of a coast and drops what lies on the line', () => {
    const ring: Ring = [
      [0, 0],
      [1, 0.001],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ]
    expect(simplifyRing(ring, 0.01)).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ])
  })
})

describe('the bundled map', () => {
  let basemap: Basemap
  beforeAll(() => {
    basemap = drawBasemap()
  }, 60_000)

  it('has rings in the source that would smear, and none in the file', () => {
    const steps = (ring: Ring) =>
      ring.slice(1).map(([lon], at) => Math.abs(lon - (ring[at]?.[0] ?? lon)))
    const smearing = landRings()
      .flat()
      .filter((ring) => steps(ring).some((step) => step > 180))
    expect(smearing.length).toBeGreaterThan(0)
    for (const ring of basemap.rings.map(readRing)) {
      for (const [at, [lat, lon]] of ring.entries()) {
        expect(Math.abs(lon)).toBeLessThanOrEqual(180)
        expect(Math.abs(lat)).toBeLessThanOrEqual(90)
        const [latBefore, lonBefore] = ring[at - 1] ?? [lat, lon]
        // Only the bottom edge under Antarctica runs across the sheet.
        if (lat > -90 || latBefore > -90) expect(Math.abs(lon - lonBefore)).toBeLessThan(20)
      }
    }
  })
  it('has both tips of Chukotka and both halves of Fiji', () => {
    const points = basemap.rings.flatMap(readRing)
    const near = (lat: number, lon: number) =>
      points.some(([a, b]) => Math.abs(a - lat) < 1 && Math.abs(b - lon) < 1)
    expect(near(66, -170)).toBe(true)
    expect(near(69, 178)).toBe(true)
    expect(near(-16.5, 179.5)).toBe(true)
  })
  it('names the largest cities first, in both languages', () => {
    expect(basemap.cities[0]?.slice(2)).toEqual(['Shanghai', '上海市'])
    expect(basemap.cities.length).toBeGreaterThan(300)
  })
  it('is at most 90 KB on the wire', () => {
    expect(gzipSync(JSON.stringify(basemap)).length).toBeLessThanOrEqual(90 * 1024)
  })
  it('reads a ring back from its differences', () => {
    const unit = 1 / BASEMAP_UNITS
    expect(readRing([100, 200, 1, -1])).toEqual([
      [2, 1],
      [2 - unit, 1 + unit],
    ])
  })
})
