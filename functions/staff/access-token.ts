import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose'

/** A team's Cloudflare Access in front of the desk, by configuration. */
export type AccessSetting = {
  /** `https://<team>.cloudflareaccess.com` */
  readonly issuer: string
  /** The application's audience tag. */
  readonly audience: string
}

const HEADER = 'Cf-Access-Jwt-Assertion'

const keySets = new Map<string, JWTVerifyGetKey>()

function keysOfTeam(issuer: string): JWTVerifyGetKey {
  const known = keySets.get(issuer)
  if (known) return known
  const keys = createRemoteJWKSet(new URL('/cdn-cgi/access/certs', issuer))
  keySets.set(issuer, keys)
  return keys
}

type Variables = { readonly ACCESS_TEAM_DOMAIN?: string; readonly ACCESS_AUDIENCE?: string }

/** The setting of a deployment; null = staff sign in here. Half a setting throws, since it would let nobody or anybody in. */
export function accessSettingOf({
  ACCESS_TEAM_DOMAIN: team = '',
  ACCESS_AUDIENCE: audience = '',
}: Variables): AccessSetting | null {
  if (!team && !audience) return null
  if (!/^[a-z0-9-]+\.cloudflareaccess\.com$/.test(team) || !audience) {
    throw new Error('Set both ACCESS_TEAM_DOMAIN (team.cloudflareaccess.com) and ACCESS_AUDIENCE.')
  }
  return { issuer: `https://${team}`, audience }
}

/** The e-mail address that a request's Access token proves; null = none, or not for this application. */
export async function readAccessToken(
  { issuer, audience }: AccessSetting,
  request: Headers,
): Promise<string | null> {
  const token = request.get(HEADER)
  if (!token) return null
  const verified = await jwtVerify(token, keysOfTeam(issuer), {
    issuer,
    audience,
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'email'],
  }).catch(() => null)
  const email = verified?.payload['email']
  return typeof email === 'string' ? email.toLowerCase() : null
}
