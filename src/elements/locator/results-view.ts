import type { LocatorQuery } from '#domain/places/locator-query.ts'
import { isChinesePostcode } from '#domain/places/parse-coordinates.ts'
import { fillCard } from './fill-card.ts'
import { findPart } from './find-part.ts'
import type { LocatorSetting } from './page-setting.ts'
import { farNotice, namesakeItems, noneNearNotice, pointToRegion } from './results-parts.ts'
import type { Found } from './search-outlets.ts'

export type ResultsView = {
  readonly list: HTMLOListElement
  readonly idle: () => void
  readonly loading: () => void
  readonly found: (found: Found, query: LocatorQuery) => void
  readonly noPlace: (q: string) => void
  readonly failed: () => void
  readonly say: (text: string) => void
}

const findParts = (root: HTMLElement) => ({
  root,
  status: findPart(root, 'status'),
  results: findPart(root, 'results'),
  heading: findPart(root, 'heading'),
  count: findPart(root, 'count'),
  meant: findPart(root, 'meant'),
  meantList: findPart(root, 'meant-list'),
  far: findPart(root, 'far'),
  list: findPart<HTMLOListElement>(root, 'list'),
  more: findPart(root, 'more'),
  region: findPart<HTMLAnchorElement>(root, 'region-page'),
  clear: findPart(root, 'clear'),
  failure: findPart(root, 'failure'),
  failureText: findPart(root, 'failure-text'),
  retry: findPart(root, 'retry'),
  mapToggle: findPart(root, 'map-toggle'),
  template: findPart<HTMLTemplateElement>(root, 'card'),
})
type Parts = ReturnType<typeof findParts>

function showOnly({ root, results, failure }: Parts, shown: 'results' | 'failure' | null): void {
  results.hidden = shown !== 'results'
  failure.hidden = shown !== 'failure'
  root.ariaBusy = 'false'
}

function showFound(part: Parts, setting: LocatorSetting, found: Found, query: LocatorQuery): void {
  const { views, origin, more, far, filteredOut } = found
  const { t, counted } = setting
  const none = views.length === 0
  part.heading.textContent = none
    ? t('locator.none_heading')
    : t(origin.within ? 'locator.results.heading_region' : 'locator.results.heading', {
        origin: origin.label,
      })
  part.count.textContent = none
    ? t('locator.none_match')
    : counted(more ? 'locator.results.nearest' : 'locator.results.count', views.length)
  part.clear.hidden = !none && !filteredOut
  part.mapToggle.hidden = none
  part.more.hidden = !more
  part.meant.hidden = origin.others.length === 0
  part.meantList.replaceChildren(...namesakeItems(origin, query, setting))
  const notice = filteredOut ? noneNearNotice(setting) : far && !none ? farNotice(far, setting) : []
  part.far.hidden = notice.length === 0
  part.far.replaceChildren(...notice)
  pointToRegion(part.region, origin, setting)
  part.list.replaceChildren(...views.map((view) => fillCard(part.template, view)))
  showOnly(part, 'results')
}

/** The results part of the page: one of idle, loading, found, no such place, failed. */
export function resultsView(root: HTMLElement, setting: LocatorSetting): ResultsView {
  const { t } = setting
  const part = findParts(root)
  const say = (text: string): void => {
    part.status.textContent = text
  }
  const fail = (text: string, hint: string): void => {
    part.failureText.textContent = [text, hint]
      .filter(Boolean)
      .join(setting.locale === 'zh-CN' ? '' : ' ')
    part.retry.hidden = hint !== ''
    showOnly(part, 'failure')
    say(part.failureText.textContent)
  }
  return {
    list: part.list,
    say,
    idle: () => {
      showOnly(part, null)
      say(t('locator.idle'))
    },
    loading: () => {
      root.ariaBusy = 'true'
      say(t('locator.loading'))
    },
    found: (found, query) => {
      showFound(part, setting, found, query)
      const stop = setting.locale === 'zh-CN' ? '。' : '. '
      say(`${part.heading.textContent}${stop}${part.count.textContent}`)
    },
    noPlace: (q) =>
      fail(
        isChinesePostcode(q) ? t('locator.no_postcode') : t('locator.no_place', { q }),
        t('locator.no_place_hint'),
      ),
    failed: () => fail(t(navigator.onLine ? 'locator.error' : 'locator.offline'), ''),
  }
}
