import type { FaultCode } from './catalogue.ts'

/**
 * Problem categories of mobiles as the Open Repair Alliance words them, and the fault code each one
 * is read as. Source: Open Repair Data, MobiFix quest, `fault_type`.
 */
export const FAULT_OF_ORDS = {
  Screen: 'screen',
  'Power/battery': 'battery',
  Charger: 'charging',
  'USB/charging port': 'charging',
  Camera: 'camera',
  'Speaker/amplifier': 'speaker',
  'Headphone jack': 'speaker',
  Microphone: 'microphone',
  'On/Off button': 'buttons',
  'Volume buttons': 'buttons',
  'Other buttons': 'buttons',
  'Liquid damage': 'liquid',
  'Sim card slot': 'network',
  'Stuck booting': 'software',
  'Software issue': 'software',
  'Software update': 'software',
  'Help/configuration': 'software',
  'Access issue': 'software',
  Performance: 'software',
  'Storage problem': 'data',
  'Memory card slot': 'other',
  'External damage': 'other',
  'Internal damage': 'other',
  Other: 'other',
  Unknown: 'other',
} as const satisfies Record<string, FaultCode>
export type OrdsFault = keyof typeof FAULT_OF_ORDS

/** The category that a fault code is exported as: the nearest one, `Other` where none is near. */
export const ORDS_OF_FAULT: Readonly<Record<FaultCode, OrdsFault>> = {
  screen: 'Screen',
  battery: 'Power/battery',
  charging: 'USB/charging port',
  camera: 'Camera',
  speaker: 'Speaker/amplifier',
  microphone: 'Microphone',
  buttons: 'Other buttons',
  liquid: 'Liquid damage',
  no_power: 'Power/battery',
  overheating: 'Power/battery',
  network: 'Other',
  software: 'Software issue',
  data: 'Storage problem',
  other: 'Other',
  no_fault: 'Unknown',
}

/** In the order of the source's words; each one's code in columns and events is `ordsCode` of it. */
export const ORDS_FAULTS = Object.keys(FAULT_OF_ORDS) as readonly OrdsFault[]

/** An Open Repair word, whatever its case; null for a word that is none: `'screen'` is `Screen`. */
export function ordsFaultOf(word: string): OrdsFault | null {
  const wanted = word.trim().toLowerCase()
  return ORDS_FAULTS.find((known) => known.toLowerCase() === wanted) ?? null
}

/** The fault code of an Open Repair category, whatever its case; null for a word that is none. */
export function faultOfOrds(category: string): FaultCode | null {
  const known = ordsFaultOf(category)
  return known && FAULT_OF_ORDS[known]
}
