import L from 'leaflet'
import { type Basemap, readRing } from '#domain/places/basemap.ts'
import { loadFile } from '../load-files.ts'

const WORLDS = [-360, 0, 360] as const

/** Land in the page's own grey; the neighbouring worlds are drawn too, so no coast ends at ±180. */
function landPolygons({ rings }: Basemap, colour: string): L.Layer {
  const flat = rings.map(readRing)
  const renderer = L.canvas({ padding: 0.5 })
  return L.layerGroup(
    WORLDS.map((shift) =>
      L.polygon(
        flat.map((ring) => ring.map(([lat, lon]) => L.latLng(lat, lon + shift))),
        { renderer, stroke: false, fillColor: colour, fillOpacity: 1, interactive: false },
      ),
    ),
  )
}

const LABEL_WIDTH = 90
const LABEL_HEIGHT = 28
const MOST_LABELS = 24

function cityLabel(name: string): L.DivIcon {
  const text = document.createElement('span')
  text.textContent = name
  return L.divIcon({ className: 'map-city', html: text, iconSize: [0, 0] })
}

/** Names of the largest cities in view, none upon another. */
function cityLabels(map: L.Map, { cities }: Basemap, chinese: boolean): void {
  const pane = map.createPane('cities')
  pane.ariaHidden = 'true'
  // Above the markers (600), which would hide the names of the places they stand in.
  pane.style.zIndex = '640'
  pane.style.pointerEvents = 'none'
  const layer = L.layerGroup().addTo(map)
  const draw = (): void => {
    layer.clearLayers()
    const placed: L.Point[] = []
    const bounds = map.getBounds()
    const middle = map.getCenter().lng
    for (const [lon, lat, en, zh] of cities) {
      if (placed.length >= MOST_LABELS) return
      const at = L.latLng(lat, lon + 360 * Math.round((middle - lon) / 360))
      if (!bounds.contains(at)) continue
      const pixel = map.latLngToContainerPoint(at)
      const isCovered = placed.some(
        ({ x, y }) => Math.abs(x - pixel.x) < LABEL_WIDTH && Math.abs(y - pixel.y) < LABEL_HEIGHT,
      )
      if (isCovered) continue
      placed.push(pixel)
      const icon = cityLabel(chinese ? zh.replace(/市$/, '') : en)
      L.marker(at, { icon, interactive: false, keyboard: false, pane: 'cities' }).addTo(layer)
    }
  }
  map.on('moveend', draw)
  draw()
}

/** The bundled map: land without borders and the largest cities, from one static file. */
export async function addLand(map: L.Map, chinese: boolean): Promise<void> {
  const file = (await loadFile('/data/basemap.json')) as Basemap | null
  if (!file) throw new Error('The basemap is missing.')
  const colour = getComputedStyle(map.getContainer()).getPropertyValue('--map-land').trim()
  landPolygons(file, colour).addTo(map)
  cityLabels(map, file, chinese)
}
