/** What somebody may have done with a customer's record, or looked for, as the access log names it. */
export const ACCESS_ACTS = [
  'opened',
  'printed_label',
  'printed_receipt',
  'printed_job_sheet',
  'printed_report',
  'told_status',
  'caller_not_recognised',
  'exported_feedback',
  'exported_answers',
  'searched_code',
  'searched_imei',
  'searched_imei_tail',
  'searched_device',
  'searched_serial',
  'searched_phone',
  'searched_last4',
  'searched_name',
  'searched_parcel',
  'read_voices',
  'exported_complaints',
] as const
export type AccessAct = (typeof ACCESS_ACTS)[number]

/** The act that a row of the log names; null = one that an older version wrote. `readAccessAct('x')` is null. */
export const readAccessAct = (text: string): AccessAct | null =>
  ACCESS_ACTS.find((act) => act === text) ?? null
