import { complaintActorAt, NOWHERE, seesComplaint } from '#domain/complaints/complaint-actor.ts'
import { whyNotPermitted } from '#domain/staff/permissions.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import type { VoiceKind } from '#domain/voices/voice-kind.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import type { Asking } from './scope-of-voices.ts'
import type { SaidRow } from './store.ts'

type Hears = (staff: Staff, row: SaidRow, place: Place) => boolean

/** Feedback is heard wherever it is in scope; of the others, what their own pages would show. */
const HEARS: Record<VoiceKind, Hears | null> = {
  feedback: null,
  complaint: (staff, { state }, place) =>
    seesComplaint(JSON.parse(state ?? '{}'), complaintActorAt(staff, place)),
  // How a complaint was handled isn't told to whom it was about.
  survey: (staff, { about }, place) =>
    about !== 'complaint' || whyNotPermitted(staff, 'feedback.decide', [place]) === null,
}

/**
 * Of rows within somebody's scope those whose words they may hear: what is hidden from them on its own
 * page is no quotation either.
 */
export async function heardBy(
  { hub, staff }: Pick<Asking, 'hub' | 'staff'>,
  kind: VoiceKind,
  rows: readonly SaidRow[],
): Promise<readonly SaidRow[]> {
  const hears = HEARS[kind]
  if (!hears || rows.length === 0) return rows
  const codes = rows.flatMap(({ outlet_code: code }) => code ?? [])
  const places = codes.length > 0 ? await findPlaces(hub, staff, codes) : []
  const placed = new Map(places.map((place) => [place.outlet, place]))
  return rows.filter((row) => hears(staff, row, placed.get(row.outlet_code ?? '') ?? NOWHERE))
}
