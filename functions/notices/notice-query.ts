import { z } from '@hono/zod-openapi'
import { Temporal } from 'temporal-polyfill'
import { NOTICE_KINDS } from '#domain/desk/network-notice.ts'
import { instant } from '#functions/http/query.ts'
import type { NoticeWish, StandingNotice } from './edit-notices.ts'

export const LONGEST_NOTICE = 300

const words = z.string().trim().min(1).max(LONGEST_NOTICE)

export const noticeBody = z.object({
  kind: z.enum(NOTICE_KINDS),
  text: z.object({ en: words, 'zh-CN': words }),
  fromAt: instant(),
  untilAt: instant(),
})

export const noticeSchema = z
  .object({
    id: z.string(),
    version: z.int(),
    kind: z.enum(NOTICE_KINDS),
    text: z.object({ en: z.string(), 'zh-CN': z.string() }),
    fromAt: z.iso.datetime(),
    untilAt: z.iso.datetime(),
    withdrawnAt: z.iso.datetime().nullable(),
  })
  .openapi('Notice')
export const noticeAnswer = z.object({ notice: noticeSchema })
export const noticeList = z.object({
  notices: z.array(noticeSchema),
  nextCursor: z.string().nullable(),
})

const iso = (at: number): string => new Date(at).toISOString()

export const noticeJson = ({ updatedAt: _, ...notice }: StandingNotice) => ({
  ...notice,
  ...{ fromAt: iso(notice.fromAt), untilAt: iso(notice.untilAt) },
  withdrawnAt: notice.withdrawnAt === null ? null : iso(notice.withdrawnAt),
})

/** What a person typed as date and time (`2026-10-01T09:00`), by a zone's clock; null = none. */
function instantIn(typed: string, zone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return null
  }
}

export type NoticeRead =
  | { readonly ok: true; readonly wish: NoticeWish }
  | { readonly ok: false; readonly wrong: readonly string[] }

/** A notice from its form, whose times are by the zone's clock; or the fields that can't be taken. */
export function noticeIn(text: (name: string) => string, zone: string): NoticeRead {
  const kind = NOTICE_KINDS.find((one) => one === text('kind'))
  const [en, zh] = [text('textEn'), text('textZh')]
  const fromAt = instantIn(text('from'), zone)
  const untilAt = instantIn(text('until'), zone)
  const isText = (words: string) => words !== '' && words.length <= LONGEST_NOTICE
  const wrong = [
    ...(kind ? [] : ['kind']),
    ...(isText(en) ? [] : ['textEn']),
    ...(isText(zh) ? [] : ['textZh']),
    ...(fromAt === null ? ['from'] : []),
    ...(untilAt === null || (fromAt !== null && untilAt <= fromAt) ? ['until'] : []),
  ]
  if (!kind || fromAt === null || untilAt === null || wrong.length > 0) return { ok: false, wrong }
  return { ok: true, wish: { kind, text: { en, 'zh-CN': zh }, fromAt, untilAt } }
}
