import { env } from 'cloudflare:workers'
import { createApp } from '#functions/http/app.ts'
import { limitsOf } from '#functions/http/limits.ts'

// A deployment with a mistyped limit is refused instead of running without one.
limitsOf(env)

const randomId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return `req_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

const app = createApp({
  now: () => Date.now(),
  randomId,
  writeLog: (level, line) => (level === 'error' ? console.error(line) : console.log(line)),
})

export default { fetch: app.fetch } satisfies ExportedHandler<Env>
