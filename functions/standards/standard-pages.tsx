import type { Context } from 'hono'
import { opensRoute } from '#domain/staff/permissions.ts'
import { changedFields, type StandardField } from '#domain/standards/set-differences.ts'
import type { Standard } from '#domain/standards/standard.ts'
import type { StandardSet } from '#domain/standards/standard-set.ts'
import { formOf, keyIn } from '#functions/desk-network/form-query.ts'
import { type Back, statusOf } from '#functions/desk-network/staff-pages.tsx'
import { networkZone } from '#functions/desk-network/views/network-time.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { translator } from '#i18n/translate.ts'
import { headFields, standardFields, standardIn } from './form-query.ts'
import type { DeskStandards } from './show-standards.ts'
import { DraftView } from './views/draft-view.tsx'
import { PublishView } from './views/publish-view.tsx'
import { SetView } from './views/set-view.tsx'
import { StandardFormView } from './views/standard-form-view.tsx'

type Page = Context<AppEnv>

/** What was typed, else what is saved. */
const filled = (back: Back, saved: readonly (readonly [string, string])[]) =>
  back.typed.entries.length > 0 ? back.typed : formOf(saved)

export async function setPage(
  c: Page,
  standards: DeskStandards,
  wasPublished: boolean,
): Promise<Response> {
  const { locale, config, now } = c.var.context
  const t = translator(locale)
  const staff = staffIn(c)
  const may = {
    mayEdit: opensRoute(staff, 'standard.edit'),
    mayPledge: opensRoute(staff, 'pledge.edit'),
  }
  const view = <SetView {...{ t, locale, config, now, wasPublished, ...standards, ...may }} />
  return await deskPage(c, { title: t('desk.standards.title'), view })
}

type Drafted = Pick<DeskStandards, 'draft' | 'newest'>

export async function draftPage(
  c: Page,
  { draft, newest }: Drafted,
  back: Back,
): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const next = draft ?? newest
  const view = (
    <DraftView
      {...{ t, locale, draft, newest, ...back }}
      form={filled(back, next ? headFields(next) : [])}
      mayPublish={opensRoute(staffIn(c), 'standard.publish')}
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  const title = t('desk.standards.draft')
  return await deskPage(c, { title, view, status: statusOf(back) })
}

/** Of a form that was outdated: where what was typed isn't what is saved now. */
function changedSince(standard: Standard | null, back: Back): readonly StandardField[] {
  if (back.refusal !== 'stale' || !standard) return []
  const typed = standardIn(back.typed)
  return typed.ok ? changedFields(standard, typed.value) : []
}

export async function standardFormPage(
  c: Page,
  {
    draft,
    id,
    back,
  }: { readonly draft: StandardSet; readonly id: string | null; readonly back: Back },
): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const standard = draft.standards.find((one) => one.id === id) ?? null
  const view = (
    <StandardFormView
      {...{ t, locale, ...back, id: standard?.id ?? null, revision: draft.revision }}
      form={filled(back, standard ? standardFields(standard) : [])}
      promises={draft.standards.filter(({ audience }) => audience === 'public')}
      changedMeanwhile={changedSince(standard, back)}
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  const title = standard ? t('desk.standards.edit', { id: standard.id }) : t('desk.standards.add')
  return await deskPage(c, { title, view, status: statusOf(back) })
}

export async function publishPage(
  c: Page,
  { draft, newest }: Pick<DeskStandards, 'newest'> & { readonly draft: StandardSet },
  back: Back,
): Promise<Response> {
  const { locale, config } = c.var.context
  const t = translator(locale)
  const view = (
    <PublishView
      {...{ t, locale, draft, newest, ...back, form: back.typed, zone: networkZone(config) }}
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  const title = t('desk.standards.publish.title', { version: draft.version })
  return await deskPage(c, { title, view, status: statusOf(back) })
}
