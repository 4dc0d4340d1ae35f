import { FAULT_CODES } from '../repairs/catalogue.ts'
import {
  ASK_KINDS,
  CHARGE_ITEMS,
  COVERAGES,
  NOT_COVERED_REASONS,
  WAYS_BACK,
} from '../repairs/repair.ts'
import {
  ACCESSORIES,
  CANCEL_PROOFS,
  CHECK_FAILURES,
  CONDITIONS,
  CORRECTION_REASONS,
  DELAY_REASONS,
  EVIDENCE,
  FOUND_PLACES,
  FUNCTION_TESTS,
} from './code-lists.ts'

/** What a form of a step chooses from. Every code has words in both languages. */
export const STEP_LISTS = {
  functionTests: FUNCTION_TESTS,
  conditions: CONDITIONS,
  accessories: ACCESSORIES,
  checkFailures: CHECK_FAILURES,
  delayReasons: DELAY_REASONS,
  correctionReasons: CORRECTION_REASONS,
  evidence: EVIDENCE,
  cancelProofs: CANCEL_PROOFS,
  foundPlaces: FOUND_PLACES,
  faults: FAULT_CODES,
  faultsFound: FAULT_CODES.filter((code) => code !== 'no_fault'),
  coverages: COVERAGES,
  /** What the workshop may say; what the customer decides is no barrier of the workshop's. */
  barriers: ['no_fault_found', 'unrepairable', 'part_unavailable', 'other'],
  works: [
    'replaced',
    'board_replaced',
    'board_repaired',
    'reinstalled',
    'cleaned',
    'adjusted',
    'data_moved',
  ],
  oldParts: ['kept', 'returned', 'none'],
  askKinds: ASK_KINDS,
  notCovered: NOT_COVERED_REASONS,
  chargeItems: CHARGE_ITEMS,
  continuations: ['repairing', 'diagnosing', 'quality_check', 'awaiting_parts', 'ready'],
  declineReasons: ['too_expensive', 'takes_too_long', 'repair_elsewhere', 'new_phone', 'no_reason'],
  withdrawReasons: ['takes_too_long', 'repair_elsewhere', 'new_phone', 'no_reason'],
  reopenReasons: ['not_fixed', 'changed_mind'],
  bounceReasons: ['refused', 'not_collected', 'bad_address', 'damaged'],
  payments: ['mobile', 'card', 'cash', 'transfer', 'waived'],
  collectors: ['customer', 'other'],
  rules: ['three_guarantees', 'maker_warranty', 'goodwill', 'recall', 'authority'],
  overrides: ['nobody_else_here', 'customer_waiting'],
  corrected: ['contact', 'imei', 'model', 'way_back', 'accessories'],
  waysBack: WAYS_BACK,
} as const satisfies Record<string, readonly string[]>

export type StepList = keyof typeof STEP_LISTS
export type CodeOf<List extends StepList> = (typeof STEP_LISTS)[List][number]

/** Lists that a deployment or an outlet makes: carriers of parcels, models, people who work there. */
export const OPEN_LISTS = ['couriers', 'models', 'people'] as const
export type OpenList = (typeof OPEN_LISTS)[number]
