import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readPlaqueCode } from '#domain/outlets/plaque-code.ts'
import { isGenuine, PLAQUE_STATUSES } from '#domain/outlets/plaque-verdict.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerJson, jsonContent, refusals } from '#functions/http/json-answers.ts'
import { problem } from '#functions/http/problem.ts'
import { apiRoute, type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { localeParam, outletSummary, outletSummarySchema } from './outlet-json.ts'
import { verifyPlaque } from './verify-plaque.ts'
import { answerTitle, formTitle, VerifyAnswer, VerifyForm } from './verify-views.tsx'

const verification = z
  .object({
    genuine: z.boolean(),
    status: z.enum([...PLAQUE_STATUSES, 'unknown']),
    since: z.iso.date().nullable().openapi({ description: 'Part of the network since' }),
    outlet: outletSummarySchema.nullable(),
  })
  .openapi('Verification')
const verifyAnswer = z.object({ verification })

const verifyBody = z.object({
  plaqueCode: z.string().trim().min(1).max(40).openapi({ example: '7K3M-9QXF-C' }),
})

const api = apiRoute({
  audience: 'public',
  allowance: 'lookups',
  route: {
    method: 'post',
    path: '/api/v1/outlets/verify',
    summary: 'Whether the code on a plaque is one of ours, and whose',
    request: {
      query: z.object({ locale: localeParam }),
      body: { required: true, content: { 'application/json': { schema: verifyBody } } },
    },
    responses: {
      200: jsonContent(verifyAnswer, 'The answer'),
      ...refusals(400, 403, 415, 422, 429),
    },
  },
  handler: async (c) => {
    const { context } = c.var
    const answer = await verifyPlaque(context, c.req.valid('json').plaqueCode)
    if (answer.kind === 'mistyped') {
      return problem(c, 'invalid_value', {
        errors: [{ field: 'plaqueCode', code: 'mistyped_code' }],
      })
    }
    const { locale } = c.req.valid('query')
    const telling = { locale, at: context.now, siteUrl: context.config.siteUrl }
    const found = answer.kind === 'found' ? answer : null
    const body: z.input<typeof verification> = {
      genuine: found !== null && isGenuine(found.status),
      status: found?.status ?? 'unknown',
      since: found?.outlet.openedOn ?? null,
      outlet: found && outletSummary(found.outlet, telling),
    }
    return answerJson(c, verifyAnswer, { verification: body }, 'no-store')
  },
})

async function showForm(c: Context<AppEnv>, refused: string | null): Promise<Response> {
  const { context } = c.var
  return await pourPage(context, {
    title: formTitle(refused, context.locale),
    view: <VerifyForm locale={context.locale} refused={refused} />,
    status: refused === null ? 200 : 422,
    path: '/verify/',
    listed: refused === null,
  })
}

/** What was typed into the form; nothing where the body is no such form or can't be read. */
async function typedCode(c: Context<AppEnv>): Promise<string> {
  const { plaqueCode } = await c.req.parseBody().catch(() => ({ plaqueCode: '' }))
  return typeof plaqueCode === 'string' ? plaqueCode.trim().slice(0, 40) : ''
}

async function answerForm(c: Context<AppEnv>): Promise<Response> {
  const { context } = c.var
  const { locale, config } = context
  const text = await typedCode(c)
  const answer = await verifyPlaque(context, text)
  if (answer.kind === 'mistyped') return await showForm(c, text)
  return await pourPage(context, {
    title: answerTitle(answer, locale),
    view: (
      <VerifyAnswer
        locale={locale}
        answer={answer}
        code={readPlaqueCode(text) ?? ''}
        hotline={config.hotline}
      />
    ),
    path: '/verify/',
  })
}

const pages = LOCALES.flatMap((locale) => [
  pageRoute({
    audience: 'public',
    method: 'get',
    path: localePath(locale, '/verify'),
    handler: (c) => c.redirect(localePath(locale, '/verify/'), 308),
  }),
  pageRoute({
    audience: 'public',
    method: 'get',
    path: localePath(locale, '/verify/'),
    handler: (c) => showForm(c, null),
  }),
  pageRoute({
    audience: 'public',
    allowance: 'lookups',
    method: 'post',
    path: localePath(locale, '/verify/'),
    middleware: [formPosts],
    handler: answerForm,
  }),
])

export const verifyRoutes: readonly DeclaredRoute[] = [api, ...pages]
