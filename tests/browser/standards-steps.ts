/** The desk's pages of standards, by their routes; they are looked at and weighed in `standards.spec.ts`. */
export const STANDARD_PAGES = {
  '/desk/standards/': '/desk/standards/',
  '/desk/standards/draft/': '/desk/standards/draft/',
  '/desk/standards/edit/': '/desk/standards/edit/?id=one-hour-repair',
  '/desk/standards/publish/': '/desk/standards/publish/',
  '/desk/standards/pledges/': '/desk/standards/pledges/?place=outlet/DEMO-0007',
} as const
