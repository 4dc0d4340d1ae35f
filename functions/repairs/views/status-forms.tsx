import { localePath } from '#i18n/locale.ts'
import type { StatusPage } from './status-page.ts'

/** Steps a customer takes from this page. */
export const CUSTOMER_STEPS = [
  'accept',
  'decline',
  'withdraw',
  'cancel',
  'post',
  'delivered',
] as const
export type CustomerStep = (typeof CUSTOMER_STEPS)[number]

/** Steps that can't be taken back: a page of their own says what follows. */
export const CONFIRMED_STEPS = ['decline', 'withdraw', 'cancel', 'delivered'] as const
export type ConfirmedStep = (typeof CONFIRMED_STEPS)[number]

type FormProps = {
  readonly page: StatusPage
  readonly step: CustomerStep
  readonly children: React.ReactNode
}

/** A form that takes one step. Whoever sends it twice takes it once; a page that is outdated takes none. */
export function StepForm({ page, step, children }: FormProps) {
  const { locale, repair, commandId } = page
  return (
    <form
      className="repair-form"
      method="post"
      action={localePath(locale, `/repairs/actions/${step}`)}
    >
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="code" value={repair.code} />
      <input type="hidden" name="version" value={repair.version} />
      {repair.ask ? <input type="hidden" name="askVersion" value={repair.ask.version} /> : null}
      {children}
    </form>
  )
}

/** The way to the page that asks "really?" */
export const confirmHref = ({ locale }: StatusPage, step: ConfirmedStep): string =>
  localePath(locale, `/repairs/confirm/${step}/`)
