import type { Context } from 'hono'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { translator } from '#i18n/translate.ts'
import type { TakenPhone } from './show-intake.ts'
import { DoneView } from './views/done-view.tsx'
import { LabelView } from './views/label-view.tsx'
import { ReceiptView } from './views/receipt-view.tsx'

/** Pages of a phone that was taken in. */
export type PrintedPage = 'done' | 'label' | 'receipt'

export async function printedPage(
  c: Context<AppEnv>,
  page: PrintedPage,
  taken: TakenPhone,
): Promise<Response> {
  const { locale, config } = c.var.context
  const t = translator(locale)
  const code = spellCode(taken.repair.code)
  const pages = {
    done: { title: t('desk.intake.done.title'), view: <DoneView {...{ locale, config, taken }} /> },
    label: {
      title: t('desk.intake.label.title', { code }),
      view: <LabelView {...{ locale, config, taken }} />,
    },
    receipt: {
      title: `${t('desk.intake.receipt.title')} ${code}`,
      view: <ReceiptView {...{ config, taken }} desk={locale} />,
    },
  }
  return await deskPage(c, pages[page])
}
