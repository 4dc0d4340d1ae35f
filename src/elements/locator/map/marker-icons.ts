import L from 'leaflet'

/** The ring of the brand: an outlet as a station on the map. */
export function outletIcon(listed: boolean): L.DivIcon {
  return L.divIcon({
    className: listed ? 'map-outlet map-outlet-listed' : 'map-outlet',
    html: document.createElement('span'),
    iconSize: [44, 44],
  })
}

export function clusterIcon(count: number, locale: string): L.DivIcon {
  const text = document.createElement('span')
  text.textContent = new Intl.NumberFormat(locale, { notation: 'compact' }).format(count)
  return L.divIcon({ className: 'map-cluster', html: text, iconSize: [44, 44] })
}

export const originIcon = (): L.DivIcon =>
  L.divIcon({ className: 'map-origin', html: document.createElement('span'), iconSize: [24, 24] })

/** A marker that the keyboard reaches and a screen reader can name. */
export function namedMarker(at: L.LatLng, icon: L.DivIcon, label: string): L.Marker {
  const marker = L.marker(at, { icon, keyboard: true, title: label, riseOnHover: true })
  marker.on('add', () => {
    const element = marker.getElement()
    if (!element) return
    element.role = 'button'
    element.ariaLabel = label
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      marker.fire('click')
    })
  })
  return marker
}
