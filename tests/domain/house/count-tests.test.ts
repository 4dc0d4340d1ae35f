import { expect, it } from 'vitest'
import { judgePlaywright, MOST_UNSTEADY } from '#scripts/check/count-tests.ts'

const ways = ['expected', 'unexpected', 'flaky'] as const
type Way = (typeof ways)[number]

/** A report as Playwright writes it: a suite for the file and one for a group in it, a spec for each outcome. */
function reportOf(outcomes: readonly Way[], errors: readonly unknown[] = []) {
  const specs = outcomes.map((status, place) => ({
    ...{ title: `rule ${place}`, file: 'desk.spec.ts', line: place + 1 },
    tests: [{ status }],
  }))
  const times = (way: Way) => outcomes.filter((one) => one === way).length
  return {
    stats: { expected: times('expected'), unexpected: times('unexpected'), flaky: times('flaky') },
    errors,
    suites: [{ specs: specs.slice(0, 1), suites: [{ specs: specs.slice(1) }] }],
  }
}

const times = (count: number, way: Way): readonly Way[] => Array.from({ length: count }, () => way)

it('lets a few specs pass that failed once, and names each with its place', () => {
  const judged = judgePlaywright(reportOf(['flaky', 'expected', 'flaky']))
  expect(judged).toEqual({
    ...{ passed: 3, failed: 0 },
    unsteady: ['desk.spec.ts:1 rule 0', 'desk.spec.ts:3 rule 2'],
  })
})

it('counts each of them as failed when they are more than a few, and still names them', () => {
  const judged = judgePlaywright(reportOf(['expected', ...times(MOST_UNSTEADY + 1, 'flaky')]))
  expect(judged.passed).toBe(1)
  expect(judged.failed).toBe(MOST_UNSTEADY + 1)
  expect(judged.unsteady).toHaveLength(MOST_UNSTEADY + 1)
})

it('lets nothing pass that failed twice, nor a run that broke outside a spec', () => {
  expect(judgePlaywright(reportOf(['expected', 'unexpected', 'flaky']))).toMatchObject({
    ...{ passed: 2, failed: 1 },
  })
  expect(judgePlaywright(reportOf(['expected'], ['no server']))).toMatchObject({
    ...{ passed: 1, failed: 1 },
  })
})
