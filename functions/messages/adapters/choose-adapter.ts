import type { Adapter } from './adapter.ts'
import { emailAdapter } from './email.ts'
import { logAdapter } from './log.ts'
import { webhookAdapter } from './webhook.ts'

/** What a deployment says about how messages leave. */
export type MessageBindings = {
  /** `log` (default), `email` or `webhook`. */
  readonly MESSAGE_ADAPTER?: string
  readonly EMAIL?: Pick<SendEmail, 'send'>
  readonly EMAIL_FROM?: string
  readonly WEBHOOK_URL?: string
  /** Secret. */
  readonly WEBHOOK_SECRET?: string
}

type Platform = {
  readonly now: () => number
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly writeLine: (line: string) => void
  /** The name that letters come from. */
  readonly senderName: string
}

/**
 * The way out that a deployment chose. Throws when it isn't one, or lacks what it needs: a mistyped
 * setting must not lose messages in silence.
 */
export function chooseAdapter(bindings: MessageBindings, platform: Platform): Adapter {
  const { MESSAGE_ADAPTER = 'log', EMAIL, EMAIL_FROM = '', WEBHOOK_URL, WEBHOOK_SECRET } = bindings
  const { now, fetch, writeLine, senderName } = platform
  switch (MESSAGE_ADAPTER) {
    case 'log':
      return logAdapter(writeLine)
    case 'email':
      if (!EMAIL || !EMAIL_FROM.includes('@')) {
        throw new Error('MESSAGE_ADAPTER email needs the binding EMAIL and EMAIL_FROM.')
      }
      return emailAdapter({ binding: EMAIL, from: EMAIL_FROM, senderName })
    case 'webhook':
      return webhookAdapter({ url: WEBHOOK_URL ?? '', secret: WEBHOOK_SECRET ?? '', now, fetch })
    default:
      throw new Error('MESSAGE_ADAPTER must be log, email or webhook.')
  }
}
