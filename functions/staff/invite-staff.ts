import { hashPassword } from 'better-auth/crypto'
import { mayInvite, type StaffRefusal, staffSubject } from '#domain/staff/decide-staff.ts'
import type { Grant, Staff } from '#domain/staff/staff.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { drawId, drawPassword } from './draw-account.ts'
import { insertStaff } from './edit-staff-store.ts'
import { loadScopeFacts } from './load-scope-facts.ts'
import { staffByEmail } from './staff-store.ts'

export type InvitingAs = Pick<Sources, 'hub' | 'keys' | 'now' | 'randomByte'> & {
  readonly staff: Staff
}

export type Invitation = {
  readonly name: string
  readonly email: string
  readonly locale: 'en' | 'zh-CN'
  readonly grants: readonly Grant[]
  /** Idempotency key. */
  readonly key: string | null
}

/** The password is in no answer that is kept: it is shown once. */
export type StaffAnswer = { readonly id: string; readonly version: number }
export type EditRefusal =
  | StaffRefusal
  | 'not_found'
  | 'not_your_role'
  | 'unknown_place'
  | 'email_taken'
  | 'key_reused'
export type StaffTask = Task<StaffAnswer, EditRefusal> & {
  /** What the person signs in with; null = nothing was drawn. */
  readonly password: string | null
}

const tidy = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

/**
 * Makes somebody staff: with roles that the inviter may give, where they may give them, and a password
 * drawn here. No message is sent; the inviter passes it on.
 */
export async function inviteStaff(
  { hub, keys, now, randomByte, staff: giver }: InvitingAs,
  { key, ...wish }: Invitation,
): Promise<StaffTask> {
  const email = tidy(wish.email)
  const command = await commandOf({
    ...{ name: 'invite_staff', key, body: wish, actor: giver.id, now },
    mac: (text) => keys.mac('command', text),
  })
  const refused = (refusal: EditRefusal): StaffTask => ({
    ...{ database: hub, command, proposal: { kind: 'refused', refusal }, password: null },
  })
  const scopes = await loadScopeFacts(hub, wish.grants)
  if (!mayInvite(giver, wish.grants, scopes.factsOf)) return refused('may_not_grant')
  if (!wish.grants.every(scopes.isKnown)) return refused('unknown_place')
  const [kept, [taken]] = await readTogether([keptAnswer(hub, command), staffByEmail(hub, email)])
  const replay = replayOf<StaffAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay, password: null }
  if (taken) return refused('email_taken')
  const id = drawId('stf', randomByte)
  const password = drawPassword(randomByte)
  const row = {
    ...{ id, accountId: drawId('acc', randomByte), name: wish.name, email, locale: wish.locale },
    ...{ grants: wish.grants, hash: await hashPassword(password), isDemo: false },
  }
  return {
    ...{ database: hub, command, password },
    proposal: {
      kind: 'change',
      answer: { id, version: 1 },
      events: [
        {
          ...{ subject: staffSubject(id), version: 1, type: 'staff.invited', happenedAt: now },
          data: { grants: wish.grants },
        },
      ],
      rows: insertStaff(hub, row, now),
    },
  }
}
