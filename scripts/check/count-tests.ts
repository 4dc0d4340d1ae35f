import { existsSync, readFileSync } from 'node:fs'

export type Counted = {
  readonly passed: number
  readonly failed: number
  /** Specs that failed, and passed when they were run once more: named, whether they are counted as passed or not. */
  readonly unsteady?: readonly string[]
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}
type PlaywrightSpec = {
  readonly title: string
  readonly file: string
  readonly line: number
  readonly tests: readonly { readonly status: string }[]
}
type PlaywrightSuite = {
  readonly specs: readonly PlaywrightSpec[]
  readonly suites?: readonly PlaywrightSuite[]
}
export type PlaywrightReport = {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
  }
  readonly errors: readonly unknown[]
  readonly suites: readonly PlaywrightSuite[]
}

/** As many specs of one run may need a second try; more say that something is wrong with the run. */
export const MOST_UNSTEADY = 2

const read = <Report>(file: string): Report | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null

/** A file that couldn't be run counts as one failure: it holds tests that nobody saw pass. */
export function countVitest(file: string): Counted {
  const report = read<VitestReport>(file)
  if (!report) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken }
}

const specsOf = ({ specs, suites = [] }: PlaywrightSuite): readonly PlaywrightSpec[] => [
  ...specs,
  ...suites.flatMap(specsOf),
]

/** A few unsteady specs are let pass and named; when they are more, each counts as failed. */
export function judgePlaywright({ stats, errors, suites }: PlaywrightReport): Counted {
  const { expected, unexpected, flaky } = stats
  const unsteady = suites
    .flatMap(specsOf)
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, line, title }) => `${file}:${line} ${title}`)
  const isLetPass = flaky <= MOST_UNSTEADY
  return {
    passed: expected + (isLetPass ? flaky : 0),
    failed: unexpected + errors.length + (isLetPass ? 0 : flaky),
    unsteady,
  }
}

export function countPlaywright(file: string): Counted {
  const report = read<PlaywrightReport>(file)
  return report ? judgePlaywright(report) : { passed: 0, failed: 1 }
}
