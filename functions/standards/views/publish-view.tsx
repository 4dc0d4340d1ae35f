import { setFaults } from '#domain/standards/set-faults.ts'
import type { Edition, StandardSet } from '#domain/standards/standard-set.ts'
import type { Form } from '#functions/desk-network/form-query.ts'
import {
  FaultList,
  type Faults,
  Field,
  Refusal,
  Seen,
  Tick,
} from '#functions/desk-network/views/form-parts.tsx'
import type { ProblemCode } from '#functions/http/problem.ts'
import { zoneText } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { Differences, SetFaults } from './set-parts.tsx'
import { SetWarnings } from './set-warnings.tsx'

export type PublishProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly zone: string
  readonly draft: StandardSet
  readonly newest: Edition | null
  readonly commandId: string
  readonly form: Form
  readonly faults: Faults
  readonly refusal: ProblemCode | null
}

const PublishForm = ({
  t,
  locale,
  zone,
  draft,
  form,
  faults,
  refusal,
  commandId,
}: PublishProps) => (
  <form className="desk-form desk-narrow" method="post" action="/desk/standards/publish/">
    <Seen version={draft.revision} commandId={commandId} />
    <Field
      {...{ t, faults, name: 'effectiveFrom', type: 'datetime-local' }}
      label={t('desk.standards.publish.from', { zone: zoneText(locale, zone) })}
      value={form.text('effectiveFrom')}
    />
    <div id="sure">
      <Tick
        name="sure"
        value="yes"
        label={t('desk.standards.publish.sure')}
        // Of a draft that changed meanwhile another difference is to be read.
        checked={form.text('sure') === 'yes' && refusal !== 'stale'}
      />
    </div>
    <button className="btn btn-primary" type="submit">
      {t('desk.standards.publish.go')}
    </button>
  </form>
)

/** The last look before a version can't be changed any more. */
export const PublishView = (props: PublishProps) => {
  const { t, locale, draft, newest, refusal, faults } = props
  const standing = setFaults(draft.standards)
  const { version } = draft
  return (
    <>
      <p>
        <a className="tap-target" href="/desk/standards/draft/">
          {t('desk.standards.draft')}
        </a>
      </p>
      <h1>{t('desk.standards.publish.title', { version })}</h1>
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <SetFaults {...{ t, locale }} standards={draft.standards} faults={standing} />
      <SetWarnings {...{ t, locale }} before={newest} after={draft} />
      {newest && (
        <section className="desk-part" aria-labelledby="differences">
          <h2 id="differences">{t('desk.standards.differences', { version: newest.version })}</h2>
          <Differences {...{ t, locale }} before={newest} after={draft} />
        </section>
      )}
      {standing.length === 0 && (
        <section className="desk-part" aria-labelledby="publish">
          <h2 id="publish">{t('desk.standards.publish.go')}</h2>
          <p>{t('desk.standards.publish.what', { version: version - 1 })}</p>
          <PublishForm {...props} />
        </section>
      )}
    </>
  )
}
