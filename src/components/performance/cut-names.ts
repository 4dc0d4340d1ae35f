import type { Cut } from '#domain/publications/publication-document.ts'

/** The parts that a figure is told of, by their messages. */
export const CUT_NAMES = {
  'touchpoint=hotline': 'performance.cut.hotline',
  'touchpoint=web': 'performance.cut.web',
  'touchpoint=outlet': 'performance.cut.outlet',
} as const satisfies Record<Cut, string>
