import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Book } from '#domain/standards/effective-standard.ts'
import { changedFields, type StandardField } from '#domain/standards/set-differences.ts'
import type { Standard } from '#domain/standards/standard.ts'
import { type Edition, editionAt } from '#domain/standards/standard-set.ts'
import { fullDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { theNetwork } from './network.ts'

export type PublishedStandards = Book & {
  /** In force as the snapshot was taken; null = nothing is published yet. */
  readonly inForce: Edition | null
  /** What takes its place next; null = nothing is announced. */
  readonly coming: Edition | null
  readonly dateOf: (locale: Locale, at: number) => string
}

/** The editions and pledges of the snapshot, public standards alone. */
export async function theStandards(): Promise<PublishedStandards> {
  const { takenAt, listed, standards } = await theNetwork()
  const { editions, pledges } = standards
  const zone = listed[0]?.zone ?? 'UTC'
  return {
    ...{ editions, pledges, inForce: editionAt(editions, takenAt) },
    coming: editions.find(({ effectiveFrom }) => effectiveFrom > takenAt) ?? null,
    dateOf: (locale, at) => fullDate(locale, wallTimeIn(zone, at).date),
  }
}

const of = (edition: Edition, id: string): Standard | undefined =>
  edition.standards.find((standard) => standard.id === id)

/** Every standard that ever was published, as it reads last. */
export const everStandards = ({ editions }: Book): readonly Standard[] => [
  ...new Map(
    editions.flatMap(({ standards }) => standards.map((standard) => [standard.id, standard])),
  ).values(),
]

export type HistoryStep = {
  readonly edition: Edition
  /** null = the edition doesn't list it any more. */
  readonly standard: Standard | null
  /** null = it is there for the first time, or again. */
  readonly fields: readonly StandardField[] | null
}

/** The editions that brought a standard, changed it or dropped it, the newest first. */
export function historyOf({ editions }: Book, id: string): readonly HistoryStep[] {
  const steps: HistoryStep[] = []
  let before: Standard | undefined
  for (const edition of editions) {
    const standard = of(edition, id)
    const fields = before && standard ? changedFields(before, standard) : null
    const isSame = fields ? fields.length === 0 : before === standard
    if (!isSame) steps.push({ edition, standard: standard ?? null, fields })
    before = standard
  }
  return steps.reverse()
}
