import type { Context } from 'hono'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { holdsAnywhere, holdsEverywhere } from '#domain/staff/permissions.ts'
import { ownOutlets } from '#domain/staff/scope.ts'
import { isSaved } from '#functions/desk-network/form-query.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { cursorTo } from '#functions/http/list-cursor.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { photoLinks } from '#functions/repairs/photo-link.ts'
import { staffNamesOf } from '#functions/staff/names-of-staff.ts'
import { zoneText } from '#i18n/format.ts'
import { translator } from '#i18n/translate.ts'
import { wallField } from './entry-query.ts'
import type { Refused, Typed } from './feedback-query.ts'
import { type FeedbackList, type ListWish, listFeedback } from './list-feedback.ts'
import type { SeenFeedback } from './see-feedback.ts'
import type { ShownFeedback } from './show-feedback.ts'
import type { DeskWords } from './views/desk-words.ts'
import { EntryView } from './views/entry-view.tsx'
import { type ItemPage, ItemView } from './views/item-view.tsx'
import { ListView } from './views/list-view.tsx'

type Page = Context<AppEnv>

const wordsOf = (c: Page): DeskWords => {
  const { locale, now } = c.var.context
  return { t: translator(locale), locale, now }
}

/** The list that cursors are sealed for: each of the three has an order of its own. */
export const feedbackCursor = (list: FeedbackList): string => `feedback ${list}`

export async function listPage(c: Page, wish: ListWish): Promise<Response> {
  const staff = staffIn(c)
  const words = wordsOf(c)
  const listed = await listFeedback({ ...c.var.context, staff }, wish)
  const view = (
    <ListView
      {...listed}
      next={await cursorTo(c, feedbackCursor(wish.list), listed.next)}
      {...{ words, wish }}
      mayComplain={holdsAnywhere(staff, 'complaint.register')}
      mayEnter={holdsAnywhere(staff, 'feedback.enter')}
      mayExport={holdsEverywhere(staff, 'feedback.export')}
    />
  )
  return await deskPage(c, { title: words.t('desk.feedback.title'), view })
}

export type ItemBack = Pick<ItemPage, 'typed' | 'refusal' | 'isAnswerFaulty'>
export const FRESH: ItemBack = { typed: {}, refusal: null, isAnswerFaulty: false }

const isStaff = (actor: string): boolean => actor.startsWith('stf_')

export async function itemPage(
  c: Page,
  { shown, seen }: { readonly shown: ShownFeedback; readonly seen: SeenFeedback },
  back: ItemBack = FRESH,
): Promise<Response> {
  const { database: _, ...rest } = shown
  const words = wordsOf(c)
  const ids = [...new Set(shown.events.map(({ actor }) => actor).filter(isStaff))]
  const page: ItemPage = {
    ...{ ...rest, ...back, words, commandId: crypto.randomUUID() },
    photoLinks: await photoLinks(
      c.var.context,
      rest.photos.map(({ id }) => id),
    ),
    names: await staffNamesOf(c.var.context.hub, ids),
    may: {
      ...{ act: seen.may('feedback.act'), decide: seen.may('feedback.decide') },
      ...{ customer: seen.may('customer.see'), repair: seen.may('repair.see') },
    },
  }
  const status = back.refusal ? PROBLEMS[back.refusal] : back.isAnswerFaulty ? 422 : 200
  return await deskPage(c, {
    title: words.t('desk.feedback.title'),
    view: <ItemView page={page} />,
    status,
  })
}

type EntryBack = {
  readonly typed: Typed
  readonly faults: Refused
  readonly refusal: ProblemCode | null
  readonly commandId: string
}

export const entryZone = (c: Page): string => networkZone(c.var.context.config)

/** What an empty form proposes: now, and the outlet that whoever enters it works at. */
export function proposedEntry(c: Page): Typed {
  const { now, locale } = c.var.context
  return {
    ...{ receivedAt: wallField(now, entryZone(c)), formality: 'formal', language: locale },
    outletCode: ownOutlets(staffIn(c))[0] ?? '',
  }
}

export async function entryPage(c: Page, back: EntryBack): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const zone = zoneText(locale, entryZone(c))
  const { refusal, faults } = back
  return await deskPage(c, {
    title: t('desk.feedback.new'),
    view: <EntryView {...{ ...back, t, zone }} isSaved={isSaved(c.req.url)} />,
    status: refusal ? PROBLEMS[refusal] : Object.keys(faults).length > 0 ? 422 : 200,
  })
}
