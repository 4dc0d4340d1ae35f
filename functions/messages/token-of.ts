import { TEMPLATES, type Template } from '#domain/messages/templates.ts'
import type { Keys } from '#functions/db/keys.ts'
import { linkToken } from '#functions/repairs/link-token.ts'
import type { ShownRepair } from '#functions/repairs/show-repair.ts'

type Linking = {
  readonly template: Template
  /** Of the event that asked for the message. */
  readonly version: number
  readonly shown: ShownRepair
}

/** Asks are counted from 1. */
const askAt = ({ version, shown }: Linking): number =>
  shown.events.filter((event) => event.type === 'repair.asked' && event.version <= version).length

/** The token of a message's link: to answering the ask it is about, otherwise to the repair's page. */
export function tokenOf(keys: Keys, linking: Linking): Promise<string> {
  const { code, ask, linkEpoch } = linking.shown.repair
  // Whoever lost the code lost the link to the open question with it.
  const isAnswer = linking.template === 'code_again' && ask !== null
  return isAnswer || TEMPLATES[linking.template].topic === 'answer'
    ? linkToken(keys, {
        ...{ code, purpose: 'answer', linkEpoch },
        askVersion: isAnswer ? ask.version : askAt(linking),
      })
    : linkToken(keys, { code, purpose: 'status', askVersion: null, linkEpoch })
}
