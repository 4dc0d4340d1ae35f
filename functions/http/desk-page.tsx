import type { Context } from 'hono'
import { translator } from '#i18n/translate.ts'
import type { AppEnv } from './context.ts'
import { DeskHead } from './desk-head.tsx'
import { pourPage } from './shell.tsx'
import { staffIn } from './staff-guard.ts'

export type DeskPage = {
  /** Without the brand. */
  readonly title: string
  readonly view: { toString(): string }
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A page of the desk, for the member of staff that the guard let through. */
export async function deskPage(c: Context<AppEnv>, page: DeskPage): Promise<Response> {
  const { context } = c.var
  const t = translator(context.locale)
  const { path } = c.req
  const brand = context.config.brand.name
  const head = <DeskHead t={t} staff={staffIn(c)} brand={brand} path={path} />
  return await pourPage(context, { ...page, path, desk: { head } })
}
