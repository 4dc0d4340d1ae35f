import config, { type FixpointConfig } from '#config'

/** The origin map tiles come from: `{s}` and other places in a tile address stand for subdomains. */
function tileSource({ map }: Pick<FixpointConfig, 'map'>): string[] {
  if (!map.tilesUrl) return []
  const { protocol, host } = new URL(map.tilesUrl.replaceAll(/\{s\}/g, 'wildcard'))
  return [`${protocol}//${host.replace('wildcard', '*')}`]
}

/** Everything from ourselves and nothing inline; map tiles where a deployment has configured some. */
export const contentSecurityPolicy = (deployment: Pick<FixpointConfig, 'map'>): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self'", ...tileSource(deployment)].join(' '),
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

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

/** What files get on top, by address. */
const FILE_HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/_astro/*': { 'Cache-Control': 'public, max-age=31536000, immutable' },
  '/data/outlets/cells/*': { 'Cache-Control': 'public, max-age=31536000, immutable' },
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
