import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker, NOW } from '../support/a-worker.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'
import { aForm, codeIn, pagesOf } from './a-form.ts'
import { IMEI } from './intake-requests.ts'

const ask = aWorker()

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'SZ-001', bucket: 9 })])
})

const counter = async () => pagesOf(ask, await signedIn([at('counter', 'HZ-001')]))

async function takenIn(change: Parameters<typeof aForm>[0] = {}): Promise<string> {
  const { send } = await counter()
  return codeIn(await send('/desk/intake/', aForm(change)))
}

const textOf = async (path: string): Promise<string> =>
  await (await (await counter()).look(path)).text()

/** What is printed: the page's own part, without the desk around it. */
const printed = (html: string): string =>
  /<div class="intake-label">.*|<article.*<\/article>/s.exec(html)?.[0] ?? ''

describe('the label', () => {
  it('has the code spelled, as bars and as a square, model, shelf and promise, and nobody’s name', async () => {
    const code = await takenIn()
    const label = printed(await textOf(`/desk/intake/label/?code=${code}`))
    for (const said of [spellCode(code), 'Fixpoint F2', 'A-12', '12:00']) {
      expect(label).toContain(said)
    }
    expect(label).toContain('code-bars')
    expect(label).toContain('code-square')
    expect(label).not.toMatch(/Demo Customer|138 ?0013 ?8000|490154203237518/)
  })
})

describe('the receipt', () => {
  it('says everything that was taken in, in the customer’s language', async () => {
    const code = await takenIn({ act: 'quick', item1: 'screen', amount1: '399' })
    const receipt = printed(await textOf(`/desk/intake/receipt/?code=${code}`))
    expect(receipt).toContain('lang="zh-CN"')
    for (const said of [
      ...[spellCode(code), 'Demo Customer', '138 0013 8000', IMEI, 'Fixpoint F2', 'fell on stairs'],
      ...['有划痕 · 屏幕玻璃破裂', '触控', 'SIM 卡', '屏幕故障', '2026年5月1日', '发票'],
      ...['¥399', '¥300', 'Friend Demo', '010-0000 0000', '/zh/repairs/', '客户签字：同意上述费用'],
      ...['数据丢失，并同意维修', '36 个月'],
    ]) {
      expect(receipt).toContain(said)
    }
  })

  it('says that data may not be lost where nobody agreed to it, and that nothing was tested', async () => {
    const code = await takenIn({ dataLoss: '', untested: 'yes', locale: 'en' })
    const receipt = printed(await textOf(`/desk/intake/receipt/?code=${code}`))
    for (const said of ['You don’t agree to losing data', 'Not tested', 'None yet']) {
      expect(receipt).toContain(said)
    }
    expect(await textOf(`/desk/intake/done/?code=${code}`)).toContain('No consent to losing data')
  })

  it('is text, whatever was typed', async () => {
    const code = await takenIn({ name: '<img src=x>', words: '</dd><script>1</script>' })
    const html = await textOf(`/desk/intake/receipt/?code=${code}`)
    expect(html).not.toMatch(/<img src=x|<script>1/)
    expect(html).toContain('&lt;img src=x&gt;')
  })
})

describe('who prints', () => {
  it.each([
    ['a counter elsewhere', [at('counter', 'SZ-001')], 404, 404],
    ['HQ supply', [everywhere('hq_supply')], 200, 403],
    ['HQ quality', [everywhere('hq_quality')], 200, 200],
  ])('%s', async (_, grants, label, receipt) => {
    const code = await takenIn()
    const { look } = pagesOf(ask, await signedIn(grants, { key: 'two' }))
    expect((await look(`/desk/intake/label/?code=${code}`)).status).toBe(label)
    expect((await look(`/desk/intake/receipt/?code=${code}`)).status).toBe(receipt)
  })

  it('is noted with the record', async () => {
    const code = await takenIn()
    await textOf(`/desk/intake/receipt/?code=${code}`)
    await textOf(`/desk/intake/label/?code=${code}`)
    const { results } = await env.HUB.prepare('SELECT act FROM access_log WHERE subject = ?1')
      .bind(`repair/${code}`)
      .all()
    expect(results.map(({ act }) => act).sort()).toEqual(['printed_label', 'printed_receipt'])
  })
})

describe('what the form’s script asks', () => {
  const asked = async (change: Parameters<typeof aForm>[0], grants = [at('counter', 'HZ-001')]) => {
    const { send } = pagesOf(ask, await signedIn(grants, { key: 'two' }))
    const answer = await send('/desk/intake/history', aForm({ act: '', ...change }))
    return { status: answer.status, told: (await answer.json()) as Record<string, unknown> }
  }

  it('is model, one-hour list, promise, coverage and price as far as they can be told', async () => {
    const { told } = await asked({ model: '' })
    expect(told).toMatchObject({ model: 'f2', isOneHour: true, seen: '' })
    expect(told['promise']).toContain('12:00')
    expect(told['coverage']).toContain('Customer (damage)')
    expect(told['price']).toContain('¥399')
    expect(told['history']).toContain('Not here')
  })

  it('is the device’s history, by any of its numbers, and the search is noted', async () => {
    const code = await takenIn()
    const { told } = await asked({ imei: '', imei2: IMEI })
    expect(told['seen']).toBe(code)
    expect(told['history']).toContain(spellCode(code))
    expect(JSON.stringify(told)).not.toContain('Demo Customer')
    const { results } = await env.HUB.prepare(
      `SELECT subject, at FROM access_log WHERE act = 'searched_device'`,
    ).all()
    expect(results).toContainEqual({ subject: 'staff/stf_two', at: NOW })
    expect(JSON.stringify(results)).not.toContain(IMEI)
  })

  it('is answered to nobody for another outlet', async () => {
    const { status, told } = await asked({}, [at('counter', 'SZ-001')])
    expect(status).toBe(404)
    expect(told['history']).toBeUndefined()
  })
})
