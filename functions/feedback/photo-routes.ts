import { MOST_BYTES } from '#domain/desk/image-file.ts'
import { takesPhotos } from '#domain/feedback/photos.ts'
import { goTo, type Page, slashed } from '#functions/bookings/declare-routes.ts'
import { writeRows } from '#functions/db/commit.ts'
import { readTogether } from '#functions/db/statement.ts'
import { filesIn } from '#functions/desk-repair/photo-routes.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { voiceIn } from '#functions/http/voice-guard.ts'
import { isMarkedFor, MARK, voiceMark } from '#functions/http/voice-mark.ts'
import { photoKey, photoLinks } from '#functions/repairs/photo-link.ts'
import { PRIVATE_PAGE } from '#functions/repairs/views/private-page.ts'
import { addVoicePhoto, isKept, type ToldVoice } from '#functions/voices/add-voice-photo.ts'
import { readStanding } from '#functions/voices/read-standing.ts'
import { voiceOfSubject } from '#functions/voices/voice-link.ts'
import { databaseOfVoice, photosRead } from '#functions/voices/voice-on-record.ts'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { PHOTOS_PATH, PhotosView, type RefusedPhoto } from './photo-views.tsx'

/** One photo with what a form puts around it. */
const MOST_SENT_BYTES = MOST_BYTES + 64 * 1024

const PAGES = { feedback: '/feedback/status/', complaint: '/feedback/complaint/' } as const

/** What the asker holds a ticket for; the guard has let nobody through without. */
function toldIn(c: Page): ToldVoice {
  const voice = voiceOfSubject(voiceIn(c).subject)
  if (!voice || voice.kind === 'survey') throw new Error('a ticket for nothing that was told')
  return { ...voice, kind: voice.kind }
}

const statusOf = ({ why }: RefusedPhoto) => (why === 'other_subject' ? 409 : 422)

async function photosPage(c: Page, refused: RefusedPhoto | null = null): Promise<Response> {
  const { context } = c.var
  const { locale, databases } = context
  const voice = toldIn(c)
  const standing = await readStanding(context, voice)
  if (!standing) return goTo(c, localePath(locale, '/feedback/look-up/'))
  const [photos] = await readTogether([photosRead(databaseOfVoice(databases, voice), voice.code)])
  const title = translator(locale)('feedback.photo.title')
  return await pourPage(context, {
    title: refused ? translator(locale)('feedback.form.error_title', { title }) : title,
    view: PhotosView({
      ...{ locale, photos, refused, back: localePath(locale, PAGES[voice.kind]) },
      photoLinks: await photoLinks(
        context,
        photos.map(({ id }) => id),
      ),
      mayAdd: takesPhotos(voice.kind, standing.status),
      mark: await voiceMark(c, voiceIn(c).subject),
    }),
    status: refused ? statusOf(refused) : 200,
    path: PHOTOS_PATH,
    headers: PRIVATE_PAGE,
  })
}

async function add(c: Page): Promise<Response> {
  const { context } = c.var
  const { media, locale } = context
  const form = await c.req.formData().catch(() => new FormData())
  const [file = null] = filesIn(form)
  const refuse = (why: RefusedPhoto['why']) => photosPage(c, { name: file?.name ?? '', why })
  const mark = form.get(MARK)
  // Another tab may have opened something else since: this photo isn't for that.
  if (!(await isMarkedFor(c, voiceIn(c).subject, typeof mark === 'string' ? mark : undefined))) {
    return await refuse('other_subject')
  }
  const read = await addVoicePhoto(context, toldIn(c), file)
  if ('refusal' in read) return await refuse(read.refusal)
  const { photo, bytes, database, rows } = read
  const key = photoKey(photo.id)
  await media.put(key, bytes, { httpMetadata: { contentType: photo.media_type } })
  if (!isKept(read, await writeRows(database, rows))) {
    // Others were quicker: what no record names lies nowhere.
    await media.delete(key)
    return await refuse('too_many')
  }
  return goTo(c, localePath(locale, PHOTOS_PATH))
}

const holders = { audience: 'ticket', isForVoice: true } as const

export const feedbackPhotoRoutes: readonly DeclaredRoute[] = [
  ...slashed('/feedback/photos'),
  ...LOCALES.flatMap((locale) => [
    pageRoute({
      ...{ ...holders, method: 'get', allowance: 'lookups' },
      path: localePath(locale, PHOTOS_PATH),
      handler: (c) => photosPage(c),
    }),
    pageRoute({
      ...{ ...holders, method: 'post', allowance: 'writes', middleware: [formPosts] },
      path: localePath(locale, PHOTOS_PATH),
      bodyLimitBytes: MOST_SENT_BYTES,
      handler: add,
    }),
  ]),
]
