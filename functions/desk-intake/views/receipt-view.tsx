import { CodeBars } from '#components/bookings/code-bars.tsx'
import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { TakenPhone } from '../show-intake.ts'
import { PrintRow } from './print-row.tsx'
import { type ReceiptFact, receiptFacts } from './receipt-facts.ts'

type Props = {
  /** Of the desk: the paper itself speaks the customer's language. */
  readonly desk: Locale
  readonly config: FixpointConfig
  readonly taken: TakenPhone
}

/** As the consent says. */
const RETENTION_MONTHS = 36

const Facts = ({ facts }: { readonly facts: readonly ReceiptFact[] }) => (
  <dl className="intake-facts">
    {facts.map(([term, said]) => (
      <div key={term}>
        <dt>{term}</dt>
        {said
          .filter((line) => line !== '')
          .map((line) => (
            <dd key={line}>{line}</dd>
          ))}
      </div>
    ))}
  </dl>
)

const Terms = ({ taken }: Pick<Props, 'taken'>) => {
  const { repair, receipt } = taken
  const t = translator(repair.locale)
  const loss = receipt.dataLoss
    ? t('desk.intake.wording.data_loss_2026_11')
    : t('desk.intake.receipt.terms.no_data_loss')
  return (
    <section>
      <h2>{t('desk.intake.receipt.terms')}</h2>
      <ul>
        <li>{t('desk.intake.receipt.terms.price')}</li>
        <li>{loss}</li>
        <li>{t('desk.intake.wording.counter_2026_11', { months: RETENTION_MONTHS })}</li>
        <li>{t('desk.intake.receipt.terms.custody')}</li>
      </ul>
    </section>
  )
}

const Signatures = ({ taken: { repair } }: Pick<Props, 'taken'>) => {
  const t = translator(repair.locale)
  return (
    <div className="intake-signatures">
      <p>
        {repair.agreed
          ? t('desk.intake.receipt.signature.price')
          : t('desk.intake.receipt.signature')}
      </p>
      <p>{t('desk.intake.receipt.staff')}</p>
    </div>
  )
}

/** What the customer takes home: the record of what was taken in, and how to follow it. */
export const ReceiptView = ({ desk, config, taken }: Props) => {
  const { repair } = taken
  const { code, locale } = repair
  const t = translator(locale)
  const url = `${config.siteUrl}${localePath(locale, '/repairs/')}`
  return (
    <div className="intake-printed">
      <PrintRow t={translator(desk)} code={code} />
      <article className="intake-receipt" lang={locale}>
        <header>
          <h1>
            {config.brand.name} · {t('desk.intake.receipt.title')}
          </h1>
          <div>
            <p>
              {t('desk.intake.receipt.code')} <strong translate="no">{spellCode(code)}</strong>
            </p>
            <CodeBars text={code} label={t('desk.intake.label.bars')} />
          </div>
        </header>
        <Facts facts={receiptFacts({ locale, config, taken })} />
        <section>
          <h2>{t('desk.intake.receipt.follow')}</h2>
          <p>{t('desk.intake.receipt.follow.text', { url })}</p>
          <p>{t('desk.intake.receipt.hotline', { phone: config.hotline.display })}</p>
        </section>
        <Terms taken={taken} />
        <Signatures taken={taken} />
      </article>
    </div>
  )
}
