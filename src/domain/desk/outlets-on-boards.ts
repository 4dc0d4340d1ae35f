type Shown = { readonly type: string; readonly data: Readonly<Record<string, unknown>> }

const ON_BOARDS = /^(?:repair|booking)\./

/**
 * The outlets whose desks show what an event changed: where the phone is or the visit is to be, the
 * repair's home outlet, and the one that sent the phone on. Events of other subjects: none.
 * `repair.sent_on` from SZ-001 to SZ-002 answers both.
 */
export function outletsOnBoards({ type, data }: Shown): readonly string[] {
  if (!ON_BOARDS.test(type)) return []
  const named = [data['outlet'], data['home'], data['sentFrom'], data['movedFrom']]
  return [...new Set(named.filter((outlet) => typeof outlet === 'string'))]
}
