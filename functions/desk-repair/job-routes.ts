import type { Context } from 'hono'
import type { Typed } from '#domain/desk/repair-form.ts'
import { carryOut } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { assignJob } from '#functions/repairs/assign-job.ts'
import { shelvePhone } from '#functions/repairs/shelve-phone.ts'
import { writeNote } from '#functions/repairs/write-note.ts'
import { oneOf, typedOf } from './form-query.ts'
import { codeIn, notSeen, showRepairPage } from './page-routes.ts'
import { addressOf, type SideNotice } from './views/repair-page.ts'

type Page = Context<AppEnv>

type Outcome = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly refusal: string }

type SideForm = {
  readonly path: string
  readonly permission: 'repair.assign' | 'repair.note'
  readonly carry: (c: Page, code: string, typed: Typed) => Promise<Outcome>
  /** What the page says where it was refused. */
  readonly notice: (refusal: string, typed: Typed) => SideNotice
  /** Where on the page to go on. */
  readonly anchor: string
}

const asking = (c: Page) => ({ ...c.var.context, staff: staffIn(c) })

/** Who pressed a button of Today goes on there; null = on the repair's page. */
const wayBack = (typed: Typed): string | null =>
  oneOf(typed, 'from') === 'today'
    ? `/desk/?${new URLSearchParams({ outlet: oneOf(typed, 'outlet') })}#jobs-own`
    : null

const sideForm = ({ path, permission, carry, notice, anchor }: SideForm) =>
  pageRoute({
    ...{ audience: 'staff', permission, allowance: 'writes', method: 'post' },
    path: `/desk/repairs/{code}/${path}`,
    middleware: [formPosts],
    handler: async (c) => {
      const code = codeIn(c)
      if (!code) return await notSeen(c, 'unknown_repair')
      const typed = typedOf(await c.req.formData().catch(() => new FormData()))
      const outcome = await carry(c, code, typed)
      if (outcome.kind === 'done')
        return c.redirect(wayBack(typed) ?? `${addressOf(code)}#${anchor}`, 303)
      const { refusal } = outcome
      if (refusal === 'unknown_repair' || refusal === 'not_your_role') {
        return await notSeen(c, refusal)
      }
      return await showRepairPage(c, code, { side: notice(refusal, typed) })
    },
  })

const assign = sideForm({
  path: 'assign',
  permission: 'repair.assign',
  anchor: 'job',
  carry: async (c, code, typed) =>
    await carryOut(
      await assignJob(asking(c), {
        code,
        to: oneOf(typed, 'to') === 'me' ? staffIn(c).id : oneOf(typed, 'to') || null,
        ...(typed.has('seen') && { seen: oneOf(typed, 'seen') || null }),
      }),
    ),
  notice: (refusal) => ({ kind: 'assign', isTaken: refusal === 'stale' }),
})

const shelf = sideForm({
  path: 'shelf',
  permission: 'repair.assign',
  anchor: 'job',
  carry: async (c, code, typed) =>
    await carryOut(await shelvePhone(asking(c), { code, shelf: oneOf(typed, 'shelf') || null })),
  notice: (_, typed) => ({ kind: 'shelf', typed: oneOf(typed, 'shelf') }),
})

const note = sideForm({
  path: 'notes',
  permission: 'repair.note',
  anchor: 'notes',
  carry: async (c, code, typed) => {
    const key = oneOf(typed, 'commandId').slice(0, 100) || null
    return await carryOut(await writeNote(asking(c), { code, words: oneOf(typed, 'words'), key }))
  },
  notice: (_, typed) => ({ kind: 'note', words: oneOf(typed, 'words'), fault: 'required' }),
})

export const jobRoutes: readonly DeclaredRoute[] = [assign, shelf, note]
