import config from '#config'
import type { Door, LocalText, OutletKind, OutletPhone } from '#domain/outlets/outlet.ts'
import type { DemoCity } from './chinese-cities.ts'
import { AREA_CODES } from './city-facts.ts'
import type { Random } from './seeded-random.ts'

const STREETS = [
  ['Renmin Road', '人民路'],
  ['Zhongshan Road', '中山路'],
  ['Jiefang Road', '解放路'],
  ['Jianshe Road', '建设路'],
  ['Xinhua Road', '新华路'],
  ['Heping Road', '和平路'],
  ['Wenhua Road', '文化路'],
  ['Changjiang Road', '长江路'],
  ['Guangming Street', '光明街'],
  ['Yingbin Avenue', '迎宾大道'],
] as const

/** The hotline's number stands in where an outlet has none of its own. */
const HOTLINE: OutletPhone = config.hotline

const METRO_CITY_POPULATION = 3_000_000

/** Street and house number in both languages. */
export function demoStreet(random: Random): LocalText {
  const [en, zh] = random.pick(STREETS)
  const house = random.between(1, 998)
  return { en: `${house} ${en}`, 'zh-CN': `${zh}${house}号` }
}

function floorText(kind: OutletKind, random: Random): LocalText | null {
  if (kind === 'mail_in_centre' || random.chance(0.25)) return null
  const floor = kind === 'in_store' ? random.between(-1, 5) : random.between(1, 3)
  if (floor <= 0) return { en: 'Floor B1', 'zh-CN': '地下1层' }
  return { en: `Floor ${floor}`, 'zh-CN': `${floor}层` }
}

/** How to find the door; a metro exit only where there is a metro to speak of. */
export function demoDoor(kind: OutletKind, city: DemoCity, random: Random): Door {
  const shop = random.between(101, 528)
  const line = random.between(1, 9)
  const exit = random.pick(['A', 'B', 'C', 'D'])
  return {
    floor: floorText(kind, random),
    shop:
      kind === 'in_store' || random.chance(0.35)
        ? { en: `Shop ${shop}`, 'zh-CN': `${shop}铺` }
        : null,
    metroExit:
      city.population >= METRO_CITY_POPULATION && random.chance(0.7)
        ? { en: `Metro line ${line}, exit ${exit}`, 'zh-CN': `地铁${line}号线${exit}口` }
        : null,
  }
}

/** No Chinese subscriber number begins with 0: it looks like a telephone number and rings nobody. */
export function demoPhones(city: DemoCity, random: Random): readonly OutletPhone[] {
  const area = AREA_CODES[city.zh]
  if (!area || random.chance(0.1)) return [HOTLINE]
  const subscriber = `0550${String(random.between(0, 9999)).padStart(4, '0')}`
  const own = {
    dial: `+86${area.slice(1)}${subscriber}`,
    display: `${area}-${subscriber.slice(0, 4)} ${subscriber.slice(4)}`,
  }
  return random.chance(0.2) ? [own, HOTLINE] : [own]
}
