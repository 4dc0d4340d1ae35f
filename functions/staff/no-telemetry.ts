/**
 * The sign-in library as the Worker bundles it reports to nobody. `wrangler.toml` puts this in the place of
 * `@better-auth/telemetry`. Why: docs/decisions/worker-weight.md.
 */
export const createTelemetry = async () => ({ publish: async (): Promise<void> => undefined })
export const getTelemetryAuthConfig = (): Record<string, never> => ({})
