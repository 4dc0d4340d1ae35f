/** On every page about a repair: nobody keeps it, nobody lists it. */
export const PRIVATE_PAGE = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' } as const
