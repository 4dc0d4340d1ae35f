/** Which functions take somebody of the staff, told from the source itself: a new one can't be forgotten. */

const SOURCES = import.meta.glob<string>('/functions/*/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Files that ask no use case's questions: HTTP, shapes of forms and bodies, statements, words. */
const NO_USE_CASE = /(?:^|-)(?:routes|json|query|queries|store|pages|views|rows)\.ts$|\.tsx$/
const PLUMBING = /^(?:db|http)\//
/** Here nobody but staff is served: whatever is exported must say whom it serves. */
const OF_STAFF = /^(?:desk-[a-z]+|notices)\//

const texts = new Map(
  Object.entries(SOURCES).map(([path, text]) => [path.replace('/functions/', ''), text]),
)
const fileOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const isUseCase = (path: string): boolean => !PLUMBING.test(path) && !NO_USE_CASE.test(fileOf(path))

/** A type by its own text, up to the next thing at the margin. */
function typeText(path: string, name: string): string {
  const text = texts.get(path) ?? ''
  const begins = text.search(new RegExp(`^(?:export )?type ${name}\\b`, 'm'))
  if (begins < 0) return ''
  const rest = text.slice(begins)
  const ends = rest.slice(1).search(/\n(?=(?:export|type|const|async|function|import|\/\*\*)\b|\/)/)
  return ends < 0 ? rest : rest.slice(0, ends + 1)
}

/** Where a name of a file comes from; null = it is the file's own, or isn't the Worker's. */
function originOf(path: string, name: string): readonly [path: string, name: string] | null {
  for (const [, list = '', from = ''] of (texts.get(path) ?? '').matchAll(
    /import (?:type )?\{([^}]*)\} from '([^']+)'/g,
  )) {
    for (const one of list.split(',')) {
      const [known, alias = known] = one
        .trim()
        .replace(/^type /, '')
        .split(' as ')
      if (alias !== name || !known) continue
      if (from === '#domain/staff/staff.ts') return ['', known]
      if (from.startsWith('#functions/')) return [from.replace('#functions/', ''), known]
      if (from.startsWith('./')) return [`${path.split('/')[0]}/${from.slice(2)}`, known]
      return null
    }
  }
  return null
}

const namesIn = (text: string): readonly string[] => [...new Set(text.match(/\b[A-Z]\w+/g))]

/** Whether a type is, or holds, somebody of the staff. */
function isStaff(path: string, name: string, above: readonly string[] = []): boolean {
  const key = `${path} ${name}`
  if (above.includes(key)) return false
  const origin = originOf(path, name)
  if (origin) return origin[0] === '' ? origin[1] === 'Staff' : isStaff(...origin, [...above, key])
  return namesIn(typeText(path, name)).some(
    (inner) => inner !== name && isStaff(path, inner, [...above, key]),
  )
}

const EXPORTED =
  /^export (?:async )?function (\w+)[^(]*\(|^export const (\w+) =\s*(?:async )?(?:<[^>]*>)?\(/gm

/** What stands between a function's brackets. */
function parametersAt(text: string, begins: number): string {
  let depth = 1
  let ends = begins
  while (depth > 0 && ends < text.length) {
    if (text[ends] === '(') depth += 1
    if (text[ends] === ')') depth -= 1
    ends += 1
  }
  return text.slice(begins, ends - 1)
}

export type Exported = {
  /** `staff/edit-staff.ts editStaff` */
  readonly key: string
  readonly path: string
  readonly name: string
  readonly takesStaff: boolean
}

const exportedOf = ([path, text]: [string, string]): readonly Exported[] =>
  [...text.matchAll(EXPORTED)].map((match) => {
    const name = match[1] ?? match[2] ?? ''
    const parameters = parametersAt(text, (match.index ?? 0) + match[0].length)
    const takesStaff = namesIn(parameters).some((one) => isStaff(path, one))
    return { key: `${path} ${name}`, path, name, takesStaff }
  })

/** Every function that must say whom it serves: those that take staff, and all of the desk's own. */
export const useCases: readonly Exported[] = [...texts]
  .filter(([path]) => isUseCase(path))
  .flatMap(exportedOf)
  .filter(({ path, takesStaff }) => takesStaff || OF_STAFF.test(path))

/** The files outside use cases that import a name from a file: routes, pages, shapes. */
export const importersOf = ({ path, name }: Exported): readonly string[] =>
  [...texts.keys()]
    .filter((other) => !isUseCase(other) && !PLUMBING.test(other))
    .filter((other) => {
      const text = texts.get(other) ?? ''
      const local = new RegExp(
        `(?:import|export) \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`,
        'g',
      )
      return [...text.matchAll(local)].some(([, from = '']) =>
        from.startsWith('./')
          ? `${other.split('/')[0]}/${from.slice(2)}` === path
          : from === `#functions/${path}`,
      )
    })
