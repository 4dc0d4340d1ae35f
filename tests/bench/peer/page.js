/* The recipe of most store locators: load all stores, haversine to each, sort, list ten, cluster the rest on a map. */
const RADIUS_KM = 6371
const radians = (degrees) => (degrees * Math.PI) / 180

function haversineKm(lat1, lon1, lat2, lon2) {
  const dLat = radians(lat2 - lat1)
  const dLon = radians(lon2 - lon1)
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(dLon / 2) ** 2
  return 2 * RADIUS_KM * Math.asin(Math.sqrt(a))
}

function popup(store) {
  return `<strong>${store.name}</strong><br>${store.address}<br>${store.phone}<br>${store.hours}`
}

async function start() {
  const L = window.L
  const [lat, lon] = new URLSearchParams(location.search).get('q').split(',').map(Number)
  const map = L.map('map', { maxZoom: 18 }).setView([lat, lon], 11)
  const stores = await (await fetch('/stores.json')).json()
  const cluster = L.markerClusterGroup()
  for (const store of stores) {
    cluster.addLayer(L.marker([store.lat, store.lon]).bindPopup(popup(store)))
  }
  map.addLayer(cluster)
  const nearest = stores
    .map((store) => ({ ...store, km: haversineKm(lat, lon, store.lat, store.lon) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, 10)
  document.querySelector('#list').innerHTML = nearest
    .map((store) => `<li>${popup(store)} (${store.km.toFixed(1)} km)</li>`)
    .join('')
}

start()
