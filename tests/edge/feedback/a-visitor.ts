import { type Ask, asForm } from '../support/a-worker.ts'

export type Fields = Readonly<Record<string, string>>

const HIDDEN = /<input(?=[^>]*type="hidden")(?=[^>]*name="([^"]+)")(?=[^>]*value="([^"]*)")[^>]*>/g

const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The hidden fields of the form on a page that goes to an address; of the first form where none is named. */
export function hiddenIn(html: string, action?: string): Fields {
  const from = action ? html.indexOf(`action="${action}"`) : 0
  const form = html.slice(from, html.indexOf('</form>', from))
  return Object.fromEntries(
    [...form.matchAll(HIDDEN)].map(([, name = '', value = '']) => [name, plain(value)]),
  )
}

/** Somebody with a browser that keeps its cookies. */
export function aVisitor(ask: Ask) {
  const jar = new Map<string, string>()
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const visit = async (path: string, init: RequestInit = {}) => {
    const Cookie = cookie()
    const headers = { ...(init.headers as Fields), ...(Cookie && { Cookie }) }
    const answer = await ask(path, { redirect: 'manual', ...init, headers })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return {
      status: answer.status,
      location: answer.headers.get('Location'),
      headers: answer.headers,
      html: await answer.text(),
    }
  }
  return { visit, cookie, post: (path: string, fields: Fields) => visit(path, asForm(fields)) }
}

export type Visitor = ReturnType<typeof aVisitor>

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/

/** Fills the form in, checks and sends it; answers the reference code and the page that shows it. */
export async function tell(
  { visit, post }: Visitor,
  { path = '/feedback/question/', ...fields }: Fields,
): Promise<{ readonly code: string; readonly sent: string }> {
  const form = await visit(path)
  const address = path.split('?')[0] ?? path
  const review = await post(address, { ...hiddenIn(form.html), ...fields })
  if (review.status !== 200) throw new Error(`${review.status} ${review.html}`)
  const done = await post(address, { ...hiddenIn(review.html), step: 'send' })
  if (done.status !== 303) throw new Error(`${done.status} ${done.html}`)
  const { html } = await visit(done.location ?? '')
  return { code: CODE.exec(html)?.[0]?.replaceAll('-', '') ?? '', sent: html }
}
