import type { OutletCardView } from './card-view.ts'

type Props = { readonly view: OutletCardView }

/**
 * One outlet in a list of results: rendered on the edge, and once as a `<template>` that the locator
 * clones and fills by `data-slot`.
 */
export function OutletCard({ view }: Props) {
  return (
    <li className="group border-line border-t py-4" data-code={view.code} data-state={view.state}>
      <p
        className="mb-3 border-base-content border-b-2 pb-1 font-semibold"
        data-slot="beyond"
        hidden={!view.beyond}
      >
        {view.beyond}
      </p>
      <div className="flex items-baseline justify-between gap-x-4">
        <h3 className="min-w-0 text-lg">
          <a className="inline-flex min-h-11 items-center" href={view.href} data-slot="name">
            {view.name}
          </a>
        </h3>
        <p className="whitespace-nowrap text-lg" data-slot="distance">
          {view.distance}
        </p>
      </div>
      <p className="flex flex-wrap items-center gap-x-3">
        <span
          className="inline-flex items-center gap-2 font-semibold before:size-3.5 before:shrink-0 before:rounded-full before:border-3 before:border-muted group-data-[state=open]:before:border-primary group-data-[state=open]:text-primary group-data-[state=unknown]:before:border-dashed"
          data-slot="stateText"
        >
          {view.stateText}
        </span>
        <span className="text-muted" data-slot="intake" hidden={!view.intake}>
          {view.intake}
        </span>
      </p>
      <p className="mt-1 text-muted">
        <span data-slot="kind">{view.kind}</span>
        <span
          className="ml-3 font-semibold text-primary"
          data-slot="oneHour"
          hidden={!view.oneHour}
        >
          {view.oneHour}
        </span>
      </p>
      <p className="mt-1" data-slot="address">
        {view.address}
      </p>
      <p className="text-muted" data-slot="door" hidden={!view.door}>
        {view.door}
      </p>
      <p className="mt-3 flex flex-wrap gap-2 empty:hidden" data-slot="phones">
        {view.phones.map((phone) => (
          <a key={phone.dial} className="btn btn-outline" href={`tel:${phone.dial}`}>
            {phone.label}
          </a>
        ))}
      </p>
    </li>
  )
}
