import L from 'leaflet'
import leafletStyles from 'leaflet/dist/leaflet.css?url'
import type { IndexEntry } from '#domain/outlets/outlet-index.ts'
import { type LocatorQuery, outletFilter } from '#domain/places/locator-query.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { loadCards, loadIndex } from '../load-files.ts'
import type { LocatorSetting } from '../page-setting.ts'
import type { Found } from '../search-outlets.ts'
import { addLand } from './land-layer.ts'
import { listInStep } from './list-in-step.ts'
import mapStyles from './map.css?url'
import { namedMarker, originIcon } from './marker-icons.ts'
import { outletMarkers } from './outlet-markers.ts'

export type OutletMap = { readonly show: (found: Found, query: LocatorQuery) => void }

type Creation = {
  readonly canvas: HTMLElement
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
  L.control.zoom({ zoomInTitle, zoomOutTitle: t('locator.map.zoom_out') }).addTo(map)
  return map
}

/**
 * The name of an outlet and the way to its page. It hangs on the map, not on the marker: making room
 * for it moves the map, and moving the map draws the markers anew.
 */
async function openPopup(
  map: L.Map,
  entry: IndexEntry,
  { at, locale }: { at: L.LatLng; locale: Locale },
): Promise<void> {
  const index = await loadIndex()
  const cards = await loadCards([index.cells[entry.cell] ?? ''], locale)
  const link = document.createElement('a')
  link.href = localePath(locale, `/outlets/${entry.code.toLowerCase()}/`)
  link.textContent = cards.get(entry.code)?.name ?? entry.code
  L.popup({ closeButton: false, offset: [0, -8] })
    .setLatLng(at)
    .setContent(link)
    .openOn(map)
  link.focus({ preventScroll: true })
}

/** Leaflet over the bundled land or the configured tiles, kept in step with the list. */
export async function createMap({ canvas, list, setting }: Creation): Promise<OutletMap> {
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
    select: (entry, marker) => {
      step.scrollTo(entry.code)
      const at = marker.getLatLng()
      openPopup(map, entry, { at, locale: setting.locale }).catch(console.error)
    },
  })
  const origin = L.layerGroup().addTo(map)

  const show: OutletMap['show'] = (found, query) => {
    map.invalidateSize()
    const { lat, lon } = found.origin
    const middle = L.latLng(lat, lon)
    const bounds = L.latLngBounds([middle])
    for (const hit of found.hits) {
      const turn = 360 * Math.round((lon - hit.lon) / 360)
      bounds.extend([hit.lat, hit.lon + turn])
    }
    map.fitBounds(bounds, { padding: [40, 40], maxZoom: CLOSEST_FIT, animate: false })
    origin.clearLayers()
    namedMarker(middle, originIcon(), setting.t('locator.map.origin')).addTo(origin)
    const names = new Map(found.views.map(({ code, name }) => [code, name]))
    markers.show(outletFilter(query, Date.now()), Date.now(), names)
  }
  return { show }
}
