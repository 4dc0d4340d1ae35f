/**
 * Takes a step of a repair in place of staff, for demonstrations on the local database:
 * `npm run act -- CODE ACTION [--with '{"promisedAt": …}'] [--outlet CODE]`
 */
import { parseArgs } from 'node:util'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import type { Sources } from '#functions/db/sources.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { actOnRepair, type RepairStep } from '#functions/repairs/act-on-repair.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { HubBehind, HubInUse, openHub } from '../database/open-hub.ts'
import { persistDir } from '../site/directories.ts'
import { localSecret } from '../site/local-secret.ts'
import { DEMO_ACTIONS, demoAction } from './demo-actions.ts'
import { localSources } from './local-sources.ts'

const USAGE = `npm run act -- CODE ACTION [--with '{"…": …}']\nActions: ${DEMO_ACTIONS.join(' ')}, and send_on with --outlet CODE`

const DEMO_IMEI = '490154203237518'
const STAFF: Actor = {
  id: 'stf_demo',
  roles: ['counter', 'bench', 'outlet_manager', 'agent', 'hq_supply'],
  via: 'desk',
}
/** Whoever finished a repair doesn't check it. */
const CHECKER: Actor = { ...STAFF, id: 'stf_demo_2' }

class Unusable extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      with: { type: 'string', default: '{}' },
      outlet: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help || positionals.length === 0) throw new Unusable(USAGE)
  const [typed = '', type = ''] = positionals
  const code = readTicketCode(typed)
  if (!code) throw new Unusable(`"${typed}" is not a ticket code.\n${USAGE}`)
  return { code, type, over: JSON.parse(values.with) as object, outlet: values.outlet ?? null }
}

type Arguments = ReturnType<typeof readArguments>

async function stepOf(
  sources: Sources,
  { code, type, over, outlet }: Arguments,
): Promise<RepairStep> {
  const shown = await showRepair(sources, code)
  if (!shown) throw new Unusable(`No repair has the code ${spellCode(code)}.`)
  const at = { repair: shown.repair, now: sources.now }
  const action: RepairAction | null =
    type === 'send_on' && outlet
      ? { type, outlet, carrier: 'sf', ...over }
      : demoAction(type, at, over)
  if (!action) throw new Unusable(`"${type}" is no action.\n${USAGE}`)
  return {
    ...{ code, action, expectedVersion: shown.repair.version, happenedAt: null, key: null },
    actor: type === 'pass_check' ? CHECKER : STAFF,
    ...(type === 'receive' ? { personal: { device: { imeis: [DEMO_IMEI], serial: null } } } : {}),
  }
}

async function main(): Promise<number> {
  const asked = readArguments()
  const hub = await openHub()
  try {
    const secret = localSecret(persistDir())
    const sources = localSources({ hub: hub.database, secret, now: Date.now() })
    const step = await stepOf(sources, asked)
    const outcome = await carryStep(() => actOnRepair(sources, step))
    if (outcome.kind === 'refused') throw new Unusable(`Refused: ${outcome.refusal}.`)
    const { version, status } = outcome.answer
    console.log(`${spellCode(asked.code)} is now ${status} (version ${version}).`)
    return 0
  } finally {
    hub.close()
  }
}

const EXPECTED = [Unusable, SyntaxError, HubInUse, HubBehind]

process.exitCode = await main().catch((error: unknown) => {
  if (!EXPECTED.some((kind) => error instanceof kind)) throw error
  console.error((error as Error).message)
  return 1
})
