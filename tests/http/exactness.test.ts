import { afterAll, describe, expect, inject, it } from 'vitest'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { startBareSite } from '#support/bare-site.ts'
import { exactnessQueries } from '#support/exactness-queries.ts'
import { airportOutlets, demoOutlets } from '#support/test-networks.ts'
import type { Point } from '#support/true-nearest.ts'
import { trueNearest } from '#support/true-nearest.ts'
import type { Answer } from '#support/wrong-answers.ts'
import { wrongAnswer } from '#support/wrong-answers.ts'

const LIMIT = 10
const QUERIES = 1_000
const AT_ONCE = 16
const MINUTES = 5 * 60_000

type NearestBody = { outlets: readonly { code: string; distanceKm: number }[] }

async function askApi(baseUrl: string, { lat, lon }: Point): Promise<readonly Answer[]> {
  const response = await fetch(
    `${baseUrl}/api/v1/outlets/nearest?lat=${lat}&lon=${lon}&limit=${LIMIT}`,
  )
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  const { outlets } = (await response.json()) as NearestBody
  return outlets.map(({ code, distanceKm }) => ({ code, metres: distanceKm * 1000 }))
}

async function wrongAnswers(baseUrl: string, outlets: readonly Outlet[]): Promise<string[]> {
  const truth = trueNearest(outlets)
  const queries = exactnessQueries(outlets, QUERIES, 'api')
  const wrong: string[] = []
  for (let from = 0; from < queries.length; from += AT_ONCE) {
    const faults = queries.slice(from, from + AT_ONCE).map(async (query) => {
      const fault = wrongAnswer(await askApi(baseUrl, query), truth(query, LIMIT), LIMIT)
      return fault ? [`from ${query.lat},${query.lon}: ${fault}`] : []
    })
    wrong.push(...(await Promise.all(faults)).flat())
  }
  return wrong
}

describe('the nearest ten by the API', () => {
  const stops: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const stop of stops) await stop()
  })

  async function siteWith(outlets: readonly Outlet[]): Promise<string> {
    const site = await startBareSite(outlets)
    stops.push(site.stop)
    return site.baseUrl
  }

  it(
    'are those of the ellipsoid, in its order: the demo network as it is built',
    async () => {
      const answer = await fetch(`${inject('baseUrl')}/api/v1/outlets?limit=1`)
      expect(answer.status).toBe(200)
      expect(await wrongAnswers(inject('baseUrl'), demoOutlets(420))).toEqual([])
    },
    MINUTES,
  )

  it(
    'are those of the ellipsoid, in its order: a network of 5,000',
    async () => {
      const outlets = demoOutlets(5_000)
      expect(await wrongAnswers(await siteWith(outlets), outlets)).toEqual([])
    },
    MINUTES,
  )

  it(
    'are those of the ellipsoid, in its order: 46,479 airports',
    async () => {
      const outlets = airportOutlets()
      expect(await wrongAnswers(await siteWith(outlets), outlets)).toEqual([])
    },
    MINUTES,
  )
})
