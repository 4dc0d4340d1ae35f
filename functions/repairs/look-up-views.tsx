import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { plural, type Translate, translator } from '#i18n/translate.ts'
import { Around } from './views/around.tsx'
import { Field } from './views/field.tsx'

const EXAMPLE = '7K3M-9QXF-2T8B-V'

export type LookUpFault =
  | {
      readonly kind: 'fields'
      readonly code: 'empty' | 'mistyped' | null
      readonly digits: 'empty' | 'not_four' | null
    }
  | { readonly kind: 'miss' }
  | { readonly kind: 'locked'; readonly until: number }

type Props = {
  readonly locale: Locale
  /** The code as typed. */
  readonly typed: string
  readonly fault: LookUpFault | null
  /** How long a locked code stays so, begun hours counted whole. */
  readonly lockedHours: number
  /** Of the repair this browser may read already. */
  readonly ticketCode: string | null
  readonly hotline: FixpointConfig['hotline']
}

type FieldsProps = Pick<Props, 'locale' | 'typed' | 'fault'>

/** Code and digits. They are posted, so that neither stands in an address, a history or a log. */
function LookUpFields({ locale, typed, fault }: FieldsProps) {
  const t = translator(locale)
  const wrong = fault?.kind === 'fields' ? fault : null
  return (
    <form className="repair-form" method="post" action={localePath(locale, '/repairs/')}>
      <Field
        id="ticket-code"
        label={t('repairs.lookup.code')}
        error={wrong?.code ? t(`repairs.lookup.code.${wrong.code}`) : null}
        hint={<Around text={t('repairs.lookup.code.hint', { code: '\n' })} part={EXAMPLE} />}
      >
        <input
          className="input h-12 w-full uppercase"
          id="ticket-code"
          name="code"
          type="text"
          value={typed}
          maxLength={40}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={wrong?.code ? 'true' : undefined}
          aria-describedby={wrong?.code ? 'ticket-code-error ticket-code-hint' : 'ticket-code-hint'}
        />
      </Field>
      <Field
        id="phone-digits"
        label={t('repairs.lookup.digits')}
        error={wrong?.digits ? t(`repairs.lookup.digits.${wrong.digits}`) : null}
        hint={t('repairs.lookup.digits.hint')}
      >
        <input
          className="input digits-input h-12 w-32"
          id="phone-digits"
          name="phoneLast4"
          type="text"
          inputMode="numeric"
          maxLength={20}
          required
          autoComplete="off"
          aria-invalid={wrong?.digits ? 'true' : undefined}
          aria-describedby={
            wrong?.digits ? 'phone-digits-error phone-digits-hint' : 'phone-digits-hint'
          }
        />
      </Field>
      <button className="btn btn-primary" type="submit">
        {t('repairs.lookup.show')}
      </button>
    </form>
  )
}

type RefusalProps = Pick<Props, 'locale' | 'fault' | 'lockedHours' | 'hotline'> & { t: Translate }

function Refusal({ locale, fault, lockedHours, hotline, t }: RefusalProps) {
  if (fault?.kind !== 'miss' && fault?.kind !== 'locked') return null
  return (
    <div className="notice" role="alert" data-refusal={fault.kind}>
      <h2>{t(`repairs.lookup.${fault.kind}.title`)}</h2>
      <p>
        {fault.kind === 'locked'
          ? plural(locale, 'repairs.lookup.locked.text', lockedHours)
          : t('repairs.lookup.miss.text')}
      </p>
      {fault.kind === 'locked' ? (
        <p>
          <a className="tap-target" href={`tel:${hotline.dial}`}>
            {t('repairs.call', { phone: hotline.display })}
          </a>
        </p>
      ) : null}
    </div>
  )
}

/** Where a repair is found: by code and digits, by this browser's ticket, or by a link sent anew. */
export function LookUpForm({ locale, typed, fault, lockedHours, ticketCode, hotline }: Props) {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t('repairs.lookup.title')}</h1>
      {ticketCode ? (
        <p>
          <a className="tap-target" href={localePath(locale, '/repairs/status/')}>
            <span>
              <Around
                text={t('repairs.lookup.yours', { code: '\n' })}
                part={spellCode(ticketCode)}
              />
            </span>
          </a>
        </p>
      ) : null}
      <p>{t('repairs.lookup.intro')}</p>
      <Refusal {...{ locale, fault, lockedHours, hotline, t }} />
      <LookUpFields {...{ locale, typed, fault }} />
      <h2>{t('repairs.lookup.otherwise')}</h2>
      <ul>
        <li>{t('repairs.lookup.by_link')}</li>
        <li>
          <a className="tap-target" href={localePath(locale, '/repairs/lost/')}>
            {t('repairs.lookup.lost')}
          </a>
        </li>
      </ul>
    </div>
  )
}

type GoneProps = Pick<Props, 'locale'>

/** A link that opens nothing: whatever the reason, the answer is the same. */
export function GoneLink({ locale }: GoneProps) {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t('repairs.link.gone.title')}</h1>
      <p>{t('repairs.link.gone.text')}</p>
      <LookUpFields locale={locale} typed="" fault={null} />
      <p>
        <a className="tap-target" href={localePath(locale, '/repairs/lost/')}>
          {t('repairs.lookup.lost')}
        </a>
      </p>
    </div>
  )
}
