import type { Context } from 'hono'
import { whyNotBookable } from '#domain/bookings/bookable.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { BOOKABLE_SERVICES } from '#domain/repairs/repair.ts'
import { holdsAnywhere, type Permission } from '#domain/staff/permissions.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import type { OutletDay } from './load-outlet-day.ts'
import type { Opened } from './open-outlet.ts'
import { answerFragment, openScreen } from './screen-routes.ts'
import { showToday } from './show-today.ts'
import { todayFragment, todayPage, voiceOf } from './today-pages.tsx'
import type { Said, TodayPage } from './views/today-page.ts'

export type Wish = {
  readonly opened: Opened
  /** Code of the visit that this screen is busy with. */
  readonly busyWith: string | undefined
  readonly said?: (day: OutletDay) => Said | null
}

/** Everything of Today at an outlet; null = no such outlet. */
export async function loadToday(
  c: Context<AppEnv>,
  { opened, busyWith, said }: Wish,
): Promise<TodayPage | null> {
  const { context } = c.var
  const { now } = context
  const shown = await showToday({ ...context, staff: staffIn(c) }, opened)
  if ('refusal' in shown) return null
  const { day } = shown
  const { outlet, queue } = day
  const { date } = wallTimeIn(outlet.zone, now)
  return {
    ...voiceOf(c),
    ...shown,
    canRun: opened.may('queue.run'),
    current: queue.called.find(({ code }) => code === busyWith) ?? null,
    services: BOOKABLE_SERVICES.filter((service) => whyNotBookable(outlet, service, date) === null),
    said: said?.(day) ?? null,
  }
}

/** A number that was just drawn, where the address names its visit. */
const drawn =
  (code: string | undefined) =>
  ({ queue }: OutletDay): Said | null => {
    const number = queue.waiting.find((visit) => visit.code === code)?.queueNumber
    return code && number ? { kind: 'drawn', number, code } : null
  }

async function show(c: Context<AppEnv>, opened: Opened): Promise<Response> {
  const said = drawn(c.req.query('drawn'))
  const page = await loadToday(c, { opened, busyWith: c.req.query('visit'), said })
  return page ? await todayPage(c, page) : await answerProblem(c, 'unknown_outlet')
}

/** Whoever has no Today begins at the first station that is theirs. */
const ELSEWHERE: readonly (readonly [Permission, string])[] = [
  ['hotline.use', '/desk/hotline/'],
  ['board.see', '/desk/board/'],
  ['outlet.see', '/desk/outlets/'],
]

const today = pageRoute({
  audience: 'staff',
  permission: 'desk.open',
  method: 'get',
  path: '/desk/',
  handler: async (c) => {
    const staff = staffIn(c)
    if (holdsAnywhere(staff, 'today.see')) {
      const screen = { permission: 'today.see', path: '/desk/' } as const
      return await openScreen(c, screen, (opened) => show(c, opened))
    }
    const [, station] = ELSEWHERE.find(([permission]) => holdsAnywhere(staff, permission)) ?? []
    return c.redirect(station ?? '/desk/account/', 303)
  },
})

const fragment = pageRoute({
  audience: 'staff',
  permission: 'today.see',
  isQuiet: true,
  method: 'get',
  path: '/desk/today/fragment',
  handler: (c) =>
    answerFragment(c, 'today.see', async (opened) => {
      const page = await loadToday(c, { opened, busyWith: c.req.query('visit') })
      return page && { tag: page.day.tag, html: todayFragment(page) }
    }),
})

export const todayRoutes: readonly DeclaredRoute[] = [today, fragment]
