/**
 * By whose clock the whole network tells time, of a deployment's countries (ISO 3166-1 alpha-2, home
 * first): China's at home there, else UTC. `networkZone({ countries: ['CN', 'US'] })` is `Asia/Shanghai`.
 */
export const networkZone = ({
  countries,
}: {
  readonly countries: readonly [string, ...string[]]
}): string => (countries[0] === 'CN' ? 'Asia/Shanghai' : 'UTC')
