import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { modelOf } from '#domain/repairs/catalogue.ts'
import type { ShownRepair } from '#functions/repairs/show-repair.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type Props = {
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'catalogue'>
  readonly shown: ShownRepair
}

/** What to say to the caller last: the code, and where and when. Nothing personal stands here. */
export function RegisteredView({ locale, config, shown: { repair, booking, home } }: Props) {
  const t = translator(locale)
  const startsAt = booking?.startsAt ?? null
  const model = modelOf(config.catalogue, repair.model)?.name ?? t('repairs.other_model')
  return (
    <div className="hotline">
      <h1>{t('desk.hotline.registered')}</h1>
      <p>{t('desk.hotline.read_aloud')}</p>
      <p className="hotline-code" data-code={repair.code}>
        {spellCode(repair.code)
          .split('-')
          .map((group) => (
            <span key={group}>{group}</span>
          ))}
      </p>
      <p>
        {model} · {home.name[locale]}
        {startsAt === null ? '' : ` · ${timeText(locale, home.zone, startsAt)}`}
      </p>
      <p>
        {repair.wayIn === 'mail_in'
          ? t('desk.hotline.registered_mail', { address: home.address[locale] })
          : t('desk.hotline.registered_visit', { address: home.address[locale] })}
      </p>
      <p className="desk-muted">{t('desk.hotline.message_sent')}</p>
      <p className="desk-row">
        {/* The next call comes at once. */}
        <a className="btn btn-primary" href="/desk/hotline/" autoFocus>
          {t('desk.hotline.next_call')}
        </a>
        <a className="btn" href={`/desk/repairs/${repair.code}/`}>
          {t('desk.hotline.open')}
        </a>
      </p>
    </div>
  )
}
