/** Words for everybody, for a while: a holiday, a typhoon, a recall. */
export const NOTICE_KINDS = ['holiday', 'weather', 'recall', 'disruption', 'other'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export type Notice = {
  /** `ntc_…`; later ones sort after earlier ones. */
  readonly id: string
  readonly version: number
  readonly kind: NoticeKind
  readonly text: { readonly en: string; readonly 'zh-CN': string }
  /** Epoch ms, `[fromAt, untilAt)`. */
  readonly fromAt: number
  readonly untilAt: number
  readonly withdrawnAt: number | null
}

const DAY_MS = 86_400_000
/** A page that is built today may be read for so long before it is built again. */
const READ_FOR_MS = 7 * DAY_MS

export type NoticeState = 'withdrawn' | 'past' | 'running' | 'coming'

/** How a notice stands at an instant; its end belongs to it no more. */
export function noticeState({ fromAt, untilAt, withdrawnAt }: Notice, now: number): NoticeState {
  if (withdrawnAt !== null) return 'withdrawn'
  if (now >= untilAt) return 'past'
  return now < fromAt ? 'coming' : 'running'
}

/**
 * The notices that a page built at `builtAt` holds, soonest over first: those that run, and those that
 * begin within a week, which the reader's browser shows when their time has come.
 */
export const noticesToBuild = (notices: readonly Notice[], builtAt: number): readonly Notice[] =>
  notices
    .filter(
      (notice) =>
        ['running', 'coming'].includes(noticeState(notice, builtAt)) &&
        notice.fromAt < builtAt + READ_FOR_MS,
    )
    .sort((a, b) => a.untilAt - b.untilAt)

/** The subject a notice's events are numbered under. */
export const noticeSubject = (id: string): string => `notice/${id}`

/** Why a notice can't be withdrawn; null = it can. */
export function whyNotWithdrawn(
  notice: Notice,
  expectedVersion: number,
  now: number,
): 'stale' | 'not_allowed_now' | null {
  if (notice.version !== expectedVersion) return 'stale'
  const state = noticeState(notice, now)
  return state === 'withdrawn' || state === 'past' ? 'not_allowed_now' : null
}
