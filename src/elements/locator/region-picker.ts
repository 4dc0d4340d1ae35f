import { loadRegions } from './load-files.ts'
import type { LocatorSetting } from './page-setting.ts'

export type RegionPicker = {
  /** Shows a choice without reporting it. */
  readonly show: (regions: readonly string[]) => Promise<void>
  readonly parentOf: (province: string) => string | null
}

type Picking = {
  readonly details: HTMLDetailsElement
  readonly setting: LocatorSetting
  readonly pick: (regions: readonly string[]) => void
}

/**
 * Province, city, district: each choice loads the regions below it. The provinces stand in the page;
 * `data-parent` on each names its country.
 */
export function startRegionPicker({ details, setting, pick }: Picking): RegionPicker {
  const selects = [...details.querySelectorAll('select')]
  const { locale, t } = setting

  const chosen = (): readonly string[] => {
    const values = selects.map((select) => select.value)
    const end = values.indexOf('')
    return end < 0 ? values : values.slice(0, end)
  }
  const offer = async (level: number, parent: string | undefined): Promise<void> => {
    const select = selects[level]
    if (!select) return
    const regions = parent ? await loadRegions(parent) : []
    const sorted = regions.toSorted((a, b) => a.name[locale].localeCompare(b.name[locale], locale))
    const options = sorted.map(({ id, name, outletCount }) => {
      const label = t('locator.region.option', { name: name[locale], count: outletCount })
      return new Option(label, id)
    })
    select.replaceChildren(new Option(t('locator.region.all'), ''), ...options)
    select.disabled = options.length === 0
  }
  const show = async (regions: readonly string[]): Promise<void> => {
    if (regions.length > 0) details.open = true
    for (const [level, select] of selects.entries()) {
      if (level > 0) await offer(level, regions[level - 1])
      select.value = regions[level] ?? ''
    }
  }
  for (const [level, select] of selects.entries()) {
    select.addEventListener('change', async () => {
      for (let below = level + 1; below < selects.length; below++) {
        await offer(below, below === level + 1 ? select.value : undefined).catch(() => undefined)
      }
      pick(chosen())
    })
  }
  const parentOf = (province: string): string | null =>
    [...(selects[0]?.options ?? [])].find(({ value }) => value === province)?.dataset.parent ?? null
  return { show, parentOf }
}
