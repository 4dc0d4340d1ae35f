import type { Catalogue } from './catalogue-faults.ts'
import type { SourceFile } from './source-files.ts'

const STRING = /'([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)'|"([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)"/g
const TEMPLATE = /`([a-z][a-z0-9_]*\.[^`\n]*\$\{[^`\n]*)`/g
/** `t('key'` and `plural(locale, 'base'`: these name keys and nothing else. */
const NAMED = /\bt\(\s*'([^']+)'/g
const COUNTED = /\bplural\(\s*[\w.]+,\s*'([^']+)'/g

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Which keys a template may stand for: `outlets.kind.${kind}` fits `outlets.kind.` and one word. */
function templatePattern(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/)
  return new RegExp(`^${parts.map(escaped).join('[a-z0-9_]+')}$`)
}

/** Lists of an enumeration's values by the key they end: `outlets.kind.` -> every kind there is. */
export type Enumerations = Readonly<Record<string, readonly string[]>>

function enumerationFaults(keys: readonly string[], enumerations: Enumerations): string[] {
  return Object.entries(enumerations).flatMap(([prefix, values]) => {
    const inCatalogue = keys.filter((key) => key.startsWith(prefix))
    const wanted = values.map((value) => prefix + value)
    return [
      ...wanted.filter((key) => !keys.includes(key)).map((key) => `${key}: missing`),
      ...inCatalogue
        .filter((key) => !wanted.includes(key))
        .map((key) => `${key}: names a value that doesn't exist`),
    ]
  })
}

/** Keys that the sources use and the catalogue lacks, and keys that nobody uses. */
export function keyFaults(
  catalogue: Catalogue,
  sources: readonly SourceFile[],
  enumerations: Enumerations,
): string[] {
  const keys = Object.keys(catalogue)
  const words = new Set<string>()
  const patterns: RegExp[] = []
  const faults = enumerationFaults(keys, enumerations)
  for (const { path, text } of sources) {
    for (const [, single, double] of text.matchAll(STRING)) words.add(single ?? double ?? '')
    for (const [, template] of text.matchAll(TEMPLATE))
      patterns.push(templatePattern(template ?? ''))
    for (const [, key] of text.matchAll(NAMED)) {
      if (!keys.includes(key ?? '')) faults.push(`${key}: used in ${path}, missing`)
    }
    for (const [, base] of text.matchAll(COUNTED)) {
      const missing = ['one', 'other'].filter((form) => !keys.includes(`${base}.${form}`))
      if (missing.length) faults.push(`${base}.${missing.join('/')}: counted in ${path}, missing`)
    }
  }
  const isUsed = (key: string): boolean =>
    words.has(key) ||
    words.has(key.replace(/\.(?:one|other)$/, '')) ||
    patterns.some(
      (pattern) => pattern.test(key) || pattern.test(key.replace(/\.(?:one|other)$/, '')),
    )
  return [...faults, ...keys.filter((key) => !isUsed(key)).map((key) => `${key}: nobody uses it`)]
}
