import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a site's pages are made of besides the network's data. */
const SOURCES = [
  'src',
  'public',
  'scripts/site',
  'scripts/places',
  'scripts/basemap',
  'functions',
  'astro.config.mjs',
  'fixpoint.config.ts',
  'fixpoint.catalogue.ts',
  'fixpoint.standards.ts',
  'package-lock.json',
]

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name))
}

/** A hash that changes whenever the site's code does. */
export function codeStamp(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesUnder(source)) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}
