import { stageOf } from '#domain/repairs/stage.ts'
import { must } from './judge.ts'
import type { Model } from './model.ts'
import { OUTLETS } from './network.ts'
import type { Records } from './records.ts'

/** A command under a key happened once: its events were recorded at one moment, in one database. */
export function checkOnce(records: readonly Records[]): void {
  const moments = new Map<string, string>()
  for (const [place, { events }] of records.entries()) {
    for (const { commandId, recordedAt, subject } of events) {
      if (commandId === null) continue
      const moment = `${place} ${recordedAt} ${subject.slice(subject.indexOf('/') + 1)}`
      const first = moments.get(commandId) ?? moment
      must(first === moment, () => `one key, two effects: ${first} and ${moment}`)
      moments.set(commandId, first)
    }
  }
}

/** What was told to callers is what there is: no repair too many, none missing. */
export function checkTickets(records: readonly Records[], { tickets, remembered }: Model): void {
  const told = new Set(tickets.map(({ code }) => code))
  const isOpen = remembered.some(({ known }) => known.kind === 'unknown')
  const codes = records.flatMap(({ repairs }) => repairs.map(({ code }) => code))
  must(new Set(codes).size === codes.length, () => 'one code in two databases')
  for (const code of told) must(codes.includes(code), () => `${code} was told, and isn't there`)
  if (isOpen) return
  for (const code of codes) must(told.has(code), () => `${code} is there, and nobody was told`)
}

/** Each repair is on the lists of outlets that its state says, whichever of its steps wrote them. */
export function checkLists({ repairs }: Records): void {
  for (const { code, state, homeOutlet, atOutlet, stage } of repairs) {
    must(homeOutlet === state.homeOutlet, () => `${code} is on the list of ${homeOutlet}`)
    must(atOutlet === state.atOutlet, () => `${code} is on the list of ${atOutlet}`)
    must(stage === stageOf(state.status), () => `${code}, ${state.status}, is listed as ${stage}`)
  }
}

/** Each repair has its private row, its link, a link for each ask, and is where there is an outlet. */
export function checkBeside({ repairs, privateCodes, links, bookings }: Records): void {
  const personal = new Set(privateCodes)
  const known = new Set(links.map(({ code, ask_version: ask }) => `${code} ${ask}`))
  for (const { code, state } of repairs) {
    must(personal.has(code), () => `${code}: no private row`)
    must(known.has(`${code} null`), () => `${code}: no link`)
    const isThere = OUTLETS.some((outlet) => outlet.code === state.atOutlet)
    must(isThere, () => `${code} is at ${state.atOutlet}, which isn't on record`)
    for (let ask = 1; ask <= state.askCount; ask++) {
      must(known.has(`${code} ${ask}`), () => `${code}: no link for ask ${ask}`)
    }
  }
  const codes = new Set(repairs.map(({ code }) => code))
  for (const { code } of bookings) must(codes.has(code), () => `${code}: a visit without repair`)
}

const PERSONAL = /Demo Customer|138001|\+86|li@mail|it fell|4901542|3569380|3520990/

/** Nothing personal stands in events and states: no name, phone, word or IMEI. */
export function checkImpersonal({ events, repairs, bookings, surveys }: Records): void {
  for (const { subject, data } of events) {
    const text = JSON.stringify(data)
    must(!PERSONAL.test(text), () => `${subject} says ${text}`)
  }
  for (const { code, json } of [...repairs, ...bookings, ...surveys]) {
    must(!PERSONAL.test(json), () => `${code} says ${json}`)
  }
}
