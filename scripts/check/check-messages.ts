/** `npm run check:messages`: every text in both languages, every key used, no text outside the catalogues. */
import { OUTLET_KINDS, PRODUCT_FAMILIES, SERVICE_MODES, SERVICES } from '#domain/outlets/outlet.ts'
import { messages } from '#i18n/messages.ts'
import { catalogueFaults } from './catalogue-faults.ts'
import { keyFaults } from './key-faults.ts'
import { sourceFiles } from './source-files.ts'
import { visibleTextFaults } from './visible-text.ts'

const ENUMERATIONS = {
  'outlets.kind.': OUTLET_KINDS,
  'outlets.service.': SERVICES,
  'outlets.mode.': SERVICE_MODES,
  'outlets.family.': PRODUCT_FAMILIES,
}

const isCatalogue = (path: string): boolean => /^src\/i18n\/(?:en|zh-CN)\//.test(path)
const sources = sourceFiles(['src', 'functions'], ['.ts', '.tsx', '.astro']).filter(
  ({ path }) => !isCatalogue(path),
)
const seen = sources.filter(
  ({ path }) => /\.(?:tsx|astro)$/.test(path) || path.startsWith('src/elements/'),
)

const faults = [
  ...catalogueFaults(messages),
  ...keyFaults(messages.en, sources, ENUMERATIONS),
  ...visibleTextFaults(seen),
]
for (const fault of faults) console.error(fault)
console.log(`${Object.keys(messages.en).length} messages in 2 languages, ${faults.length} faults.`)
if (faults.length) process.exitCode = 1
