import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#domain/repairs/actor.ts'
import { foldRepair } from '#domain/repairs/evolve-repair.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { tokenOf } from '#functions/messages/token-of.ts'
import { actOnRepair } from '#functions/repairs/act-on-repair.ts'
import { openLink } from '#functions/repairs/open-link.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { countOf } from '../support/a-hub.ts'
import { theSources } from '../support/the-sources.ts'
import { aVisitedSite, linkOf, type VisitedSite } from './repair-visitor.ts'

const COUNTER: Actor = { id: 'stf_demo', roles: ['counter'], via: 'desk' }
let site: VisitedSite

beforeEach(async () => {
  site = await aVisitedSite()
})

async function correct(code: string, contact: object): Promise<void> {
  const action = { type: 'correct', field: 'contact', value: null, reason: 'misheard' } as const
  const outcome = await carryStep(() =>
    actOnRepair(theSources(), {
      ...{ code, action, expectedVersion: null, actor: COUNTER, happenedAt: null, key: null },
      personal: { contact },
    }),
  )
  expect(outcome).toMatchObject({ kind: 'done' })
}

const phone = (dial: string) => ({ phone: { dial, display: dial } })
const opens = async (link: string) => (await openLink(theSources(), link.slice('/t/'.length))).kind

/** The token that a message of the repair would carry now. */
async function sentNow(code: string, template: 'code_again' | 'answer_needed'): Promise<string> {
  const shown = await showRepair(theSources(), code)
  if (!shown) throw new Error('no such repair')
  const { version } = shown.repair
  return `/t/${await tokenOf(theSources().keys, { template, version, shown })}`
}

describe('a corrected phone', () => {
  it('ends every link that was sent to the number before', async () => {
    const code = await site.asked()
    const sent = [await linkOf(code), await linkOf(code, 1)]
    expect(await Promise.all(sent.map(opens))).toEqual(['open', 'open'])
    await correct(code, phone('+8613900139000'))
    expect(await Promise.all(sent.map(opens))).toEqual(['gone', 'gone'])
    await correct(code, phone('+8613800138000'))
    expect(await Promise.all(sent.map(opens))).toEqual(['gone', 'gone'])
  })

  it('gives messages links that open, to the page and to the open question', async () => {
    const code = await site.asked()
    const before = await countOf('links')
    await correct(code, phone('+8613900139000'))
    const [page, answer] = [await sentNow(code, 'answer_needed'), await sentNow(code, 'code_again')]
    expect(await opens(page)).toBe('open')
    expect(await openLink(theSources(), answer.slice(3))).toMatchObject({
      ...{ kind: 'open', code, purpose: 'answer', askVersion: 1 },
    })
    expect(await countOf('links')).toBe(before)
  })

  it('is told by its event without the number, and the state is still their fold', async () => {
    const code = await site.received()
    await correct(code, phone('+8613900139000'))
    const shown = await showRepair(theSources(), code)
    expect(shown?.events.at(-1)?.data).toMatchObject({ field: 'contact', isNewPhone: true })
    expect(JSON.stringify(shown?.events)).not.toContain('139001')
    expect(foldRepair(shown?.events ?? [])).toEqual(shown?.repair)
  })
})

it.each([
  ['the name', { name: 'Somebody Else' }],
  ['the same number once more', phone('+8613800138000')],
])('leaves links alone where %s is corrected', async (_, contact) => {
  const code = await site.asked()
  await correct(code, contact)
  expect(await opens(await linkOf(code))).toBe('open')
  expect(await opens(await linkOf(code, 1))).toBe('open')
})
