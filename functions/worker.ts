import { env as bound } from 'cloudflare:workers'
import config from '#config'
import { keysOf } from '#functions/db/keys.ts'
import { createApp } from '#functions/http/app.ts'
import { callHook } from '#functions/http/call-hook.ts'
import type { Bindings, Platform } from '#functions/http/context.ts'
import { limitsOf } from '#functions/http/limits.ts'
import { textsReady } from '#functions/http/load-texts.ts'
import { sourcesOf } from '#functions/http/sources-of.ts'
import { chooseAdapter, type MessageBindings } from '#functions/messages/adapters/choose-adapter.ts'
import { photoKey } from '#functions/repairs/photo-link.ts'
import { accessSettingOf } from '#functions/staff/access-token.ts'
import { eachMinute, type Reach } from './each-minute.ts'

// A deployment with a mistyped limit, or without its secret, is refused instead of running so.
const env = bound as unknown as Bindings & MessageBindings
limitsOf(env)
keysOf(env)
accessSettingOf(env)

const randomId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return `req_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

const randomByte = (): number => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0

const platform: Platform = {
  now: () => Date.now(),
  randomId,
  randomByte,
  writeLog: (level, line) => (level === 'error' ? console.error(line) : console.log(line)),
}

const app = createApp(platform)

const adapter = chooseAdapter(env, {
  now: platform.now,
  fetch: (url, init) => fetch(url, init),
  writeLine: (line) => platform.writeLog('info', line),
  senderName: config.brand.name,
})

const { DEPLOY_HOOK_URL: hook } = env

const reach: Reach = {
  build: hook ? () => callHook(hook) : null,
  dropMedia: (ids) => env.MEDIA.delete(ids.map(photoKey)),
  tell: (line) => platform.writeLog('error', line),
}

async function onMinute(): Promise<void> {
  // Nobody is sent a message of keys.
  if (!(await textsReady(env.ASSETS))) throw new Error('the site beside the Worker has no texts')
  const counts = await eachMinute(sourcesOf(env, platform), adapter, reach)
  platform.writeLog('info', JSON.stringify({ level: 'info', clock: 'minute', ...counts }))
}

const onRequest: typeof app.fetch = async (...asked) => {
  await textsReady(env.ASSETS)
  return await app.fetch(...asked)
}

export default { fetch: onRequest, scheduled: onMinute } satisfies ExportedHandler<Env>
