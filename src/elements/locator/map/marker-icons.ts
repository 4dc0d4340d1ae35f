import L from 'leaflet'

/** The ring of the brand: an outlet as a station on the map. */
export function outletIcon(listed: boolean, isOpen: boolean): L.DivIcon {
  const classes = ['map-outlet', listed && 'map-outlet-listed', isOpen && 'map-outlet-open']
  return L.divIcon({
    className: classes.filter(Boolean).join(' '),
    html: document.createElement('span'),
    iconSize: [44, 44],
  })
}

export function clusterIcon(count: number, locale: string): L.DivIcon {
  const text = document.createElement('span')
  text.textContent = new Intl.NumberFormat(locale, { notation: 'compact' }).format(count)
  return L.divIcon({ className: 'map-cluster', html: text, iconSize: [44, 44] })
}

/** Where the search began: to be seen, not to be pressed. */
export const originMarker = (at: L.LatLng, label: string): L.Marker =>
  L.marker(at, {
    icon: L.divIcon({
      className: 'map-origin',
      html: document.createElement('span'),
      iconSize: [24, 24],
    }),
    keyboard: false,
    interactive: false,
    alt: label,
    title: label,
  })

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
