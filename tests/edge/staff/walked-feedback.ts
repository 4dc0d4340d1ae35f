import { actOnFeedback } from '#functions/feedback/act-on-feedback.ts'
import { complaintOfSuspicion } from '#functions/feedback/confirm-suspicion.ts'
import { enterFeedback } from '#functions/feedback/enter-feedback.ts'
import { exportFeedback, listFeedback } from '#functions/feedback/list-feedback.ts'
import { partiesOf, seenAs } from '#functions/feedback/see-feedback.ts'
import { TOLD } from '../feedback/a-told-feedback.ts'
import { NOW } from '../support/a-worker.ts'
import { HERE, type Walked } from './use-case-world.ts'

const place = (permission: Walked['permission']) => ({ permission, about: 'place' }) as const

export const OF_THE_FEEDBACK: Readonly<Record<string, Walked>> = {
  'feedback/see-feedback.ts seenAs': {
    ...place('feedback.see'),
    call: (asking) => seenAs(asking, { outlet: HERE }),
  },
  'feedback/see-feedback.ts partiesOf': {
    ...place('feedback.see'),
    call: (asking) => partiesOf(asking, { outlet: HERE }),
  },
  'feedback/list-feedback.ts listFeedback': {
    ...place('feedback.see'),
    call: async (asking) => {
      const { listed } = await listFeedback(asking, { list: 'todo', kind: null, after: null })
      return listed.length > 0
    },
  },
  'feedback/list-feedback.ts exportFeedback': {
    ...({ permission: 'feedback.export', about: 'network' } as const),
    call: (asking) => exportFeedback(asking, { from: 0, until: NOW + 1 }),
  },
  'feedback/enter-feedback.ts enterFeedback': {
    ...place('feedback.enter'),
    call: (asking) => enterFeedback(asking, TOLD),
  },
  'feedback/act-on-feedback.ts actOnFeedback': {
    ...place('feedback.act'),
    call: ({ staff, ...asking }, { told }) =>
      actOnFeedback(asking, {
        ...{ code: told, actions: [{ type: 'answer' }], expectedVersion: 2, by: staff },
        ...{ words: 'On Friday', key: null },
      }),
  },
  'feedback/confirm-suspicion.ts complaintOfSuspicion': {
    ...place('feedback.decide'),
    call: (asking, { told }) => complaintOfSuspicion(asking, { code: told, expectedVersion: 2 }),
  },
}
