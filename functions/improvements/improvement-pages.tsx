import type { Context } from 'hono'
import { lastDayOf } from '#domain/improvements/figure-rules.ts'
import { holdsAnywhere } from '#domain/staff/permissions.ts'
import { type Form, formOf, keyIn } from '#functions/desk-network/form-query.ts'
import { type Back, statusOf } from '#functions/desk-network/staff-pages.tsx'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { translator } from '#i18n/translate.ts'
import { networkDay } from './edit-improvements.ts'
import {
  type ImprovementList,
  type RegionName,
  regionChoices,
  type SeenImprovement,
} from './see-improvements.ts'
import { ImprovementListView } from './views/improvement-list-view.tsx'
import { ImprovementView } from './views/improvement-view.tsx'
import { PlanView } from './views/plan-view.tsx'

type Page = Context<AppEnv>

const shared = (c: Page) => {
  const { locale } = c.var.context
  return { locale, t: translator(locale), today: networkDay(c.var.context) }
}

export async function improvementListPage(c: Page, { improvements, next }: ImprovementList) {
  const { t, ...rest } = shared(c)
  const view = (
    <ImprovementListView
      {...{ t, ...rest, improvements }}
      mayPlan={holdsAnywhere(staffIn(c), 'improvement.edit')}
      next={next && `/desk/improvements/?after=${encodeURIComponent(next)}`}
    />
  )
  return await deskPage(c, { title: t('desk.improvements.title'), view })
}

export async function improvementPage(c: Page, seen: SeenImprovement, back: Back) {
  const { t, ...rest } = shared(c)
  const commandId = keyAgain(keyIn(back.typed), back.refusal)
  const view = <ImprovementView {...{ t, ...rest, seen, commandId, ...back }} />
  return await deskPage(c, { title: t('desk.improvements.one'), view, status: statusOf(back) })
}

type Field = readonly [name: string, value: string]

/** The form as it is on record. */
function formOfPlan({ improvement, words }: SeenImprovement): Form {
  const { themes, region, owner, dueDay, kpi, before } = improvement
  const { heard, change } = words
  const figure: readonly Field[] = before
    ? [
        ['beforeAmount', String(before.amount)],
        ['beforeN', String(before.n)],
        ['beforeFrom', before.from],
        ['beforeUntil', lastDayOf(before.until)],
      ]
    : []
  const fields: readonly Field[] = [
    ['region', region ?? ''],
    ['owner', owner],
    ['dueDay', dueDay],
    ['kpi', kpi ?? ''],
    ['heardEn', heard.en],
    ['heardZh', heard['zh-CN']],
    ['changeEn', change.en],
    ['changeZh', change['zh-CN']],
  ]
  return formOf([...themes.map((theme): Field => ['themes', theme]), ...fields, ...figure])
}

const withOwn = (regions: readonly RegionName[], own: RegionName | null) =>
  own && !regions.some(({ id }) => id === own.id) ? [own, ...regions] : regions

/** The form of a new improvement (`seen` null) or of one that stands, as it is or as it was typed. */
export async function planPage(c: Page, seen: SeenImprovement | null, back: Back) {
  const { t, locale } = shared(c)
  const { context } = c.var
  const choices = await regionChoices({ hub: context.hub, staff: staffIn(c) })
  const isFresh = back.typed.entries.length === 0
  const typed = seen && isFresh ? formOfPlan(seen) : back.typed
  const view = (
    <PlanView
      {...{ t, locale, ...back, typed, everywhere: choices.everywhere }}
      id={seen?.improvement.id ?? null}
      version={seen?.improvement.version}
      regions={withOwn(choices.regions, seen?.region ?? null)}
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  const title = t(seen ? 'desk.improvements.edit' : 'desk.improvements.new')
  return await deskPage(c, { title, view, status: statusOf(back) })
}
