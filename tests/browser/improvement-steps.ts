/** The desk's pages of improvements and voices, by their routes; they are looked at and weighed in `you-said.spec.ts`. */
export const IMPROVEMENT_PAGES = {
  '/desk/voices/': '/desk/voices/',
  '/desk/voices/words/': '/desk/voices/words/',
  '/desk/improvements/': '/desk/improvements/',
  '/desk/new-improvement/': '/desk/new-improvement/',
  '/desk/improvements/{id}/': '/desk/improvements/imp_demo_price/',
  '/desk/improvements/{id}/edit/': '/desk/improvements/imp_demo_price/edit/',
} as const
