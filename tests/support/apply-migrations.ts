import type { D1Migration } from 'cloudflare:test'
import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

declare global {
  namespace Cloudflare {
    interface Env {
      readonly HUB_MIGRATIONS: D1Migration[]
    }
  }
}

await applyD1Migrations(env.HUB, env.HUB_MIGRATIONS)
