import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'

type Bucket = { readonly put: (key: string, text: string) => Promise<unknown> }
type Stored = { readonly key: string; readonly text: string }

/** Puts files into the bucket as a Worker on this machine will find it. */
export async function storeLocally(persistDir: string, files: readonly Stored[]): Promise<void> {
  const proxy = await getPlatformProxy<{ readonly MEDIA: Bucket }>({
    persist: { path: join(persistDir, 'v3') },
  })
  try {
    await Promise.all(files.map(({ key, text }) => proxy.env.MEDIA.put(key, text)))
  } finally {
    await proxy.dispose()
  }
}
