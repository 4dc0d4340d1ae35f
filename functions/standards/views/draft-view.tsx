import { setFaults } from '#domain/standards/set-faults.ts'
import type { Edition, StandardSet } from '#domain/standards/standard-set.ts'
import type { Form } from '#functions/desk-network/form-query.ts'
import {
  FaultList,
  type Faults,
  Field,
  Refusal,
  Saved,
  Seen,
} from '#functions/desk-network/views/form-parts.tsx'
import type { ProblemCode } from '#functions/http/problem.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { Differences, editAt, SetFaults, StandardList } from './set-parts.tsx'
import { SetWarnings } from './set-warnings.tsx'

export type DraftProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly draft: StandardSet | null
  readonly newest: Edition | null
  readonly mayPublish: boolean
  readonly commandId: string
  /** The head's form, as saved or as typed. */
  readonly form: Form
  readonly faults: Faults
  readonly refusal: ProblemCode | null
  readonly isSaved?: boolean
}

const Start = ({ t, newest, form, faults, commandId }: DraftProps) =>
  newest && (
    <form className="desk-form desk-narrow" method="post" action="/desk/standards/draft/">
      <Seen commandId={commandId} />
      <input type="hidden" name="act" value="start" />
      <p>{t('desk.standards.draft.none')}</p>
      <Field
        {...{ t, faults, name: 'number', maxLength: 40, required: true }}
        label={t('desk.standards.start.number')}
        value={form.text('number')}
      />
      <button className="btn btn-primary" type="submit">
        {t('desk.standards.start', { version: newest.version + 1 })}
      </button>
    </form>
  )

const SIDES = [
  { side: 'En', lang: 'en', label: 'desk.standards.en', most: 500 },
  { side: 'Zh', lang: 'zh-CN', label: 'desk.standards.zh', most: 500 },
] as const

const Head = ({ t, draft, form, faults, commandId }: DraftProps) => (
  <form className="desk-form" method="post" action="/desk/standards/draft/">
    <Seen version={draft?.revision ?? 0} commandId={commandId} />
    <input type="hidden" name="act" value="head" />
    <Field
      {...{ t, faults, name: 'number', maxLength: 40, required: true }}
      label={t('desk.standards.start.number')}
      value={form.text('number')}
    />
    {(['scope', 'supervisor'] as const).flatMap((name) =>
      SIDES.map(({ side, lang, label, most }) => (
        <Field
          key={name + side}
          {...{ t, faults, lang, name: `${name}${side}`, required: true }}
          maxLength={name === 'scope' ? most : 200}
          {...(name === 'scope' && { rows: 2 })}
          label={t(label, { field: t(`desk.standards.${name}`) })}
          value={form.text(`${name}${side}`)}
        />
      )),
    )}
    <button className="btn" type="submit">
      {t('desk.standards.head.save')}
    </button>
  </form>
)

const Body = (props: DraftProps & { readonly draft: StandardSet }) => {
  const { t, locale, draft, newest, mayPublish } = props
  return (
    <>
      <p>{t('desk.standards.draft.what')}</p>
      <p className="desk-row">
        {mayPublish && (
          <a className="btn btn-primary" href="/desk/standards/publish/">
            {t('desk.standards.publish.to')}
          </a>
        )}
        <a className="btn" href="/desk/standards/edit/">
          {t('desk.standards.add')}
        </a>
      </p>
      <SetFaults
        {...{ t, locale }}
        standards={draft.standards}
        faults={setFaults(draft.standards)}
      />
      <SetWarnings {...{ t, locale }} before={newest} after={draft} />
      {newest && (
        <section className="desk-part" aria-labelledby="differences">
          <h2 id="differences">{t('desk.standards.differences', { version: newest.version })}</h2>
          <Differences {...{ t, locale }} before={newest} after={draft} />
        </section>
      )}
      <section className="desk-part" aria-labelledby="listed">
        <h2 id="listed">{t('desk.standards.title')}</h2>
        <StandardList {...{ t, locale }} standards={draft.standards} editAt={editAt} />
      </section>
      <section className="desk-part" aria-labelledby="head">
        <h2 id="head">{t('desk.standards.head')}</h2>
        <Head {...props} />
      </section>
    </>
  )
}

/** The next version while it is worked on. */
export const DraftView = (props: DraftProps) => {
  const { t, draft, newest, refusal, faults, isSaved } = props
  const version = draft?.version ?? (newest ? newest.version + 1 : 1)
  return (
    <>
      <p>
        <a className="tap-target" href="/desk/standards/">
          {t('desk.standards.title')}
        </a>
      </p>
      <h1>{t('desk.standards.draft.title', { version })}</h1>
      <Saved t={t} isSaved={isSaved} />
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      {draft ? <Body {...props} draft={draft} /> : <Start {...props} />}
    </>
  )
}
