import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openRemoteHub } from '#scripts/database/remote-hub.ts'
import { runWrangler } from '#scripts/database/run-wrangler.ts'
import { FILE_LIMITS } from '#scripts/import/bulk-json.ts'
import {
  aFile,
  anEmptyHub,
  contentOf,
  type EmptyHub,
  importInto,
  outletIn,
} from '#support/import-fixture.ts'

const NAMED = (name: string) => aFile(`code,name,lat,lon\nNY-1,${name},40.7,-74.0\n`)
const CHANGED = aFile(
  'code,name,lat,lon,province,partner,contacts\nNY-0,New,40.7,-74.0,NY,Ring,Ann\nNY-1,B,40.7,-74.0,,,\n',
)

/** What is deployed, behind the two ways wrangler reaches it; `meanwhile` happens before a file runs. */
function aRemote(deployed: EmptyHub, meanwhile = async (): Promise<unknown> => null) {
  const files: string[] = []
  const { database } = openRemoteHub((flag, value) => {
    if (flag === '--command') {
      return JSON.stringify([{ results: deployed.file.prepare(value).all() }])
    }
    files.push(readFileSync(value, 'utf8'))
    return '[]'
  })
  /** Runs statement by statement, each kept as it ran: the worst that could happen to a file. */
  const runFiles = async () => {
    await meanwhile()
    for (const text of files) deployed.file.exec(text)
  }
  return { hub: { ...deployed, hub: database }, files, runFiles }
}

test('a remote import is one file that writes what a local one writes', async () => {
  const deployed = anEmptyHub()
  const { hub, files, runFiles } = aRemote(deployed)
  expect(await importInto(hub, CHANGED, { limits: FILE_LIMITS })).toMatchObject({ written: true })
  expect(files).toHaveLength(1)
  await runFiles()
  const local = anEmptyHub()
  await importInto(local, CHANGED)
  const comparable = (one: EmptyHub) => {
    one.file.exec("UPDATE outlets SET plaque_code = code || '00000'")
    return contentOf(one)
  }
  expect(comparable(deployed)).toBe(comparable(local))
})

test('a file that meets a change made meanwhile fails before it wrote anything', async () => {
  const deployed = anEmptyHub()
  await importInto(deployed, NAMED('A'))
  const { hub, runFiles } = aRemote(deployed, () => importInto(deployed, NAMED('C')))
  await importInto(hub, CHANGED, { limits: FILE_LIMITS })
  await expect(runFiles()).rejects.toThrow(/UNIQUE/)
  expect(outletIn(deployed, 'NY-1')?.name.en).toBe('C')
  const untouched = anEmptyHub()
  await importInto(untouched, NAMED('A'))
  await importInto(untouched, NAMED('C'))
  const said = ({ file }: EmptyHub) =>
    ['events', 'regions', 'partners', 'counters', 'outlets_private'].map((table) =>
      file.prepare(`SELECT * FROM ${table}`).all(),
    )
  expect(said(deployed)).toEqual(said(untouched))
})

test('a dry run sends no file', async () => {
  const { hub, files } = aRemote(anEmptyHub())
  await importInto(hub, CHANGED, { dryRun: true, limits: FILE_LIMITS })
  expect(files).toEqual([])
})

test('wrangler is the installed one: nothing is looked for on PATH, nothing is fetched', () => {
  const { version } = JSON.parse(readFileSync('node_modules/wrangler/package.json', 'utf8'))
  const env = { PATH: '', HOME: process.env.HOME, WRANGLER_SEND_METRICS: 'false' }
  expect(runWrangler(['--version'], env)).toContain(version)
})
