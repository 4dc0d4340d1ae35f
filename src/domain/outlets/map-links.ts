type Position = { readonly lat: number; readonly lon: number }

/** One place in the three systems that maps count in: degrees, latitude first. */
export type Positions = {
  readonly wgs84: Position
  readonly gcj02: Position
  readonly bd09: Position
}

export const MAP_APPS = ['amap', 'baidu', 'tencent', 'apple', 'google', 'device'] as const
export type MapApp = (typeof MAP_APPS)[number]
export type MapLink = { readonly app: MapApp; readonly href: string }

/** Six decimals are a tenth of a metre. */
const degrees = (value: number): string => value.toFixed(6)
const latLon = ({ lat, lon }: Position): string => `${degrees(lat)},${degrees(lon)}`
const lonLat = ({ lat, lon }: Position): string => `${degrees(lon)},${degrees(lat)}`

const address = (base: string, query: Readonly<Record<string, string>>): string =>
  `${base}?${new URLSearchParams(query)}`

const WRITERS: Record<MapApp, (name: string, at: Positions, source: string) => string> = {
  amap: (name, { gcj02 }, source) =>
    address('https://uri.amap.com/navigation', {
      to: `${lonLat(gcj02)},${name.replaceAll(',', ' ')}`,
      coordinate: 'gaode',
      callnative: '1',
      src: source,
    }),
  baidu: (name, { bd09 }, source) =>
    address('https://api.map.baidu.com/direction', {
      origin: '我的位置',
      destination: `latlng:${latLon(bd09)}|name:${name.replaceAll('|', ' ')}`,
      mode: 'driving',
      coord_type: 'bd09ll',
      output: 'html',
      src: `webapp.${source}.site`,
    }),
  tencent: (name, { gcj02 }, source) =>
    address('https://apis.map.qq.com/uri/v1/routeplan', {
      type: 'drive',
      to: name,
      tocoord: latLon(gcj02),
      referer: source,
    }),
  apple: (name, { wgs84 }) => address('https://maps.apple.com/', { daddr: latLon(wgs84), q: name }),
  google: (_name, { wgs84 }) =>
    address('https://www.google.com/maps/dir/', { api: '1', destination: latLon(wgs84) }),
  device: (name, { wgs84 }) =>
    `geo:${latLon(wgs84)}?q=${latLon(wgs84)}(${encodeURIComponent(name.replace(/[()]/g, ' '))})`,
}

/** Amap, Baidu and Tencent draw mainland China; elsewhere their maps are empty or unshifted. */
const APPS_ELSEWHERE: readonly MapApp[] = ['google', 'apple', 'device']

/**
 * Links that open the way to a place in map apps, the likeliest first: all of them in mainland China, elsewhere
 * those that have a map. WGS 84 for Google, Apple and `geo:` (RFC 5870), GCJ-02 for Amap and Tencent,
 * BD-09 for Baidu. Only `device` shows the place alone, and only where a system knows `geo:`. `source` names the site to the apps that ask who sends people: letters only.
 * `mapLinks('CN', 'Futian', at, 'fixpoint')[0].app` is `'amap'`.
 * Sources: lbs.amap.com/api/uri-api, lbsyun.baidu.com (URI API), lbs.qq.com (URI API),
 * developers.google.com/maps/documentation/urls, Apple's Map Links.
 */
export function mapLinks(
  countryCode: string,
  name: string,
  at: Positions,
  source: string,
): readonly MapLink[] {
  const apps = countryCode === 'CN' ? MAP_APPS : APPS_ELSEWHERE
  return apps.map((app) => ({ app, href: WRITERS[app](name, at, source) }))
}
