type Names = readonly (readonly [name: string, mark: RegExp])[]

/** The first that fits counts: many browsers name others beside themselves. */
const BROWSERS: Names = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bVersion\/.*\bSafari\//],
]

const SYSTEMS: Names = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['HarmonyOS', /\b(?:Open)?Harmony(?:OS)?\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

const first = (names: Names, text: string): string | undefined =>
  names.find(([, mark]) => mark.test(text))?.[0]

/**
 * What somebody is signed in with, by the names that its makers give it; null = it doesn't say.
 * `deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) … Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0')`
 * answers `Edge · Windows`.
 */
export const deviceName = (userAgent: string): string | null =>
  [first(BROWSERS, userAgent), first(SYSTEMS, userAgent)].filter(Boolean).join(' · ') || null
