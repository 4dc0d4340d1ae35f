import { env } from 'cloudflare:workers'

const PER_STATEMENT = 5_000
const EVENTS_EACH = 3

/** Old repairs of other customers, closed and open, each with events, private row, link and message. */
export async function addRepairs(count: number, offset = 0): Promise<void> {
  for (let from = offset; from < offset + count; from += PER_STATEMENT) {
    const to = Math.min(from + PER_STATEMENT, offset + count)
    await env.HUB.batch(FILLERS.map((sql) => env.HUB.prepare(sql).bind(from, to)))
  }
}

const RANGE = `WITH RECURSIVE numbers (n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?2)`
const CODE = `printf('07%010dZ', n)`
const AT = '1700000000000 + n * 60000'

const FILLERS = [
  `${RANGE} INSERT INTO repairs (code, version, status, home_outlet, at_outlet, zone, country_code,
     state, digits_hash, phone_hash, due_at, updated_at, stage)
   SELECT ${CODE}, ${EVENTS_EACH}, CASE n % 3 WHEN 0 THEN 'repairing' ELSE 'closed' END, 'HZ-001', 'HZ-001',
     'Asia/Shanghai', 'CN', json_object('closedAt', ${AT}), 'digits' || n, 'phone' || n,
     CASE n % 10 WHEN 0 THEN ${AT} + 9000000000000 END, ${AT},
     CASE n % 3 WHEN 0 THEN 'in_hand' ELSE 'closed' END FROM numbers`,
  `${RANGE} INSERT INTO repairs_private SELECT ${CODE}, '{}', '{}', '{}', '{}' FROM numbers`,
  ...Array.from(
    { length: EVENTS_EACH },
    (_, version) =>
      `${RANGE} INSERT INTO events (subject, version, type, happened_at, recorded_at, actor, data)
       SELECT 'repair/' || ${CODE}, ${version + 1}, 'repair.informed', ${AT}, ${AT}, 'system', '{}' FROM numbers`,
  ),
  `${RANGE} INSERT INTO bookings (code, version, outlet_code, starts_at, status, state, updated_at)
   SELECT ${CODE}, 1, 'HZ-001', ${AT}, 'served', '{}', ${AT} FROM numbers`,
  `${RANGE} INSERT INTO links SELECT 'token' || n, ${CODE}, 'status', NULL, ${AT} FROM numbers`,
  `${RANGE} INSERT INTO outbox (subject, version, template, state, created_at, finished_at)
   SELECT 'repair/' || ${CODE}, 1, 'ticket_code', 'sent', ${AT}, ${AT} FROM numbers`,
  `${RANGE} INSERT INTO device_ids SELECT 'device' || n, ${CODE}, ${AT} FROM numbers`,
  `${RANGE} INSERT INTO repair_names
   SELECT printf('HZ-%03d', n % 400), 'name' || n, ${CODE} FROM numbers`,
  `${RANGE} INSERT INTO parcels SELECT 'SF' || n, ${CODE} FROM numbers`,
  `${RANGE} INSERT OR IGNORE INTO slots SELECT 'HZ-001', ${AT}, 5, 1, 2, 0 FROM numbers`,
]
