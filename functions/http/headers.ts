import config, { type FixpointConfig } from '#config'

/** The origin map tiles come from: `{s}` and other places in a tile address stand for subdomains. */
function tileSource({ map }: Pick<FixpointConfig, 'map'>): string[] {
  if (!map.tilesUrl) return []
  const { protocol, host } = new URL(map.tilesUrl.replaceAll(/\{s\}/g, 'wildcard'))
  return [`${protocol}//${host.replace('wildcard', '*')}`]
}

/** Everything from ourselves and nothing inline; map tiles where a deployment has configured some. */
export const contentSecurityPolicy = (
  deployment: Pick<FixpointConfig, 'map'>,
  imageOrigins: readonly string[] = [],
): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self'", ...tileSource(deployment), ...imageOrigins].join(' '),
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** On a photo: it is looked at, and nothing in it is ever run or loaded. */
export const MEDIA_POLICY = "sandbox; default-src 'none'"

/** On every answer, from the Worker or from a file. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy(config),
  'Permissions-Policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
}

/**
 * What files get on top, by address, whether they are there or not: these rules hold for a 404 too.
 * Names under both folders are content hashes, but a page that asks while a deployment is under way
 * can miss, and a browser told `immutable` would keep that miss for a year. So a script is asked
 * about again after an hour, by its ETag; a cell after minutes, and whoever misses one asks anew.
 */
const FILE_HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/_astro/*': { 'Cache-Control': 'public, max-age=3600' },
  '/data/outlets/cells/*': {
    'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
  },
  '/shell/*': { 'X-Robots-Tag': 'noindex' },
}

const lines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')

/** The `_headers` file of the static site: the same security headers, and what each kind of file needs. */
export const renderHeadersFile = (): string =>
  Object.entries({ '/*': SECURITY_HEADERS, ...FILE_HEADERS })
    .map(([address, headers]) => `${address}\n${lines(headers)}`)
    .join('\n')
