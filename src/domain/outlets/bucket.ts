/** How many buckets the network's outlets are spread over; a deployment maps buckets to databases. */
export const BUCKET_COUNT = 1024

/**
 * The bucket an outlet gets when it is registered: FNV-1a of its code, 0-1023. Kept with the outlet
 * afterwards, so moving an outlet to another bucket is a change of data, not of this rule.
 * `bucketOf('SZ-001')` answers the same number for ever.
 */
export function bucketOf(code: string): number {
  let hash = 0x811c9dc5
  for (const char of code) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0
  return hash % BUCKET_COUNT
}
