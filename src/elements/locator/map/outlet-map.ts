import L from 'leaflet'
import leafletStyles from 'leaflet/dist/leaflet.css?url'
import { cardView } from '#components/outlets/card-view.ts'
import { distanceMetres } from '#domain/outlets/distance.ts'
import { openStates } from '#domain/outlets/matching.ts'
import type { IndexEntry } from '#domain/outlets/outlet-index.ts'
import { type LocatorQuery, outletFilter } from '#domain/places/locator-query.ts'
import { fillCard } from '../fill-card.ts'
import { loadCards, loadIndex } from '../load-files.ts'
import type { LocatorSetting } from '../page-setting.ts'
import type { Found } from '../search-outlets.ts'
import { addLand } from './land-layer.ts'
import { listInStep } from './list-in-step.ts'
import mapStyles from './map.css?url'
import { originMarker } from './marker-icons.ts'
import { outletMarkers } from './outlet-markers.ts'

export type OutletMap = { readonly show: (found: Found, query: LocatorQuery) => void }

type Creation = {
  readonly canvas: HTMLElement
  /** Holds the card of a pressed outlet. */
  readonly card: HTMLUListElement
  readonly template: HTMLTemplateElement
  readonly list: HTMLOListElement
  readonly setting: LocatorSetting
}

const CLOSEST_FIT = 14

function addStyles(href: string): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  return new Promise((resolve, reject) => {
    link.onload = () => resolve()
    link.onerror = () => reject(new Error(`${href} could not be loaded.`))
    document.head.append(link)
  })
}

function emptyMap(canvas: HTMLElement, { t, tiles }: LocatorSetting): L.Map {
  const map = L.map(canvas, {
    zoomControl: false,
    worldCopyJump: true,
    minZoom: 2,
    maxZoom: tiles ? 18 : 14,
    fadeAnimation: false,
    zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  })
  map.attributionControl.setPrefix(false)
  map.attributionControl.addAttribution(tiles?.attribution ?? t('locator.map.attribution'))
  const zoomInTitle = t('locator.map.zoom_in')
  L.control.scale({ imperial: false, position: 'topright' }).addTo(map)
  L.control.zoom({ zoomInTitle, zoomOutTitle: t('locator.map.zoom_out') }).addTo(map)
  return map
}

type CardPlace = Pick<Creation, 'card' | 'template' | 'setting'> & {
  readonly from: { readonly lat: number; readonly lon: number }
}

/** The card of a pressed outlet, under the map, which stays where it is. */
async function showCard(
  entry: IndexEntry,
  { card: place, template, setting, from }: CardPlace,
): Promise<void> {
  const index = await loadIndex()
  const { locale } = setting
  const cards = await loadCards([index.cells[entry.cell] ?? ''], locale)
  const card = cards.get(entry.code)
  if (!card) return
  const at = Date.now()
  const distance = distanceMetres(from.lat, from.lon, entry.lat, entry.lon)
  const hit = { ...entry, entry, distanceMetres: distance, openState: openStates(at)(entry.hours) }
  const shown = fillCard(template, cardView(hit, card, { ...setting, at }))
  place.replaceChildren(shown)
  place.hidden = false
  shown.querySelector('a')?.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'nearest' })
}

/** Leaflet over the bundled land or the configured tiles, kept in step with the list. */
export async function createMap(creation: Creation): Promise<OutletMap> {
  const { canvas, card, list, setting } = creation
  await Promise.all([addStyles(leafletStyles), addStyles(mapStyles)])
  canvas.replaceChildren()
  const index = await loadIndex()
  const map = emptyMap(canvas, setting)
  map.setView([35, 105], 3)
  if (setting.tiles) L.tileLayer(setting.tiles.url).addTo(map)
  else await addLand(map, setting.locale === 'zh-CN')
  const step = listInStep(list, (code) => markers.mark(code))
  const markers = outletMarkers({
    map,
    index,
    setting,
    hover: step.mark,
    select: (entry) => {
      step.mark(entry.code)
      showCard(entry, { ...creation, from }).catch(console.error)
    },
  })
  let from = { lat: 0, lon: 0 }
  const origin = L.layerGroup().addTo(map)

  const show: OutletMap['show'] = (found, query) => {
    map.invalidateSize()
    const { lat, lon } = found.origin
    from = { lat, lon }
    card.hidden = true
    const middle = L.latLng(lat, lon)
    const bounds = L.latLngBounds([middle])
    for (const hit of found.hits) {
      const turn = 360 * Math.round((lon - hit.lon) / 360)
      bounds.extend([hit.lat, hit.lon + turn])
    }
    map.fitBounds(bounds, { padding: [40, 40], maxZoom: CLOSEST_FIT, animate: false })
    origin.clearLayers()
    originMarker(middle, setting.t('locator.map.origin')).addTo(origin)
    const names = new Map(found.views.map(({ code, name }) => [code, name]))
    const at = Date.now()
    const filter = found.filteredOut ? {} : outletFilter(query, at)
    markers.show(filter, { from, at, names })
  }
  return { show }
}
