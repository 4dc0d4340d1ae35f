/**
 * Accounts lie in the database, never in an isolate's memory. `wrangler.toml` puts this in the place of
 * `@better-auth/memory-adapter`. Why: docs/decisions/worker-weight.md.
 */
export const memoryAdapter = (): never => {
  throw new Error('accounts are kept in the database')
}
