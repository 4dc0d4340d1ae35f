import type { Context } from 'hono'
import { IMAGE_TYPES } from '#domain/desk/image-file.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { MEDIA_POLICY } from '#functions/http/headers.ts'
import { problem } from '#functions/http/problem.ts'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import {
  addPhotos,
  MOST_UPLOAD_BYTES,
  type PhotosRead,
  type UploadedFile,
} from '#functions/repairs/add-photos.ts'
import { isPhotoLink, photoKey } from '#functions/repairs/photo-link.ts'
import type { NotSeen } from '#functions/repairs/see-repair.ts'
import { codeIn, notSeen, showRepairPage } from './page-routes.ts'
import { addressOf } from './views/repair-page.ts'

type Page = Context<AppEnv>

/** The files of a form, whatever their field; a field left empty brings a file without name and bytes. */
export const filesIn = (form: FormData): readonly UploadedFile[] =>
  form
    .getAll('photo')
    .filter((file) => typeof file !== 'string')
    .filter(({ name, size }) => name !== '' || size > 0)
    .map((file) => ({
      name: file.name.slice(0, 80),
      size: file.size,
      read: async () => new Uint8Array(await file.arrayBuffer()),
    }))

/** Reads the photos of a form, stores what is taken and puts it on record. */
export async function takePhotos(
  c: Page,
  code: string,
  form: FormData,
): Promise<PhotosRead | { readonly refusal: NotSeen }> {
  const { context } = c.var
  const read = await addPhotos(
    { ...context, staff: staffIn(c) },
    { code, moment: form.get('moment') === 'after' ? 'after' : 'before', files: filesIn(form) },
  )
  if ('refusal' in read) return read
  for (const { row, bytes } of read.photos) {
    await context.media.put(photoKey(row.id), bytes, {
      httpMetadata: { contentType: row.media_type },
    })
  }
  const [first] = read.rows
  if (first) await writeRows(first.database, read.rows)
  return read
}

const upload = pageRoute({
  audience: 'staff',
  permission: 'photo.add',
  allowance: 'writes',
  method: 'post',
  path: '/desk/repairs/{code}/photos',
  middleware: [formPosts],
  bodyLimitBytes: MOST_UPLOAD_BYTES,
  handler: async (c) => {
    const code = codeIn(c)
    if (!code) return await notSeen(c, 'unknown_repair')
    const form = await c.req.formData().catch(() => new FormData())
    const taken = await takePhotos(c, code, form)
    if ('refusal' in taken) return await notSeen(c, taken.refusal)
    const { refused, photos } = taken
    if (refused.length === 0) return c.redirect(`${addressOf(code)}#photos`, 303)
    return await showRepairPage(c, code, {
      side: { kind: 'photos', refused, kept: photos.length },
    })
  },
})

/** Seen by whoever holds its link, for as long as that is good; never by a cookie. */
const photo = pageRoute({
  audience: 'public',
  method: 'get',
  path: '/media/{id}',
  handler: async (c) => {
    const { context } = c.var
    const id = c.req.param('id') ?? ''
    const asked = { id, until: c.req.query('until') ?? '', mac: c.req.query('mac') ?? '' }
    const stored = (await isPhotoLink(context, asked))
      ? await context.media.get(photoKey(id))
      : null
    const type = IMAGE_TYPES.find((known) => known === stored?.httpMetadata?.contentType)
    if (!stored || !type) return problem(c, 'not_found')
    return new Response(stored.body, {
      headers: {
        'Content-Type': type,
        'Content-Length': String(stored.size),
        'Content-Disposition': 'inline',
        'Content-Security-Policy': MEDIA_POLICY,
        'Cache-Control': 'private, max-age=600',
        'X-Robots-Tag': 'noindex',
      },
    })
  },
})

export const photoRoutes: readonly DeclaredRoute[] = [upload, photo]
