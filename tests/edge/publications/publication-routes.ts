/** What the desk's routes of publications are about: one's own role, the network, or an outlet. */
export const OF_PUBLICATIONS = {
  'GET /desk/publications/': 'own',
  'POST /desk/publications/': 'network',
  'GET /desk/publications/contests/': 'own',
  'POST /desk/publications/contests/': 'own',
  'GET /desk/publications/contests/{id}/': 'outlet',
  'POST /desk/publications/contests/{id}/': 'network',
  'GET /desk/publications/{number}/': 'own',
  'POST /desk/publications/{number}/': 'network',
  'POST /desk/publications/{number}/sign-off': 'network',
} as const
