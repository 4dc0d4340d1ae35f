/**
 * Adds to package-lock.json an entry for every optional dependency that npm left out because the
 * registry at hand lacks that platform's package; without them `npm ci` refuses the lock.
 * The added entries carry no integrity, since nothing was downloaded to take it from.
 * Run it after each change of dependencies: `npm run lock:complete`.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type LockEntry = {
  version?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  dev?: boolean
  optionalDependencies?: Record<string, string>
}

const PLATFORMS = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'openbsd',
  'netbsd',
  'android',
  'sunos',
  'aix',
]
const CPUS = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
]

const wordsOf = (name: string) => name.replace('windows', 'win32').split(/[-/]/)

function stubFor(name: string, version: string): LockEntry {
  const words = wordsOf(name)
  const os = PLATFORMS.filter((platform) => words.includes(platform))
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined
  const cpu = CPUS.filter(
    (kind) => words.includes(kind) || (kind === 'x64' && words.includes('64')),
  )
  return {
    version: version.replace(/^[\^~]/, ''),
    dev: true,
    optional: true,
    os: os.length ? os : ['none'],
    cpu: cpu.length ? cpu : ['none'],
    ...(libc && { libc }),
  }
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockEntry>
}
const added: string[] = []
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const candidates = [`${path ? `${path}/` : ''}node_modules/${name}`, `node_modules/${name}`]
    if (candidates.some((candidate) => lock.packages[candidate])) continue
    lock.packages[`node_modules/${name}`] = stubFor(name, version)
    added.push(`${name}@${version}`)
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
)
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length ? `Added: ${added.join(', ')}` : 'The lock is complete.')
