import { z } from 'zod'

/**
 * The sign-in library as the Worker bundles it knows no other house's accounts: nobody signs in by them,
 * and their forty ways of doing so weigh 7 KB. `wrangler.toml` puts this in the place of
 * `@better-auth/core/social-providers`. Why: docs/decisions/worker-weight.md.
 */
export const socialProviders = {}
export const SocialProviderListEnum = z.string()
