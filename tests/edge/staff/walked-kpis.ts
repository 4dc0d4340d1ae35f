import { listBehind } from '#functions/kpis/list-behind.ts'
import { readBelow } from '#functions/kpis/read-below.ts'
import { readFigures } from '#functions/kpis/read-figures.ts'
import { placesToSee, seePlace } from '#functions/kpis/see-place.ts'
import { HERE, type Walked } from './use-case-world.ts'

const place = `outlet/${HERE}`

/** What staff may see of figures. */
export const OF_THE_KPIS: Readonly<Record<string, Walked>> = {
  'kpis/see-place.ts seePlace': {
    ...{ permission: 'kpi.see', about: 'place' },
    call: (asking) => seePlace(asking, place),
  },
  'kpis/see-place.ts placesToSee': {
    ...{ permission: 'kpi.see', about: 'role' },
    call: async (asking) => (await placesToSee(asking)).length > 0,
  },
  'kpis/read-below.ts readBelow': {
    ...{ permission: 'kpi.see', about: 'place' },
    call: (asking) => readBelow(asking, { place, month: '2026-10', by: null }),
  },
  'kpis/list-behind.ts listBehind': {
    ...{ permission: 'kpi.behind', about: 'place' },
    call: (asking) => listBehind(asking, { place, month: '2026-10', id: 'promise_kept' }),
  },
  'kpis/read-figures.ts readFigures': {
    ...{ permission: 'kpi.see', about: 'place' },
    call: (asking) => readFigures(asking, { place, month: '2026-10' }),
  },
}
