import { API_DESCRIPTION_PATH } from './texts-path.ts'

/**
 * Takes the place of `describe-api.ts` in the Worker's bundle: the build writes the description of the API
 * beside the site. Throws where no site lies beside the Worker.
 */
export async function describeApi(_app: unknown, _of: unknown, assets: Fetcher): Promise<object> {
  const file = await assets.fetch(`https://assets.local${API_DESCRIPTION_PATH}`)
  if (!file.ok) throw new Error(`The site has no ${API_DESCRIPTION_PATH}: build it with the Worker`)
  return await file.json()
}
