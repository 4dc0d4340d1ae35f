type Props = {
  /** Of the field; its error and its hint are `<id>-error` and `<id>-hint`. */
  readonly id: string
  readonly label: string
  readonly error: string | null
  readonly hint: React.ReactNode
  readonly children: React.ReactNode
}

/** A field with its label above, what is wrong with it, and what it wants below. */
export function Field({ id, label, error, hint, children }: Props) {
  return (
    <div className="repair-field">
      <label className="font-semibold" htmlFor={id}>
        {label}
      </label>
      {error ? (
        <p id={`${id}-error`} className="font-semibold text-error" role="alert">
          {error}
        </p>
      ) : null}
      {children}
      <p id={`${id}-hint`} className="text-muted">
        {hint}
      </p>
    </div>
  )
}
