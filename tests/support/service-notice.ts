import { openHub } from '#scripts/database/open-hub.ts'

const DAY_MS = 86_400_000
/** A build holds notices of its coming week. */
const BEGINS_IN_DAYS = 5

/** Puts a service notice into a database that is to be built from: the pages hold it, and show it to nobody yet. */
export async function putServiceNotice(persistDir: string): Promise<void> {
  const hub = await openHub({ persistDir, server: null })
  const now = Date.now()
  const from = now + BEGINS_IN_DAYS * DAY_MS
  try {
    await hub.database
      .prepare(
        `INSERT INTO notices (id, version, kind, text_en, text_zh, from_at, until_at, updated_at)
         VALUES ('ntc_test', 1, 'weather', ?1, ?2, ?3, ?4, ?5)`,
      )
      .bind(
        'A typhoon is expected: outlets on the coast may close early. Look at yours before you set out.',
        '台风将至，沿海网点可能提前结束营业，出发前请先查看您要前往的网点。',
        ...[from, from + DAY_MS, now],
      )
      .run()
  } finally {
    hub.close()
  }
}
