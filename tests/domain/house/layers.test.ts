import { describe, expect, it } from 'vitest'
import { lintPlanted } from '#support/planted-house.ts'

const IMPORTS = 'lint/style/noRestrictedImports'

/** One file per plant, so that one run of the linter judges them all. */
type Plant = readonly [why: string, path: string, specifier: string]

const FORBIDDEN: readonly Plant[] = [
  ['the domain from i18n', 'src/domain/outlets/p1.ts', '#i18n/translate.ts'],
  [
    'the domain from i18n, by a relative path',
    'src/domain/outlets/p2.ts',
    '../../i18n/translate.ts',
  ],
  ['the domain from a store', 'src/domain/outlets/p3.ts', '#functions/outlets/store.ts'],
  ['the domain from the configuration', 'src/domain/outlets/p4.ts', '#config'],
  ['the domain from a module of Node', 'src/domain/outlets/p5.ts', 'node:fs'],
  ['the domain from a package not on its list', 'src/domain/outlets/p6.ts', 'leaflet'],
  ['a page from a store', 'src/pages/p7.ts', '#functions/outlets/store.ts'],
  [
    'a component from a view, relatively',
    'src/components/p8.tsx',
    '../../functions/outlets/views.tsx',
  ],
  ['a component from React', 'src/components/p9.tsx', 'react'],
  ['an element from hono', 'src/elements/p10.ts', 'hono'],
  ['an element from a script', 'src/elements/p11.ts', '#scripts/demo/demo-network.ts'],
  [
    'a store from a use case of another capability',
    'functions/outlets/store.ts',
    '#functions/staff/find-staff.ts',
  ],
  ['a store from commit', 'functions/repairs/store.ts', '#functions/db/commit.ts'],
  ['a use case from commit', 'functions/outlets/p12.ts', '#functions/db/commit.ts'],
  ['a use case from http', 'functions/outlets/p13.ts', '#functions/http/context.ts'],
  ['a use case from hono', 'functions/outlets/p14.ts', 'hono'],
  [
    'a use case from the store of another capability',
    'functions/outlets/p15.ts',
    '../staff/store.ts',
  ],
  [
    'what a route reads from the database',
    'functions/outlets/p19-query.ts',
    '#functions/db/statement.ts',
  ],
  ['routes from a store', 'functions/outlets/routes.ts', './store.ts'],
  ['views from a store', 'functions/outlets/views.tsx', './store.ts'],
  ['views from the database', 'functions/staff/views.tsx', '#functions/db/statement.ts'],
  ['the database from a capability', 'functions/db/p16.ts', '#functions/outlets/store.ts'],
  ['the Worker from a test', 'functions/http/p17.ts', '#support/an-outlet.ts'],
  ['the Worker from a script', 'functions/http/p18.ts', '../../scripts/demo/demo-network.ts'],
]

const ALLOWED: readonly Plant[] = [
  ['the domain from itself', 'src/domain/outlets/a1.ts', '#domain/places/place.ts'],
  ['the domain from its neighbour', 'src/domain/outlets/a2.ts', '../places/place.ts'],
  ['the domain from a pure package', 'src/domain/outlets/a3.ts', 'kdbush'],
  ['an element from Leaflet', 'src/elements/a4.ts', 'leaflet'],
  ['a component from i18n', 'src/components/a5.tsx', '#i18n/translate.ts'],
  ['a use case from its own store', 'functions/outlets/a6.ts', './store.ts'],
  [
    'a use case from another use case',
    'functions/bookings/a7.ts',
    '#functions/repairs/request-repair.ts',
  ],
  [
    'what a route answers from the language list',
    'functions/outlets/a8-json.ts',
    '#i18n/locale.ts',
  ],
  ['routes from commit', 'functions/bookings/routes.ts', '#functions/db/commit.ts'],
  ['views from the shell', 'functions/bookings/views.tsx', '#functions/http/shell.tsx'],
  ['a store from the domain', 'functions/bookings/store.ts', '#domain/outlets/outlet.ts'],
]

const IMPORTED: Readonly<Record<string, string>> = { '#functions/db/commit.ts': 'commit' }

const lintAll = (plants: readonly Plant[]) =>
  lintPlanted(
    Object.fromEntries(
      plants.map(([, path, specifier]) => [
        path,
        `import { ${IMPORTED[specifier] ?? 'thing'} as thing } from '${specifier}'\nexport const used = thing`,
      ]),
    ),
  )

describe('the layers', () => {
  const found = lintAll(FORBIDDEN).filter(({ rule }) => rule === IMPORTS)
  const refused = new Set(found.map(({ file }) => file))

  it.each(FORBIDDEN)('refuse to import: %s', (_why, path) => {
    expect(refused).toContain(path)
  })

  it('let everything else through', () => {
    expect(lintAll(ALLOWED).filter(({ rule }) => rule === IMPORTS)).toEqual([])
  })
})
