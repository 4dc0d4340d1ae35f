import type { Catalogue } from '#domain/repairs/catalogue.ts'
import { OTHER_MODEL } from '#domain/repairs/catalogue.ts'
import type { Locale } from '#i18n/locale.ts'
import { LONGEST } from '../intake-query.ts'
import type { DeviceHistory } from '../show-history.ts'
import { type Filling, SelectField, TextField, Tick } from './fields.tsx'
import { HistoryPart, seenMark } from './history-part.tsx'

type Props = {
  readonly filling: Filling
  readonly locale: Locale
  readonly catalogue: Catalogue
  /** Null = nothing was looked for yet. */
  readonly history: DeviceHistory | null
  readonly isAnnounced: boolean
}

const SCANS = ['imei', 'imei2', 'serial'] as const

/** What names the device, where it was before, and which model it is. */
export const DevicePart = ({ filling, locale, catalogue, history, isAnnounced }: Props) => {
  const { t } = filling
  return (
    <section className="desk-part" aria-labelledby="part-device">
      <h2 id="part-device">{t('desk.intake.part.device')}</h2>
      <div className="intake-row">
        {SCANS.map((name) => (
          <TextField
            key={name}
            {...filling}
            name={name}
            label={t(`desk.intake.${name}`)}
            hint={name === 'serial' ? t('desk.intake.serial.hint') : undefined}
            maxLength={LONGEST.scan}
            isScan
          />
        ))}
        <SelectField
          {...filling}
          name="model"
          label={t('desk.intake.model')}
          options={[
            { value: '', label: t('desk.intake.model.choose') },
            ...catalogue.models.map(({ id, name }) => ({ value: id, label: name })),
            { value: OTHER_MODEL, label: t('repairs.other_model') },
          ]}
        />
      </div>
      <button className="btn intake-check-device" type="submit" name="act" value="check">
        {t('desk.intake.check')}
      </button>
      <input type="hidden" name="historySeen" value={history ? seenMark(history) : ''} />
      <div data-history aria-live="polite">
        {history && <HistoryPart locale={locale} history={history} />}
      </div>
      {isAnnounced && (
        <Tick {...filling} name="otherDevice" label={t('desk.intake.other_device')} />
      )}
      <p className="desk-muted">{t('desk.intake.passcode')}</p>
    </section>
  )
}
