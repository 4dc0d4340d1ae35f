import { GAME_WORDS } from './profiles.ts'
import type { SimulationReport } from './run-simulation.ts'

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

const line = (name: string, value: string | number): string =>
  `  ${name.padEnd(24)} ${typeof value === 'number' ? value.toLocaleString('en') : value}`

/** What a simulated history holds, and which outlets game how: nothing in the data says so. */
export function reportSimulation(report: SimulationReport, seconds: number): string {
  const { outcomes, gamers, spike, repairs } = report
  const byCount = [...outcomes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return [
    line('outlets', report.outlets),
    line('from', report.from),
    line('repairs', repairs),
    ...byCount.map(([outcome, count]) => line(`  ${outcome}`, count)),
    line(
      'surveys, answered',
      `${report.surveys.toLocaleString('en')}, ${report.answers.toLocaleString('en')}`,
    ),
    line(
      'complaints, feedback',
      `${report.complaints.toLocaleString('en')}, ${report.feedback.toLocaleString('en')}`,
    ),
    line('events', report.events),
    line('seconds', seconds.toFixed(1)),
    line('repairs a second', Math.round(repairs / Math.max(seconds, 0.001))),
    ...(spike
      ? [
          `A bad batch of screens in ${spike.province}, ${dayOf(spike.from)} to ${dayOf(spike.until)}.`,
        ]
      : []),
    'Outlets that game their figures (told here alone):',
    ...gamers.map(({ game, outlet }) => `  ${outlet.outlet.code.padEnd(12)} ${GAME_WORDS[game]}`),
  ].join('\n')
}
