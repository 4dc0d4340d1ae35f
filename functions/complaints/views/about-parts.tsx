import {
  type Clock,
  COMPLAINT_CLOCKS,
  type ComplaintClock,
  type Round,
} from '#domain/complaints/complaint.ts'
import { FEEDBACK_CHANNELS } from '#domain/feedback/channels.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { VoicePhotos } from '#functions/feedback/photo-views.tsx'
import { sentenceOf } from '#functions/repairs/views/sentence.ts'
import type { VoiceContact } from '#functions/voices/voice-private.ts'
import { formatDate } from '#i18n/format.ts'
import type { Translate } from '#i18n/translate.ts'
import { addressOf, at, type ComplaintPage, nameOf } from './complaint-page.ts'

type Props = { readonly page: ComplaintPage }

const Fact = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

export const channelText = (t: Translate, channel: string): string => {
  const known = FEEDBACK_CHANNELS.find((one) => one === channel)
  return known ? t(`desk.complaints.channel.${known}`) : channel
}

/** The linked repair, as its own record tells it now. */
function RepairFact({ page }: Props) {
  const { t, shown, locale, now, config } = page
  const { repair, complaint } = shown
  if (complaint.repair === null) return null
  if (!repair)
    return <Fact label={t('desk.complaints.repair_is')}>{spellCode(complaint.repair)}</Fact>
  const { code } = repair.repair
  const sentence = sentenceOf({
    ...repair,
    ...{ locale, now, config, via: 'lookup', askVersion: null, commandId: '' },
    ...{ notice: null, mistyped: null },
  })
  return (
    <Fact label={t('desk.complaints.repair_is')}>
      <a href={`/desk/repairs/${code}/`}>{spellCode(code)}</a> {sentence}
    </Fact>
  )
}

/** What it is about, whose it is, how it came. */
export function FactsPart({ page }: Props) {
  const { t, shown, locale } = page
  const { complaint, outlet } = shown
  const { level, owner, cause, channel, formal, legalDate, mergedInto } = complaint
  return (
    <section className="desk-part" aria-labelledby="facts">
      <h2 id="facts">{t('desk.complaints.facts')}</h2>
      <dl className="facts facts-tight">
        <Fact label={t('desk.complaints.level_is')}>
          {t(`desk.complaints.level.${level ?? 'none'}`)}
        </Fact>
        <Fact label={t('desk.complaints.owner_is')}>
          {owner === null ? t('desk.complaints.default_owner') : nameOf(page, owner)}
        </Fact>
        <Fact label={t('desk.complaints.outlet_is')}>
          {outlet ? `${outlet.name[locale]} · ${outlet.code}` : t('desk.complaints.no_outlet')}
        </Fact>
        <RepairFact page={page} />
        <Fact label={t('desk.complaints.how')}>
          {channelText(t, channel)} ·{' '}
          {t(formal ? 'desk.complaints.formal' : 'desk.complaints.informal')}
        </Fact>
        <Fact label={t('desk.complaints.received')}>{at(page, complaint.receivedAt)}</Fact>
        {cause ? (
          <Fact label={t('desk.complaints.cause_is')}>{t(`desk.complaints.cause.${cause}`)}</Fact>
        ) : null}
        {legalDate ? (
          <Fact label={t('desk.complaints.legal_date_is')}>{formatDate(locale, legalDate)}</Fact>
        ) : null}
        {mergedInto ? (
          <Fact label={t('desk.complaints.merged_into')}>
            <a href={addressOf(mergedInto)}>{spellCode(mergedInto)}</a>
          </Fact>
        ) : null}
      </dl>
    </section>
  )
}

/** Whoever calls back has the number under the thumb. */
const Reach = ({ name, phone, email }: VoiceContact) => (
  <p className="complaint-reach">
    {name ? <span>{name}</span> : null}
    {phone ? (
      <a className="tap-target" href={`tel:${phone.dial}`}>
        {phone.display}
      </a>
    ) : null}
    {email ? (
      <a className="tap-target" href={`mailto:${email}`}>
        {email}
      </a>
    ) : null}
  </p>
)

/** Who complained, and in which words. */
export function CustomerPart({ page }: Props) {
  const { t, shown, photoLinks } = page
  const { personal, complaint, photos } = shown
  const contact = personal?.contact
  const said = personal?.words['said'] ?? ''
  return (
    <section className="desk-part" aria-labelledby="customer">
      <h2 id="customer">{t('desk.complaints.customer')}</h2>
      {personal === null ? <p className="desk-muted">{t('desk.complaints.erased')}</p> : null}
      {contact ? <Reach {...contact} /> : null}
      {complaint.anonymous ? <p>{t('desk.complaints.anonymous')}</p> : null}
      {complaint.isUnreachable ? <p className="late">{t('desk.complaints.unreachable')}</p> : null}
      {personal ? (
        <>
          <h3>{t('desk.complaints.words_said')}</h3>
          {said ? (
            <blockquote className="complaint-words">{said}</blockquote>
          ) : (
            <p>{t('desk.complaints.no_words')}</p>
          )}
        </>
      ) : null}
      {photos.length > 0 ? (
        <VoicePhotos {...{ t, photos, photoLinks }} className="desk-photos" />
      ) : null}
    </section>
  )
}

/** Kept, and too late: that says it was missed. */
const isLate = ({ metAt, dueAt }: Pick<Clock, 'metAt' | 'dueAt'>): boolean =>
  metAt !== null && metAt > dueAt

function resultText(page: ComplaintPage, { dueAt, metAt, isLateEntry, isReleased }: Clock): string {
  const { t } = page
  if (isReleased) return t('desk.complaints.clock.released')
  if (metAt === null) return t('desk.complaints.clock.due', { time: at(page, dueAt) })
  const time = at(page, metAt)
  if (isLate({ metAt, dueAt })) return t('desk.complaints.clock.late', { time })
  return t(isLateEntry ? 'desk.complaints.clock.late_entry' : 'desk.complaints.clock.met', { time })
}

function ClockFact({ page, round, name }: Props & { round: Round; name: ComplaintClock }) {
  const { t } = page
  const clock = round[name]
  if (!clock) return null
  return (
    <Fact label={t(`desk.complaints.clock.${name}`)}>
      {resultText(page, clock)}
      {round.breached.includes(name) && !isLate(clock) ? (
        <strong className="late"> {t('desk.complaints.clock.breached')}</strong>
      ) : null}
    </Fact>
  )
}

/** Every word given, round by round: due, kept, missed. */
export function ClocksPart({ page }: Props) {
  const { t, shown } = page
  return (
    <section className="desk-part" aria-labelledby="clocks">
      <h2 id="clocks">{t('desk.complaints.clocks')}</h2>
      {shown.complaint.rounds.toReversed().map((round) => (
        <div key={round.number}>
          <h3>
            {t('desk.complaints.round', { number: round.number, time: at(page, round.openedAt) })}
          </h3>
          <dl className="facts facts-tight">
            {COMPLAINT_CLOCKS.map((name) => (
              <ClockFact key={name} page={page} round={round} name={name} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}
