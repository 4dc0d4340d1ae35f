import type { Translate } from '#i18n/translate.ts'

/** Printing and the way back; none of it is printed. */
export const PrintRow = ({ t, code }: { readonly t: Translate; readonly code: string }) => (
  <div className="desk-row intake-screen">
    <print-page>
      <button className="btn btn-primary" type="button" hidden>
        {t('desk.intake.print')}
      </button>
    </print-page>
    <a className="btn" href={`/desk/intake/done/?code=${code}`}>
      {t('desk.intake.back')}
    </a>
  </div>
)
