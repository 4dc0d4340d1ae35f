import { actOnSurvey } from '#functions/surveys/act-on-survey.ts'
import { callBack, decideSuspicion } from '#functions/surveys/call-back.ts'
import { createWave } from '#functions/surveys/create-wave.ts'
import { exportAnswers } from '#functions/surveys/export-answers.ts'
import { listCallbacks, openCallback } from '#functions/surveys/list-callbacks.ts'
import { standingAtSurvey } from '#functions/surveys/may-at-survey.ts'
import { showFigures } from '#functions/surveys/show-figures.ts'
import { listWaves, showWave } from '#functions/surveys/show-waves.ts'
import { HERE, type Walked } from './use-case-world.ts'

const place = (permission: Walked['permission']) => ({ permission, about: 'place' }) as const
const network = (permission: Walked['permission']) => ({ permission, about: 'network' }) as const
const seen = (id: string) => ({ id, expectedVersion: 5, key: null })
const period = { fromDay: '2026-11-01', untilDay: '2026-11-30', wanted: 10, key: null }

export const OF_THE_SURVEYS: Readonly<Record<string, Walked>> = {
  'surveys/may-at-survey.ts standingAtSurvey': {
    ...place('callback.see'),
    call: async (asking) => {
      const whyNot = await standingAtSurvey(asking, { outlet: HERE, kind: 'repair' })
      const refusal = whyNot('callback.see')
      return refusal ? { refusal } : true
    },
  },
  'surveys/list-callbacks.ts listCallbacks': {
    ...place('callback.see'),
    call: async (asking) => (await listCallbacks(asking)).listed.length > 0,
  },
  'surveys/list-callbacks.ts openCallback': {
    ...place('callback.see'),
    call: (asking, { answer }) => openCallback(asking, answer),
  },
  'surveys/call-back.ts callBack': {
    ...place('callback.act'),
    call: (asking, { answer }) =>
      callBack(asking, seen(answer), { outcome: 'reached', words: '', complaint: null }),
  },
  'surveys/call-back.ts decideSuspicion': {
    ...place('feedback.decide'),
    call: (asking, { answer }) =>
      decideSuspicion(asking, seen(answer), { confirmed: false, complaint: null }),
  },
  'surveys/act-on-survey.ts actOnSurvey': {
    ...place('callback.act'),
    call: ({ staff, ...asking }, { answer }) =>
      actOnSurvey(asking, {
        ...{ ...seen(answer), staff, actor: { id: staff.id, role: 'staff' } },
        action: { type: 'try_callback', outcome: 'reached', complaint: null },
      }),
  },
  'surveys/show-figures.ts showFigures': {
    ...place('survey.see'),
    call: (asking) => showFigures(asking, HERE),
  },
  'surveys/export-answers.ts exportAnswers': {
    ...network('survey.export'),
    call: (asking) => exportAnswers(asking, '2026-11'),
  },
  'surveys/create-wave.ts createWave': {
    ...network('survey.edit'),
    call: (asking) => createWave(asking, period),
  },
  'surveys/show-waves.ts listWaves': {
    ...network('survey.see'),
    call: async (asking) => {
      const waves = await listWaves(asking)
      return 'refusal' in waves ? waves : true
    },
  },
  'surveys/show-waves.ts showWave': {
    ...network('survey.see'),
    call: async (asking) => {
      const shown = await showWave(asking, 'wav_x')
      // There is no such wave; who may look is told so.
      return 'refusal' in shown && shown.refusal === 'not_your_role' ? shown : true
    },
  },
}
