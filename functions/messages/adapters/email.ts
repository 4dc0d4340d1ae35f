import { type Adapter, NO_ADDRESS } from './adapter.ts'

type Mailbox = {
  readonly binding: Pick<SendEmail, 'send'>
  /** `service@fixpoint.example`, an address that the account may send from. */
  readonly from: string
  readonly senderName: string
}

/**
 * Sends by the platform's mail binding, plain text. The message id travels as a header, by which a
 * mail relay can tell a repeated delivery.
 */
export const emailAdapter =
  ({ binding, from, senderName }: Mailbox): Adapter =>
  async ({ id, to, email }) => {
    if (to.email === null) return NO_ADDRESS
    try {
      await binding.send({
        from: { name: senderName, email: from },
        to: to.email,
        subject: email.subject,
        text: email.text,
        headers: { 'X-Message-Key': id, 'Auto-Submitted': 'auto-generated' },
      })
      return { ok: true }
    } catch {
      return { ok: false, error: 'mail_refused', final: false }
    }
  }
