import type { TrailStep } from './outlet-view.ts'

type Props = { readonly label: string; readonly steps: readonly TrailStep[] }

/** From the whole network down to here: the stations passed on the way. */
export const Trail = ({ label, steps }: Props) => (
  <nav aria-label={label}>
    <ol className="breadcrumb-list">
      {steps.map(({ name, href }) => (
        <li key={href}>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ol>
  </nav>
)
