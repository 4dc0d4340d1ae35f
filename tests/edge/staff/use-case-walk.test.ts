import { beforeAll, describe, expect, it } from 'vitest'
import { carries } from '#domain/staff/permissions.ts'
import { STAFF_ROLES } from '#domain/staff/staff.ts'
import {
  asking,
  aWalkWorld,
  scopesIn,
  scopesOut,
  somebody,
  type Walked,
  type WalkWorld,
  whyRefused,
} from './use-case-world.ts'
import { importersOf, useCases } from './use-cases.ts'
import { OF_THE_COMPLAINTS } from './walked-complaints.ts'
import { OF_THE_FEEDBACK } from './walked-feedback.ts'
import { OF_THE_IMPROVEMENTS } from './walked-improvements.ts'
import { OF_THE_KPIS } from './walked-kpis.ts'
import { OF_THE_NETWORK } from './walked-network.ts'
import { OF_THE_PUBLICATIONS } from './walked-publications.ts'
import { OF_THE_REPEATS } from './walked-repeats.ts'
import { OF_THE_SCORECARDS } from './walked-scorecards.ts'
import { OF_THE_STANDARDS } from './walked-standards.ts'
import { OF_THE_SURVEYS } from './walked-surveys.ts'
import { OF_THE_COUNTER } from './walked-use-cases.ts'

const WALKED: Readonly<Record<string, Walked>> = {
  ...OF_THE_COUNTER,
  ...OF_THE_NETWORK,
  ...OF_THE_REPEATS,
  ...OF_THE_SCORECARDS,
  ...OF_THE_STANDARDS,
  ...OF_THE_PUBLICATIONS,
  ...OF_THE_SURVEYS,
  ...OF_THE_FEEDBACK,
  ...OF_THE_IMPROVEMENTS,
  ...OF_THE_COMPLAINTS,
  ...OF_THE_KPIS,
}

/** What asks nobody, since there is nothing to keep from anybody, or since whoever calls it was asked. */
const ASIDE: Readonly<Record<string, string>> = {
  'staff/edit-staff.ts seesAccount': 'is what the others ask',
  'outlets/find-places.ts findPlaces': 'is what scopes are held against',
  'outlets/edit-outlet.ts editedOutlet': 'reckons with an outlet that findOutlet found',
  'repeats/see-repeat.ts placesOfRepeat': 'is what scopes are held against',
  'repairs/take-staff-step.ts namedOnly': 'names who asks, without any role',
  'complaints/act-on-complaint.ts namedOnly': 'names who asks, without any role',
  'complaints/fault-of-step.ts faultOfStep': 'names the field of a step that was refused',
  'desk-find/searched-outlets.ts ownOutletsWith': 'tells a person’s own grants',
  'desk-find/offer-caller.ts offerCaller': 'tells free times, which are public',
  'surveys/become-complaint.ts becomeComplaint': 'registers what openCallback opened',
  'desk-intake/sent-form.ts wishOf': 'reads a form',
  'desk-intake/sent-form.ts proposeFor': 'proposes for a case that loadIntake opened',
  'desk-intake/propose-intake.ts proposeIntake': 'reckons for a case that loadIntake opened',
  'desk-intake/typed.ts textOf': 'reads a form',
  'desk-intake/typed.ts prefilled': 'fills a form',
  'desk-network/edit-places.ts levelBelow': 'knows an order',
  'desk-repair/fault-of-step.ts faultOfStep': 'knows a field',
  'desk-today/open-outlet.ts firstOwnOutlet': 'tells a person’s own grants',
  'desk-today/load-wall.ts wallKey': 'is what keeps the wall',
  'desk-today/load-wall.ts loadWall': 'tells numbers, which hang in front of everybody',
  'desk-today/read-board.ts revisionOf': 'adds numbers up',
  'desk-today/read-board.ts boardTag': 'names a revision',
  'desk-today/read-board.ts readBoardTag': 'counts changes, and tells none of them',
}

/** What asks nobody and reads what isn't everybody's: only what has asked may use it. */
const PARTS: readonly string[] = [
  'desk-find/find-by-last4.ts findByLast4',
  'desk-find/load-count.ts onRecordAt',
  'desk-today/load-beside.ts loadBeside',
  'desk-today/load-outlet-day.ts loadOutletDay',
  'desk-voices/heard-by.ts heardBy',
  'kpis/read-peers.ts readPeers',
]

/** As if it weren't there. */
const NOT_THERE = [
  ...['unknown_repair', 'unknown_booking', 'unknown_outlet', 'unknown_place', 'not_found'],
  ...['out_of_scope', 'nothing', 'may_not_grant', 'unknown_feedback', 'unknown_complaint'],
]
const NOT_YOURS = ['not_your_role', 'nothing', 'may_not_grant', 'not_found']

const functionOf = (row: string): string => row.split(', ')[0] ?? ''

it('knows what every use case of staff asks for, and none that isn’t there', () => {
  const rows = [...Object.keys(WALKED).map(functionOf), ...Object.keys(ASIDE), ...PARTS]
  const known = new Set(rows)
  const there = new Set(useCases.map(({ key }) => key))
  expect(
    [...there].filter((key) => !known.has(key)),
    'without a row',
  ).toEqual([])
  expect(
    [...known].filter((key) => !there.has(key)),
    'rows of nothing',
  ).toEqual([])
})

it('lets only use cases that have asked read what asks nobody', () => {
  const parts = useCases.filter(({ key }) => PARTS.includes(key))
  expect(parts).toHaveLength(PARTS.length)
  for (const part of parts) expect(importersOf(part), part.key).toEqual([])
})

it('would see who imports one', () => {
  const open = useCases.find(({ name }) => name === 'openOutlet')
  expect(open && importersOf(open)).toContain('desk-today/screen-routes.ts')
})

let cells = 0
let world: WalkWorld

// Use cases propose and write nothing: one world serves them all.
beforeAll(async () => {
  world = await aWalkWorld()
})

describe.each(Object.entries(WALKED))(
  '%s',
  (_, { permission, about, except = [], inside, call }) => {
    const answered = async (
      role: (typeof STAFF_ROLES)[number],
      scope: Parameters<typeof somebody>[1],
    ) => {
      cells += 1
      return whyRefused(await call(asking(somebody(role, scope)), world))
    }

    it.each(STAFF_ROLES)('serves %s in scope as the table says', async (role) => {
      const isAllowed = carries(role, permission) && !(except as readonly string[]).includes(role)
      for (const scope of inside ?? scopesIn(about)) {
        const why = await answered(role, scope)
        if (isAllowed) expect(why, JSON.stringify(scope)).toBeNull()
        else expect(NOT_YOURS, JSON.stringify(scope)).toContain(why)
      }
    })

    it.each(STAFF_ROLES)('serves %s nothing out of scope', async (role) => {
      const why =
        carries(role, permission) && about === 'place' ? NOT_THERE : [...NOT_THERE, ...NOT_YOURS]
      for (const scope of scopesOut(about)) {
        expect(why, JSON.stringify(scope)).toContain(await answered(role, scope))
      }
    })
  },
)

it('prints how many cells were walked', () => {
  const walked = Object.keys(WALKED).length
  console.info(`${walked} use cases x ${STAFF_ROLES.length} roles x scopes: ${cells} cells`)
  expect(cells).toBeGreaterThan(walked * STAFF_ROLES.length)
})
