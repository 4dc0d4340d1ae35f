import type { Context } from 'hono'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import { networkZone } from '#functions/desk-network/views/network-time.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { keyAgain } from '#functions/http/form-key.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { voiceMark } from '#functions/http/voice-mark.ts'
import { formatDate } from '#i18n/format.ts'
import { type MessageKey, translator } from '#i18n/translate.ts'
import type { Typed } from './survey-query.ts'
import { type Gone, GoneView, StaffView, ThanksView } from './views/after-views.tsx'
import { SurveyView } from './views/survey-view.tsx'

type Page = Context<AppEnv>

/** Nobody keeps it, nobody lists it, and no other page learns of it. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
} as const

/** What a ticket for a survey names. */
export const surveySubject = (id: string): string => `survey/${id}`

type Shown = {
  readonly title: MessageKey
  readonly view: { toString(): string }
  readonly status?: number
}

const pour = (c: Page, { title, ...page }: Shown): Promise<Response> => {
  const { context } = c.var
  const words = translator(context.locale)(title as 'surveys.title')
  return pourPage(context, { ...page, title: words, path: '/survey/', headers: HEADERS })
}

export async function surveyPage(
  c: Page,
  { survey, typed }: { readonly survey: Survey; readonly typed: Typed },
): Promise<Response> {
  const mark = await voiceMark(c, surveySubject(survey.id))
  return await pour(c, {
    title: 'surveys.title',
    view: (
      <SurveyView
        {...{ locale: c.var.context.locale, survey, typed, mark }}
        commandId={keyAgain(typed.key, typed.fault)}
      />
    ),
    status: typed.fault ? 422 : 200,
  })
}

export function thanksPage(c: Page, survey: Survey): Promise<Response> {
  const { locale, config } = c.var.context
  const { callback, status, expiresAt } = survey
  const date = wallTimeIn(networkZone(config), expiresAt).date
  return pour(c, {
    title: 'surveys.thanks.title',
    view: (
      <ThanksView
        {...{ locale, isCalledBack: callback !== null && callback.doneAt === null }}
        openUntil={status === 'partial' ? formatDate(locale, date) : null}
      />
    ),
  })
}

const STATUS_OF = { no_link: 401, used: 200, expired: 200 } as const

export const gonePage = (c: Page, why: Gone): Promise<Response> =>
  pour(c, {
    title: `surveys.gone.${why}.title`,
    view: <GoneView {...{ locale: c.var.context.locale, why }} />,
    status: STATUS_OF[why],
  })

export const staffPage = (c: Page): Promise<Response> =>
  pour(c, {
    title: 'surveys.staff.title',
    view: <StaffView locale={c.var.context.locale} />,
    status: 403,
  })
