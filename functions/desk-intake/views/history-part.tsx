import { spellCode } from '#domain/identifiers/crockford.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { isFaultCode } from '#domain/repairs/catalogue.ts'
import { fullDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { DeviceHistory, EarlierRepair } from '../show-history.ts'

type Props = { readonly locale: Locale; readonly history: DeviceHistory }

function lineOf(locale: Locale, earlier: EarlierRepair, repeatOf: string | null): string {
  const t = translator(locale)
  const { repair, code, outletName, zone, receivedAt } = earlier
  const found = repair.finding?.faultCode ?? repair.faultCode
  const facts = {
    code: spellCode(code),
    outlet: outletName[locale],
    date: fullDate(locale, wallTimeIn(zone, repair.closedAt ?? receivedAt).date),
    fault: isFaultCode(found) ? t(`repairs.finding.${found}`) : found,
  }
  if (repair.closedAt === null) return t('desk.intake.history.open', facts)
  return code === repeatOf
    ? t('desk.intake.history.repeat', facts)
    : t('desk.intake.history.earlier', facts)
}

/** The repairs that a device came with before, the one it repeats first in words. */
export const HistoryPart = ({ locale, history: { repairs, repeatOf } }: Props) => {
  const t = translator(locale)
  if (repairs.length === 0) return <p className="desk-muted">{t('desk.intake.history.none')}</p>
  return (
    <>
      <h3>{t('desk.intake.history')}</h3>
      <ul className="desk-list">
        {repairs.map((earlier) => (
          <li
            key={earlier.code}
            className={
              earlier.code === repeatOf || earlier.repair.closedAt === null
                ? 'desk-alarm'
                : undefined
            }
          >
            {lineOf(locale, earlier, repeatOf)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a person has seen of a device's history, as the form carries it. */
export const seenMark = ({ repairs }: DeviceHistory): string =>
  repairs.map(({ code }) => code).join(' ')
