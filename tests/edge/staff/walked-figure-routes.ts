/** Routes of figures and scorecards, and what each is about. */
export const FIGURE_SUBJECTS = {
  'GET /desk/kpis/': 'outlet',
  'GET /desk/kpis.csv': 'outlet',
  'GET /desk/kpis/{kpi}/': 'outlet',
  'GET /desk/kpis/{kpi}/repairs/': 'outlet',
  'GET /desk/kpis/{kpi}/figures.csv': 'outlet',
  'GET /api/v1/kpis': 'outlet',
  'GET /api/v1/kpis/{id}': 'outlet',
  'GET /desk/scorecards/': 'outlet',
  'GET /desk/scorecards.csv': 'outlet',
  'GET /desk/scorecards/{outlet}/': 'outlet',
  'POST /desk/scorecards/{outlet}/': 'network',
  'POST /desk/scorecards/{outlet}/answer': 'outlet',
  'GET /api/v1/scorecards/{outlet}': 'outlet',
  'GET /desk/repeats/': 'list',
  'GET /desk/repeats/{code}/': 'outlet',
  'POST /desk/repeats/{code}/classification': 'outlet',
  'POST /desk/repeats/{code}/contest': 'said',
  'POST /desk/repeats/{code}/decision': 'said',
  'GET /api/v1/desk/repeats': 'list',
  'GET /api/v1/desk/repeats/{code}': 'outlet',
  'POST /api/v1/desk/repeats/{code}/classification': 'said',
  'POST /api/v1/desk/repeats/{code}/contest': 'said',
  'POST /api/v1/desk/repeats/{code}/decision': 'said',
} as const

/** What stands behind the question mark of their addresses. */
export const ASKED_OF_FIGURES: Readonly<Record<string, () => string>> = {
  'GET /desk/scorecards/': () => 'place=outlet/HZ-001',
  'GET /desk/scorecards.csv': () => 'place=outlet/HZ-001',
  'GET /desk/kpis/': () => 'place=outlet/HZ-001',
  'GET /desk/kpis.csv': () => 'place=outlet/HZ-001',
  'GET /api/v1/kpis': () => 'scope=outlet/HZ-001',
  'GET /api/v1/kpis/{id}': () => 'scope=outlet/HZ-001',
  'GET /desk/kpis/{kpi}/': () => 'place=outlet/HZ-001',
  'GET /desk/kpis/{kpi}/repairs/': () => 'place=outlet/HZ-001',
  'GET /desk/kpis/{kpi}/figures.csv': () => 'place=outlet/HZ-001',
}
