import { beforeEach, expect, it } from 'vitest'
import type { OutletAction } from '#domain/outlets/outlet-decisions.ts'
import { commandOf } from '#functions/db/command-record.ts'
import { commit } from '#functions/db/commit.ts'
import { changeOutlet } from '#functions/outlets/change-outlet.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub, plaqueOf, theHub } from '../support/a-hub.ts'
import { type Ask, asJson, aWorker, indexFile, NOW } from '../support/a-worker.ts'

const outlets = [anOutlet(), anOutlet({ code: 'HZ-002', lat: 30.5 })]
let ask: Ask

beforeEach(async () => {
  const seq = await fillHub(outlets)
  ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
})

async function act(action: OutletAction, expectedVersion: number): Promise<void> {
  const hub = theHub()
  const command = await commandOf({
    name: action.type,
    key: null,
    body: action,
    actor: 'stf_1',
    now: NOW,
  })
  const proposal = await changeOutlet(hub, { command, code: 'HZ-001', expectedVersion, action })
  expect((await commit(hub, command, proposal)).kind).toBe('done')
}

type Answer = {
  readonly outlets: { code: string }[]
  readonly outlet: { status: string }
  readonly verification: { status: string; genuine: boolean }
}
const read = async (path: string, init?: RequestInit) =>
  (await (await ask(path, init)).json()) as Answer

async function everywhere() {
  const near = await read('/api/v1/outlets/nearest?lat=30.27&lon=120.15')
  const list = await read('/api/v1/outlets')
  const one = await read('/api/v1/outlets/HZ-001')
  const plaque = await read('/api/v1/outlets/verify', asJson({ plaqueCode: plaqueOf('HZ-001') }))
  const page = await (await ask('/outlets/search?q=30.27,120.15')).text()
  return {
    near: near.outlets.map(({ code }) => code),
    list: list.outlets.map(({ code }) => code),
    page: page.includes('data-code="HZ-001"'),
    status: one.outlet.status,
    plaque: plaque.verification.status,
  }
}

it('shows a suspension, its end and a closure everywhere at once, without a new build', async () => {
  const serving = {
    near: ['HZ-001', 'HZ-002'],
    list: ['HZ-001', 'HZ-002'],
    page: true,
    status: 'open',
    plaque: 'authorised',
  }
  const gone = { near: ['HZ-002'], list: ['HZ-002'], page: false }
  expect(await everywhere()).toEqual(serving)
  await act({ type: 'suspend', from: null, until: null, reason: null }, 1)
  expect(await everywhere()).toEqual({ ...gone, status: 'suspended', plaque: 'suspended' })
  await act({ type: 'resume' }, 2)
  expect(await everywhere()).toEqual(serving)
  await act({ type: 'close', on: '2026-11-17' }, 3)
  expect(await everywhere()).toEqual({ ...gone, status: 'closed', plaque: 'closed' })
})

it('announces a suspension that begins later only from its first day', async () => {
  await act({ type: 'suspend', from: '2026-11-19', until: null, reason: null }, 1)
  expect((await everywhere()).near).toEqual(['HZ-001', 'HZ-002'])
})
