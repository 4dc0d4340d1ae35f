/** The desk's pages of publications, by their routes; they are looked at and weighed in `publications.spec.ts`. */
export const PUBLICATION_PAGES = {
  '/desk/publications/': '/desk/publications/',
  '/desk/publications/contests/': '/desk/publications/contests/',
  '/desk/publications/contests/{id}/': '/desk/publications/contests/cts_0/',
  '/desk/publications/{number}/': '/desk/publications/1/',
} as const
