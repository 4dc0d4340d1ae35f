import type { Translate } from '#i18n/translate.ts'

/** The way back to the list of publications. */
export const ToPublications = ({ t }: { readonly t: Translate }) => (
  <p>
    <a className="tap-target" href="/desk/publications/">
      {t('desk.publications.title')}
    </a>
  </p>
)
