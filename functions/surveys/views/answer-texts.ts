import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import type { Translate } from '#i18n/translate.ts'

const CODE_LETTERS = 13

/** What a survey was about, in a few words with its code. */
export function aboutText(t: Translate, { kind, ending, id }: Survey): string {
  const parts = [
    t(`desk.surveys.kind.${kind}`),
    ...(ending ? [t(`desk.surveys.ending.${ending}`)] : []),
    spellCode(id.slice(0, CODE_LETTERS)),
  ]
  return parts.join(' · ')
}

const SHORT = { csat: 'CSAT', ces: 'CES', nps: 'NPS' } as const

/** The three scores that are figures, as they were given: `CSAT 2 · NPS 4`, no score on another line than its name. */
export const scoresText = ({ scores }: Survey): string =>
  (['csat', 'ces', 'nps'] as const)
    .flatMap((one) => (scores[one] === undefined ? [] : [`${SHORT[one]}\u00a0${scores[one]}`]))
    .join(' · ')
