type HiddenProps = { readonly values: Readonly<Record<string, string | number>> }

export const Hidden = ({ values }: HiddenProps) => (
  <>
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
)

type KeyProps = { readonly hint: string | undefined }

/** The key that presses what it stands on. */
export const Key = ({ hint }: KeyProps) =>
  hint ? (
    <span className="desk-key" aria-hidden="true">
      {hint}
    </span>
  ) : null

export type Step = {
  readonly code: string
  readonly version: number
  readonly action: 'arrive' | 'call' | 'skip' | 'leave' | 'cancel'
  readonly label: string
  /** What a reader of the screen hears instead: which number it is about. */
  readonly spoken?: string
  readonly hotkey?: string | undefined
  readonly isMain?: boolean
  /** Where the focus comes back to when the part is shown anew; of itself the step and its visit. */
  readonly id?: string
}

type Props = Step & {
  /** The outlet, and the visit that this screen is busy with. */
  readonly back: Readonly<Record<string, string>>
}

/** One step of a visit: a form of one button. */
export const StepButton = ({
  code,
  version,
  action,
  label,
  spoken,
  hotkey,
  isMain = false,
  id = `${action}-${code}`,
  back,
}: Props) => (
  <form method="post" action={`/desk/visits/${code}/${action}`}>
    <Hidden values={{ ...back, version, commandId: crypto.randomUUID() }} />
    <button
      id={id}
      className={isMain ? 'btn btn-primary' : 'btn'}
      type="submit"
      aria-label={spoken}
      data-key={hotkey}
      aria-keyshortcuts={hotkey}
    >
      {label}
      <Key hint={hotkey} />
    </button>
  </form>
)
