import { type LocatorQuery, writeLocatorQuery } from '#domain/places/locator-query.ts'
import { placeTitle } from '#domain/places/place-label.ts'
import { formatDistance } from '#i18n/format-distance.ts'
import { localePath } from '#i18n/locale.ts'
import type { Origin } from './find-origin.ts'
import type { LocatorSetting } from './page-setting.ts'
import type { Found } from './search-outlets.ts'

const LINK_CLASS = 'inline-flex min-h-11 items-center'

function textElement(tag: 'p', text: string, className = ''): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  element.className = className
  return element
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = LINK_CLASS
  link.href = href
  link.textContent = text
  return link
}

/** Links to the namesakes of the place that was taken. */
export const namesakeItems = (
  { others }: Origin,
  query: LocatorQuery,
  { locale }: LocatorSetting,
): readonly HTMLLIElement[] =>
  others.map((place) => {
    const item = document.createElement('li')
    const address = writeLocatorQuery({ ...query, place: place.id, regions: [] })
    item.append(linkTo(address, placeTitle(place, locale)))
    return item
  })

/** What we offer where no outlet is near: the nearest mail-in centre, else the hotline. */
export function farNotice(
  far: NonNullable<Found['far']>,
  { t, locale, nearKm, hotline }: LocatorSetting,
): readonly HTMLElement[] {
  const distance = formatDistance(locale, nearKm * 1000)
  return [
    textElement('p', t('locator.far', { distance }), 'font-semibold'),
    textElement('p', t(far.mailIn ? 'locator.mail_in' : 'locator.no_mail_in')),
    far.mailIn
      ? linkTo(far.mailIn.href, far.mailIn.name)
      : linkTo(`tel:${hotline.dial}`, hotline.display),
  ]
}

/** Why the list doesn't keep to the filters; the button that removes them stands below. */
export function noneNearNotice({ t, locale, nearKm }: LocatorSetting): readonly HTMLElement[] {
  const distance = formatDistance(locale, nearKm * 1000)
  return [
    textElement('p', t('locator.none_near', { distance }), 'font-semibold'),
    textElement('p', t('locator.none_near_hint')),
  ]
}

/** Leads from a region's nearest outlets to the page of all of them. */
export function pointToRegion(
  link: HTMLAnchorElement,
  { region }: Origin,
  { locale, counted }: LocatorSetting,
): void {
  link.hidden = region === null
  if (!region) return
  link.href = localePath(locale, `/outlets/in/${region.id}/`)
  link.textContent = counted('locator.region.page', region.outletCount)
}
