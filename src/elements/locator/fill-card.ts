import type { OutletCardView } from '#components/outlets/card-view.ts'

const TEXT_SLOTS = [
  'name',
  'distance',
  'beyond',
  'stateText',
  'intake',
  'kind',
  'oneHour',
  'address',
  'door',
] as const

/** A copy of the card template with an outlet's texts in its slots; empty slots are hidden. */
export function fillCard(template: HTMLTemplateElement, view: OutletCardView): HTMLLIElement {
  const card = template.content.firstElementChild?.cloneNode(true) as HTMLLIElement
  card.dataset.code = view.code
  card.dataset.state = view.state
  for (const name of TEXT_SLOTS) {
    const slot = card.querySelector<HTMLElement>(`[data-slot="${name}"]`)
    if (!slot) continue
    slot.textContent = view[name]
    slot.hidden = view[name] === ''
    if (slot instanceof HTMLAnchorElement) slot.href = view.href
  }
  const phones = card.querySelector('[data-slot="phones"]')
  const blank = phones?.firstElementChild
  phones?.replaceChildren(
    ...view.phones.map((phone) => {
      const link = blank?.cloneNode(true) as HTMLAnchorElement
      link.href = `tel:${phone.dial}`
      link.textContent = phone.label
      return link
    }),
  )
  return card
}
