import { detailsOf } from '#domain/desk/network-outlet.ts'
import type { Permission } from '#domain/staff/permissions.ts'
import {
  editPlace,
  findPlace,
  listPartners,
  listRegions,
} from '#functions/desk-network/edit-places.ts'
import { listOutbox } from '#functions/desk-network/list-outbox.ts'
import { retryMessage } from '#functions/desk-network/retry-message.ts'
import { askForRebuild, siteState } from '#functions/desk-network/site-state.ts'
import { openOutlet, outletsToOpen } from '#functions/desk-today/open-outlet.ts'
import { showBoard } from '#functions/desk-today/show-board.ts'
import { showQueue } from '#functions/desk-today/show-queue.ts'
import { showToday } from '#functions/desk-today/show-today.ts'
import {
  createNotice,
  findNotice,
  listNotices,
  NEWEST,
  takeNoticeBack,
} from '#functions/notices/edit-notices.ts'
import { setAbsentDay } from '#functions/outlets/absence-days.ts'
import { confirmOutlet } from '#functions/outlets/confirm-outlet.ts'
import { codesInScope, listDeskOutlets } from '#functions/outlets/edit-list.ts'
import { editOperation } from '#functions/outlets/edit-operation.ts'
import { editOutlet, findOutlet } from '#functions/outlets/edit-outlet.ts'
import { registerOutlet } from '#functions/outlets/register-outlet.ts'
import { actorFor, whyNotAtOutlet, whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import { editStaff } from '#functions/staff/edit-staff.ts'
import { inviteStaff } from '#functions/staff/invite-staff.ts'
import { findAccount, listStaff } from '#functions/staff/list-staff.ts'
import { readAccess, readLogOf } from '#functions/staff/read-access.ts'
import { aCounter } from '../support/a-counter.ts'
import { NOW } from '../support/a-worker.ts'
import { at } from '../support/signed-in.ts'
import { type Asking, HERE, PLANNED, UNCONFIRMED, type Walked } from './use-case-world.ts'

const both = { en: 'Demo', 'zh-CN': '演示' }
const seen = { code: HERE, expectedVersion: 1, key: null }
const TODAY = '2026-11-18'

const opened = async (
  asking: Asking,
  show: typeof showBoard | typeof showQueue | typeof showToday,
) => {
  // Whatever a screen was opened with, what is shown on it is asked for again.
  const outlet = await openOutlet(asking, HERE, 'account.own')
  return outlet.ok ? await show(asking, outlet) : outlet
}

const refusedAs = (refusal: string | null) => (refusal === null ? {} : { refusal })

const guards: Readonly<Record<string, Walked>> = {
  'staff/desk-actor.ts actorFor': {
    ...{ permission: 'repair.act', about: 'place' },
    call: ({ hub, staff }) =>
      actorFor({ hub, staff }, { atOutlet: HERE, homeOutlet: HERE }, 'repair.act'),
  },
  'staff/desk-actor.ts whyNotAtOutlet': {
    ...{ permission: 'queue.run', about: 'place' },
    call: async (asking) => refusedAs(await whyNotAtOutlet(asking, HERE, 'queue.run')),
  },
  'staff/desk-actor.ts whyNotEverywhere': {
    ...{ permission: 'site.rebuild', about: 'network' },
    call: ({ staff }) => refusedAs(whyNotEverywhere(staff, 'site.rebuild')),
  },
}

const people: Readonly<Record<string, Walked>> = {
  'staff/list-staff.ts listStaff': {
    ...{ permission: 'staff.see', about: 'place' },
    call: async (asking, { target }) => {
      const { staff } = await listStaff(asking, { after: null, limit: 50, q: '' })
      return staff.some(({ id }) => id === target)
    },
  },
  'staff/list-staff.ts findAccount': {
    ...{ permission: 'staff.see', about: 'place' },
    call: (asking, { target }) => findAccount(asking, target),
  },
  'staff/edit-staff.ts editStaff': {
    ...{ permission: 'staff.edit', about: 'place' },
    call: (asking, { target: id }) =>
      editStaff(asking, { id, action: { type: 'disable' }, expectedVersion: 1, key: null }),
  },
  'staff/edit-staff.ts editStaff, roles': {
    ...{ permission: 'staff.edit', about: 'place' },
    call: (asking, { target: id }) =>
      editStaff(asking, {
        ...{ id, action: { type: 'grant', grants: [at('bench', HERE)] } },
        ...{ expectedVersion: 1, key: null },
      }),
  },
  'staff/invite-staff.ts inviteStaff': {
    ...{ permission: 'staff.edit', about: 'place' },
    call: (asking) =>
      inviteStaff(asking, {
        ...{ name: 'New', email: 'new@fixpoint.example', locale: 'en' },
        ...{ grants: [at('counter', HERE)], key: null },
      }),
  },
}

const outlets: Readonly<Record<string, Walked>> = {
  'outlets/edit-outlet.ts findOutlet': {
    ...{ permission: 'outlet.see', about: 'place' },
    call: (asking) => findOutlet(asking, HERE, 'outlet.see'),
  },
  'outlets/edit-outlet.ts editOutlet': {
    ...{ permission: 'outlet.edit', about: 'place' },
    call: (asking) => {
      const known = { outlet: aCounter(), lastIntakeMinutes: null, contacts: null }
      const details = { ...detailsOf(known), benches: 3 }
      return editOutlet(asking, { ...seen, edit: { kind: 'details', details } })
    },
  },
  'outlets/edit-outlet.ts editOutlet, hours': {
    ...{ permission: 'outlet.hours', about: 'place' },
    call: (asking) => editOutlet(asking, { ...seen, edit: { kind: 'hours', plan: null } }),
  },
  'outlets/edit-operation.ts editOperation': {
    ...{ permission: 'outlet.edit', about: 'place' },
    call: (asking) =>
      editOperation(asking, {
        ...{ ...seen, action: { type: 'suspend', from: null, until: null, reason: null } },
      }),
  },
  'outlets/edit-operation.ts editOperation, close': {
    ...{ permission: 'outlet.close', about: 'place' },
    call: (asking) => editOperation(asking, { ...seen, action: { type: 'close', on: TODAY } }),
  },
  'outlets/absence-days.ts setAbsentDay': {
    ...{ permission: 'outlet.hours', about: 'place' },
    call: (asking) =>
      setAbsentDay(asking, { code: HERE, date: TODAY, seats: 1, benches: 0, key: null }),
  },
  'outlets/edit-list.ts codesInScope': {
    ...{ permission: 'outlet.see', about: 'place' },
    call: async (asking) => (await codesInScope(asking, 'outlet.see'))?.includes(HERE) ?? true,
  },
  'outlets/edit-list.ts listDeskOutlets': {
    ...{ permission: 'outlet.see', about: 'place' },
    call: async (asking) => {
      const page = await listDeskOutlets(asking, { after: null, limit: 50, q: '' })
      return page.outlets.some(({ code }) => code === HERE)
    },
  },
  'outlets/register-outlet.ts registerOutlet': {
    ...{ permission: 'outlet.edit', about: 'place' },
    // An outlet of the network's own is its region's to make, and nobody's who holds less.
    inside: [{ kind: 'region', region: 'cn-zhejiang' }, { kind: 'network' }],
    call: (asking) =>
      registerOutlet(asking, {
        ...{ code: PLANNED, name: both, kind: 'in_store', ownership: 'owned' },
        ...{ partnerId: null, regionId: 'cn-zhejiang-hangzhou', lat: 30, lon: 120 },
        ...{ zone: 'Asia/Shanghai', address: both, key: null },
      }),
  },
}

const network = (permission: Permission) => ({ permission, about: 'network' }) as const

const wide: Readonly<Record<string, Walked>> = {
  'desk-network/edit-places.ts editPlace': {
    ...network('partner.edit'),
    call: (asking) =>
      editPlace(asking, {
        ...{ kind: 'partner', act: 'register', id: 'new', name: both, parentId: null, key: null },
        expectedVersion: null,
      }),
  },
  'desk-network/edit-places.ts editPlace, a region': {
    ...network('region.edit'),
    call: (asking) =>
      editPlace(asking, {
        ...{ kind: 'region', act: 'register', id: 'cn-fujian', name: both, parentId: 'cn' },
        ...{ key: null, expectedVersion: null },
      }),
  },
  'outlets/confirm-outlet.ts confirmOutlet': {
    ...network('outlet.confirm'),
    call: (asking) => confirmOutlet(asking, { ...seen, code: UNCONFIRMED }),
  },
  'staff/read-access.ts readAccess': {
    ...network('log.see'),
    call: (asking, { taken: code }) =>
      readAccess(asking, { of: { kind: 'record', code }, after: null, limit: 10 }),
  },
  'staff/read-access.ts readLogOf': {
    ...network('log.see'),
    call: (asking, { target }) => readLogOf(asking, target),
  },
  'desk-network/edit-places.ts findPlace': {
    ...network('partner.edit'),
    call: (asking) => findPlace(asking, { kind: 'partner', id: 'walked' }),
  },
  'desk-network/edit-places.ts listPartners': {
    ...network('partner.edit'),
    call: (asking) => listPartners(asking, ''),
  },
  'desk-network/edit-places.ts listRegions': {
    ...network('region.edit'),
    call: (asking) => listRegions(asking, 'cn', ''),
  },
  'desk-network/list-outbox.ts listOutbox': {
    ...{ permission: 'message.see', about: 'place' },
    call: async (asking) => (await listOutbox(asking, { state: 'dead', most: 10 })).length > 0,
  },
  'desk-network/retry-message.ts retryMessage': {
    ...{ permission: 'message.retry', about: 'place' },
    call: (asking, { announced }) =>
      retryMessage(
        asking,
        { subject: `repair/${announced}`, version: 1, template: 'ticket_code' },
        null,
      ),
  },
  'desk-network/site-state.ts siteState': {
    ...network('site.rebuild'),
    call: (asking) => siteState(asking),
  },
  'desk-network/site-state.ts askForRebuild': {
    ...network('site.rebuild'),
    call: (asking) => askForRebuild(asking),
  },
  'notices/edit-notices.ts createNotice': {
    ...network('notice.edit'),
    call: (asking) => {
      const wish = { kind: 'other', text: both, fromAt: NOW, untilAt: NOW + 86_400_000 } as const
      return createNotice(asking, wish, null)
    },
  },
  'notices/edit-notices.ts takeNoticeBack': {
    ...network('notice.edit'),
    call: (asking, { notice: id }) => takeNoticeBack(asking, { id, expectedVersion: 1, key: null }),
  },
  'notices/edit-notices.ts findNotice': {
    ...network('notice.edit'),
    call: (asking, { notice }) => findNotice(asking, notice),
  },
  'notices/edit-notices.ts listNotices': {
    ...network('notice.edit'),
    call: (asking) => listNotices(asking, { before: NEWEST, most: 10 }),
  },
}

const screens: Readonly<Record<string, Walked>> = {
  'desk-today/open-outlet.ts openOutlet': {
    ...{ permission: 'today.see', about: 'place' },
    call: (asking) => openOutlet(asking, HERE, 'today.see'),
  },
  'desk-today/open-outlet.ts outletsToOpen': {
    ...{ permission: 'board.see', about: 'place' },
    call: async (asking) => {
      const { outlets: some, hasMore } = await outletsToOpen(asking, 'board.see')
      return hasMore || some.some(({ code }) => code === HERE)
    },
  },
  'desk-today/show-today.ts showToday': {
    ...{ permission: 'today.see', about: 'place' },
    call: (asking) => opened(asking, showToday),
  },
  'desk-today/show-today.ts showToday, what is late': {
    ...{ permission: 'today.watch', about: 'place' },
    call: async (asking) => {
      const shown = await opened(asking, showToday)
      return 'refusal' in shown ? shown : 'alarming' in shown && shown.alarming !== null
    },
  },
  'desk-today/show-queue.ts showQueue': {
    ...{ permission: 'today.see', about: 'place' },
    call: (asking) => opened(asking, showQueue),
  },
  'desk-today/show-board.ts showBoard': {
    ...{ permission: 'board.see', about: 'place' },
    call: (asking) => opened(asking, showBoard),
  },
}

export const OF_THE_NETWORK = { ...guards, ...people, ...outlets, ...wide, ...screens }
