type Props = { readonly text: string; readonly part: string }

/** A text around a code or an amount, put where its line break is, which never breaks across lines. */
export function Around({ text, part }: Props) {
  const [before, after] = text.split('\n')
  return (
    <>
      {before}
      <span className="whitespace-nowrap">{part}</span>
      {after}
    </>
  )
}
