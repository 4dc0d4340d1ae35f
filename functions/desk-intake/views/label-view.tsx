import { CodeBars } from '#components/bookings/code-bars.tsx'
import { CodeSquare } from '#components/bookings/code-square.tsx'
import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { modelName } from '#functions/bookings/views/price-text.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { TakenPhone } from '../show-intake.ts'
import { PrintRow } from './print-row.tsx'

type Props = {
  readonly locale: Locale
  readonly config: FixpointConfig
  readonly taken: TakenPhone
}

/** What sticks on the phone, 60 x 40 mm: nobody's name, number or address. */
export const LabelView = ({ locale, config, taken }: Props) => {
  const t = translator(locale)
  const { repair, home, shelf } = taken
  const { code } = repair
  return (
    <div className="intake-printed">
      <h1 className="intake-screen">{t('desk.intake.label.title', { code: spellCode(code) })}</h1>
      <PrintRow t={t} code={code} />
      <div className="intake-label">
        <p className="intake-label-code" translate="no">
          {spellCode(code)}
        </p>
        <CodeBars text={code} label={t('desk.intake.label.bars')} />
        <div className="intake-label-row">
          <CodeSquare text={code} label={t('desk.intake.label.square')} />
          <div>
            <p>{modelName(locale, repair.model, config)}</p>
            {shelf && <p className="intake-label-shelf">{shelf}</p>}
            {repair.promise && <p>{timeText(locale, home.zone, repair.promise.currentAt)}</p>}
          </div>
        </div>
      </div>
    </div>
  )
}
