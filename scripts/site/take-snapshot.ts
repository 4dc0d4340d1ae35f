/**
 * Writes what a build may know of the network to `.snapshot/*.json`: `npm run snapshot -- --local|--remote`.
 * The change counter is read first: what changes meanwhile is seen by the edge as newer than the build.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Notice, noticesToBuild } from '#domain/desk/network-notice.ts'
import { publicImprovement } from '#domain/improvements/public-improvement.ts'
import type { Qualification } from '#domain/scorecards/qualification.ts'
import { isEdition } from '#domain/standards/standard-set.ts'
import { improvementFromRow } from '#functions/improvements/improvement-rows.ts'
import { outletFromRow } from '#functions/outlets/outlet-rows.ts'
import { pledgeFromRow, setFromRow } from '#functions/standards/set-rows.ts'
import { snapshotDir } from './directories.ts'
import type { QueryHub, Row } from './query-hub.ts'
import { localHub, remoteHub } from './query-hub.ts'
import { snapshotPublications } from './snapshot-publications.ts'

const PAGE = 2000

function everyOutlet(hub: QueryHub): Row[] {
  const outlets: Row[] = []
  for (let after = ''; ; after = String(outlets.at(-1)?.code)) {
    const page = hub.rows(
      `SELECT * FROM outlets WHERE code > '${after}' ORDER BY code LIMIT ${PAGE}`,
    )
    outlets.push(...page)
    if (page.length < PAGE) return outlets
  }
}

const text = (row: Row): { en: string; 'zh-CN': string } => ({
  en: String(row.name_en),
  'zh-CN': String(row.name_zh),
})

/** Service notices that a page built now is to hold. */
const noticesIn = (hub: QueryHub, takenAt: string): readonly Notice[] =>
  noticesToBuild(
    hub
      .rows(
        `SELECT * FROM notices WHERE withdrawn_at IS NULL AND until_at > ${Date.parse(takenAt)}`,
      )
      .map((row) => ({
        ...{ id: String(row.id), version: Number(row.version), withdrawnAt: null },
        kind: row.kind as Notice['kind'],
        text: { en: String(row.text_en), 'zh-CN': String(row.text_zh) },
        ...{ fromAt: Number(row.from_at), untilAt: Number(row.until_at) },
      })),
    Date.parse(takenAt),
  )

type Columns = Parameters<typeof setFromRow>[0] & Parameters<typeof pledgeFromRow>[0]

/** Published editions without what is internal: no page is built from that. */
function standardsIn(hub: QueryHub) {
  const editions = hub
    .rows("SELECT * FROM standard_sets WHERE status = 'published' ORDER BY version")
    .map((row) => setFromRow(row as Columns))
    .filter(isEdition)
    .map((edition) => ({
      ...edition,
      standards: edition.standards.filter(({ audience }) => audience === 'public'),
    }))
  const known = new Set(editions.flatMap(({ standards }) => standards.map(({ id }) => id)))
  const pledges = hub
    .rows('SELECT * FROM pledges ORDER BY place, standard_id')
    .flatMap((row) => pledgeFromRow(row as Columns))
    .filter(({ standardId }) => known.has(standardId))
  return { editions, pledges }
}
type ImprovementColumns = Parameters<typeof improvementFromRow>[0]

/** What the public may read of improvements, each with its place in the list. */
const improvementsIn = (hub: QueryHub) =>
  hub.rows('SELECT * FROM improvements WHERE is_public = 1 ORDER BY in_list').flatMap((row) => {
    const { improvement, words } = improvementFromRow(row as ImprovementColumns)
    const shown = publicImprovement(improvement, words)
    return shown ? [{ ...shown, place: String(row.in_list) }] : []
  })

/** How outlets stood by decisions: dates and nothing of what was written. */
const historiesIn = (hub: QueryHub) =>
  hub
    .rows('SELECT outlet_code, state FROM qualifications ORDER BY outlet_code')
    .flatMap(({ outlet_code, state }) => {
      const { history } = JSON.parse(String(state)) as Pick<Qualification, 'history'>
      return history.length === 0 ? [] : [{ id: String(outlet_code).toLowerCase(), history }]
    })

function readNetwork(hub: QueryHub, takenAt: string) {
  const seq = Number(hub.rows("SELECT value FROM counters WHERE name = 'outlet_change'")[0]?.value)
  const outlets = everyOutlet(hub).map((row) => {
    const outlet = outletFromRow(row)
    return { id: outlet.code.toLowerCase(), ...outlet }
  })
  const regions = hub.rows('SELECT * FROM regions ORDER BY id').map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    level: row.level,
    name: text(row),
    countryCode: row.country_code,
  }))
  const partners = hub
    .rows('SELECT * FROM partners ORDER BY id')
    .map((row) => ({ id: row.id, name: text(row) }))
  const days = hub.rows('SELECT * FROM calendar_days ORDER BY country_code, date')
  const calendars = hub.rows('SELECT * FROM calendars ORDER BY country_code').map((row) => ({
    id: row.country_code,
    countryCode: row.country_code,
    coveredFrom: row.covered_from,
    coveredUntil: row.covered_until,
    source: row.source,
    days: days
      .filter((day) => day.country_code === row.country_code)
      .map((day) => ({ date: day.date, kind: day.kind, name: text(day) })),
  }))
  return {
    seq,
    outlets,
    regions,
    partners,
    calendars,
    notices: noticesIn(hub, takenAt),
    standards: standardsIn(hub),
    improvements: improvementsIn(hub),
    qualifications: historiesIn(hub),
  }
}

/** Takes the snapshot and answers its change number. */
export function takeSnapshot(hub: QueryHub, takenAt: string): { seq: number; outletCount: number } {
  const { seq, ...network } = readNetwork(hub, takenAt)
  const dir = snapshotDir()
  mkdirSync(dir, { recursive: true })
  const write = (name: string, value: unknown) => {
    writeFileSync(join(dir, `${name}.json.next`), JSON.stringify(value))
    renameSync(join(dir, `${name}.json.next`), join(dir, `${name}.json`))
  }
  for (const [name, rows] of Object.entries(network)) write(name, rows)
  snapshotPublications(hub, dir)
  write('meta', { seq, takenAt })
  return { seq, outletCount: network.outlets.length }
}

if (import.meta.main) {
  const hub = process.argv.includes('--remote') ? remoteHub() : localHub()
  const { seq, outletCount } = takeSnapshot(hub, new Date().toISOString())
  hub.close()
  console.log(`Snapshot of ${outletCount} outlets at change ${seq}.`)
}
