/** The longest comment, in letters. */
export const LONGEST_COMMENT = 1000
const MOST_FIELDS = 60
const LONGEST_SCORE = 4

/** What a survey's form brought. */
export type Typed = {
  readonly scores: Readonly<Record<string, string>>
  readonly comment: string
  readonly isDone: boolean
  readonly key: string | null
  readonly fault: 'nothing_answered' | 'bad_value' | null
}

export const NOTHING_TYPED: Typed = {
  ...{ scores: {}, comment: '', isDone: false, key: null, fault: null },
}

const QUESTION = 'q.'

/** Reads a form's fields: scores by question, the words, and which of its buttons was pressed. */
export function typedIn(body: Readonly<Record<string, unknown>>): Typed {
  const text = (name: string): string => {
    const value = body[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const questions = Object.keys(body).filter((name) => name.startsWith(QUESTION))
  return {
    scores: Object.fromEntries(
      questions
        .slice(0, MOST_FIELDS)
        .map((name) => [name.slice(QUESTION.length), text(name).slice(0, LONGEST_SCORE)]),
    ),
    comment: text('comment').slice(0, LONGEST_COMMENT),
    isDone: text('button') !== 'stop',
    key: text('commandId').slice(0, 200) || null,
    fault: null,
  }
}

/** Everything that a form brought, as it brought it, to be sent once more. */
export const fieldsToKeep = (
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(body)
      .slice(0, MOST_FIELDS)
      .flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value.slice(0, LONGEST_COMMENT)]] : [],
      ),
  )
