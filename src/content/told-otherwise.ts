import type { PublicationEntry } from '#domain/publications/publication-document.ts'
import {
  type ToldMonth,
  type ToldOtherwise,
  toldMonths,
  toldOtherwise,
} from '#domain/publications/told-otherwise.ts'
import { readDocument, thePublications } from './publications.ts'

/** The network's rows alone are kept: a document of a large network has tens of megabytes. */
const kept = new Map<number, readonly ToldMonth[]>()

function monthsIn(number: number): readonly ToldMonth[] {
  const known = kept.get(number) ?? toldMonths(readDocument(number))
  kept.set(number, known)
  return known
}

/** A document tells twelve months: those before it by as many can't be told otherwise in it. */
const TOLD_MONTHS = 12

/** Months that a publication tells otherwise than those before it which stand. */
export async function toldOtherwiseIn(entry: PublicationEntry): Promise<readonly ToldOtherwise[]> {
  const { standing } = await thePublications()
  const earlier = standing
    .filter(({ month, number }) => month < entry.month && number !== entry.number)
    .slice(0, TOLD_MONTHS)
    .toReversed()
  return toldOtherwise(
    monthsIn(entry.number),
    earlier.map(({ number }) => monthsIn(number)),
  )
}
