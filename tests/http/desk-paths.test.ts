import { request } from 'node:http'
import { describe, expect, inject, it } from 'vitest'
import { capabilities } from '#functions/http/app.ts'

type Raw = { readonly status: number; readonly body: string }

/** Asks with a path as it is: no library tidies it on the way. */
const askRaw = (method: string, path: string): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(inject('baseUrl'))
    const sent = request({ hostname, port, method, path }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        body += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    sent.on('error', reject)
    sent.end()
  })

const protectedRoutes = capabilities
  .flat()
  .filter(({ audience }) => audience === 'staff')
  .map(({ method, path }) => [method, path.replaceAll(/\{.+?\}/g, 'HZ-001')] as const)

const AT_ONCE = 8

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16)}`
const deep = `${'/a'.repeat(12)}${'/..'.repeat(12)}`

/** Ways to write an address that a careless guard and a careless router read differently. */
const TRICKS: Readonly<Record<string, (path: string) => string>> = {
  plain: (path) => path,
  'slash before': (path) => `/${path}`,
  'slashes doubled': (path) => path.replaceAll('/', '//'),
  'slash encoded': (path) => `/${path.slice(1).replace('/', '%2f')}`,
  'slashes encoded': (path) => `/${path.slice(1).replaceAll('/', '%2F')}`,
  'letter encoded': (path) => path.replace(/[a-z]/, percent),
  'letters encoded': (path) => path.replaceAll(/[a-z]/g, percent),
  'letter encoded twice': (path) => path.replace(/[a-z]/, (one) => `%25${percent(one).slice(1)}`),
  'upper case': (path) => path.toUpperCase(),
  'one capital': (path) => path.replace(/[a-z]/, (one) => one.toUpperCase()),
  'dot behind': (path) => `${path}.`,
  'dots behind': (path) => `${path}...`,
  'space behind': (path) => `${path}%20`,
  'nothing behind': (path) => `${path}%00`,
  'parameter behind': (path) => `${path};x=1`,
  'up and in': (path) => `/outlets/..${path}`,
  'up and in, with a parameter': (path) => `/outlets/..;${path}`,
  'up and in, encoded': (path) => `/outlets/%2e%2e${path}`,
  'up and in, slash encoded': (path) => `/outlets/..%2f${path.slice(1)}`,
  'here and in': (path) => `/.${path}`,
  backslash: (path) => path.replace('/', '/\\'),
  'twelve deep': (path) => `${deep}${path}`,
  'twelve deep, encoded': (path) => `${deep.replaceAll('..', '%2e%2e')}${path}`,
  'in Chinese': (path) => `/zh${path}`,
  'behind the shell': (path) => `/shell/desk.en/..${path}`,
  'query of a page': (path) => `/?${path}`,
}

/** Public pages that a trick may end at: they say nothing of the desk. */
const isPublic = (body: string): boolean =>
  !body.includes('desk-head-row') && !body.includes('"repair":{') && !body.includes('desk-table')

describe.each(Object.entries(TRICKS))('%s', (_, spell) => {
  it('opens no route of staff', async () => {
    const leaks: string[] = []
    const waiting = [...protectedRoutes]
    const tryNext = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [method, path] = next
        const { status, body } = await askRaw(method, spell(path))
        if (status < 300 && !isPublic(body)) leaks.push(`${method} ${spell(path)}: ${status}`)
        if (status >= 500) leaks.push(`${method} ${spell(path)}: ${status}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, tryNext))
    expect(leaks).toEqual([])
  })
})

it('prints how many were tried', () => {
  const tried = protectedRoutes.length * Object.keys(TRICKS).length
  console.info(`${protectedRoutes.length} routes x ${Object.keys(TRICKS).length} tricks: ${tried}`)
  expect(tried).toBeGreaterThan(100)
})
