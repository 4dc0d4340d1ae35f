import L from 'leaflet'
import Supercluster, { type AnyProps, type ClusterFeature } from 'supercluster'
import { distanceMetres } from '#domain/outlets/distance.ts'
import type { OutletFilter } from '#domain/outlets/filter.ts'
import { matcher, openStates } from '#domain/outlets/matching.ts'
import type { IndexEntry, OutletIndex } from '#domain/outlets/outlet-index.ts'
import { formatDistance } from '#i18n/format-distance.ts'
import type { Locale } from '#i18n/locale.ts'
import { loadCards, loadIndex } from '../load-files.ts'
import type { LocatorSetting } from '../page-setting.ts'
import { clusterIcon, namedMarker, outletIcon } from './marker-icons.ts'

const CLUSTER_RADIUS = 56
const CLUSTERED_UNTIL_ZOOM = 12

export type OutletMarkers = {
  readonly show: (filter: OutletFilter, shown: Shown) => void
  readonly mark: (code: string | null) => void
}

type Markers = {
  readonly map: L.Map
  readonly index: OutletIndex
  readonly setting: LocatorSetting
  readonly select: (entry: IndexEntry, marker: L.Marker) => void
  readonly hover: (code: string | null) => void
}

type Located = { readonly place: number }
type Clusters = Supercluster<Located>
type Drawn = ReturnType<Clusters['getClusters']>[number]

const isCluster = (one: Drawn): one is ClusterFeature<AnyProps> => 'cluster' in one.properties

function clusterOutlets(entries: readonly IndexEntry[]): Clusters {
  const clusters: Clusters = new Supercluster({
    radius: CLUSTER_RADIUS,
    maxZoom: CLUSTERED_UNTIL_ZOOM,
  })
  return clusters.load(
    entries.map(({ lon, lat, place }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { place },
    })),
  )
}

/** On the world that is in view: the map repeats beyond ±180. */
const onWorldInView = (map: L.Map, lon: number, lat: number): L.LatLng =>
  L.latLng(lat, lon + 360 * Math.round((map.getCenter().lng - lon) / 360))

/** A marker outside the list learns its outlet's name when somebody comes to it. */
async function learnName(marker: L.Marker, entry: IndexEntry, locale: Locale): Promise<void> {
  const index = await loadIndex()
  const cards = await loadCards([index.cells[entry.cell] ?? ''], locale)
  const name = cards.get(entry.code)?.name
  const element = marker.getElement()
  if (!name || !element) return
  element.ariaLabel = name
  element.title = name
}

/** What is being shown: where the search began, when, and the names of the outlets in the list. */
export type Shown = {
  readonly from: { readonly lat: number; readonly lon: number }
  readonly at: number
  readonly names: ReadonlyMap<string, string>
}

function outletMarker(entry: IndexEntry, shown: Shown, markers: Markers): L.Marker {
  const { lat, lon } = shown.from
  const name = shown.names.get(entry.code)
  const isOpen = openStates(shown.at)(entry.hours).state === 'open'
  const { map, setting, select, hover } = markers
  const { code } = entry
  const distance = formatDistance(setting.locale, distanceMetres(lat, lon, entry.lat, entry.lon))
  const label = name ?? setting.t('locator.map.marker', { distance })
  const at = onWorldInView(map, entry.lon, entry.lat)
  const marker = namedMarker(at, outletIcon(name !== undefined, isOpen), label)
  marker.on('click', () => select(entry, marker))
  marker.on('mouseover', () => hover(code)).on('mouseout', () => hover(null))
  marker.on('add', () => {
    marker.getElement()?.addEventListener('focus', () => {
      hover(code)
      if (!name) learnName(marker, entry, setting.locale).catch(() => undefined)
    })
    marker.getElement()?.addEventListener('blur', () => hover(null))
  })
  return marker
}

function clusterMarker(
  cluster: ClusterFeature<AnyProps>,
  clusters: Clusters,
  { map, setting }: Markers,
): L.Marker {
  const [lon = 0, lat = 0] = cluster.geometry.coordinates
  const { cluster_id: id, point_count: count } = cluster.properties
  const at = onWorldInView(map, lon, lat)
  const label = setting.counted('locator.map.cluster', count)
  return namedMarker(at, clusterIcon(count, setting.locale), label).on('click', () => {
    map.setView(at, clusters.getClusterExpansionZoom(id))
  })
}

/** Every matching outlet of the network as rings and counted clusters; moving the map loads nothing. */
export function outletMarkers(markers: Markers): OutletMarkers {
  const { map, index } = markers
  const layer = L.layerGroup().addTo(map)
  const drawn = new Map<string, L.Marker>()
  let clusters = clusterOutlets([])
  let shown: Shown = { from: { lat: 0, lon: 0 }, at: 0, names: new Map() }
  let marked: string | null = null

  const mark = (code: string | null): void => {
    if (marked) drawn.get(marked)?.getElement()?.classList.remove('map-outlet-marked')
    marked = code
    if (code) drawn.get(code)?.getElement()?.classList.add('map-outlet-marked')
  }
  const draw = (): void => {
    const hadFocus = document.activeElement?.classList.contains('leaflet-marker-icon')
    layer.clearLayers()
    drawn.clear()
    const view = map.getBounds().pad(0.2)
    const box: [number, number, number, number] = [
      view.getWest(),
      view.getSouth(),
      view.getEast(),
      view.getNorth(),
    ]
    for (const one of clusters.getClusters(box, map.getZoom())) {
      if (isCluster(one)) {
        clusterMarker(one, clusters, markers).addTo(layer)
        continue
      }
      const entry = index.entries[one.properties.place] as IndexEntry
      const marker = outletMarker(entry, shown, markers).addTo(layer)
      drawn.set(entry.code, marker)
    }
    // The marker that was pressed is gone; the keyboard goes on from the map.
    if (hadFocus) map.getContainer().focus({ preventScroll: true })
    mark(marked)
  }
  map.on('moveend', draw)
  return {
    mark,
    show: (filter, next) => {
      shown = next
      clusters = clusterOutlets(index.entries.filter(matcher(index, filter, next.at)))
      draw()
    },
  }
}
