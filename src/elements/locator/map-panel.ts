import type { LocatorQuery } from '#domain/places/locator-query.ts'
import { findPart } from './find-part.ts'
import type { OutletMap } from './map/outlet-map.ts'
import type { LocatorSetting } from './page-setting.ts'
import type { Found } from './search-outlets.ts'

export type MapPanel = { readonly show: (found: Found, query: LocatorQuery) => void }

/** The map is an extra: its code, its styles and its land are loaded when somebody asks for it. */
export function startMapPanel(
  root: HTMLElement,
  setting: LocatorSetting,
  list: HTMLOListElement,
): MapPanel {
  const panel = findPart(root, 'map-panel')
  const toggle = findPart<HTMLButtonElement>(root, 'map-toggle')
  let latest: readonly [Found, LocatorQuery] | null = null
  let map: Promise<OutletMap> | null = null

  const load = async (): Promise<OutletMap> => {
    const { createMap } = await import('./map/outlet-map.ts')
    return createMap({
      canvas: findPart(panel, 'map-canvas'),
      card: findPart<HTMLUListElement>(panel, 'map-card'),
      template: findPart<HTMLTemplateElement>(root, 'card'),
      list,
      setting,
    })
  }
  const draw = async (): Promise<void> => {
    if (panel.hidden || !latest) return
    map ??= load()
    try {
      const drawn = await map
      drawn.show(...latest)
    } catch (error) {
      console.error(error)
      map = null
      findPart(panel, 'map-canvas').textContent = setting.t('locator.map.failed')
    }
  }
  toggle.addEventListener('click', () => {
    panel.hidden = !panel.hidden
    toggle.ariaExpanded = String(!panel.hidden)
    toggle.textContent = setting.t(panel.hidden ? 'locator.map.show' : 'locator.map.hide')
    root.toggleAttribute('data-map-open', !panel.hidden)
    draw()
  })
  return {
    show: (found, query) => {
      latest = [found, query]
      draw()
    },
  }
}
