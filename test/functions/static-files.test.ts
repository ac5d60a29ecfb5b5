/** What pages are drawn with is kept by browsers, and pages are not. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { pageHeaders } from '#functions/staff/visit/page-headers.ts'
import { NOTE_KEEPER } from '#functions/staff/work/note-script.ts'
import { serveStatic } from '#functions/static-files.ts'
import { FILE_SIZE, PAGE_STYLE } from '#web/customer/static-files.ts'
import { STAFF_PICTURE, STAFF_STYLE } from '#web/staff/static-files.ts'
import { staticAddress } from '#web/static-file.ts'

const FILES = [STAFF_STYLE, STAFF_PICTURE, NOTE_KEEPER, PAGE_STYLE, FILE_SIZE]
const app = new Hono()
app.use(pageHeaders)
serveStatic(app, FILES)
const kept = async (address: string) => (await app.request(address)).headers.get('cache-control')

test.each(FILES)('$path is kept under the address of its content, and under no other', async (file) => {
  const address = staticAddress(file)
  const answer = await app.request(address)
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, file.type, file.text])
  expect(await kept(address)).toBe('public, max-age=31536000, immutable')
  expect(await kept(file.path)).toBe('no-cache')
  expect(await kept(`${file.path}?v=of-another-version`)).toBe('no-cache')
})

test('a file that changed has another address', () => {
  expect(staticAddress({ ...STAFF_STYLE, text: `${STAFF_STYLE.text} ` })).not.toBe(staticAddress(STAFF_STYLE))
})

test('under another address a browser asks whether it changed, and is not sent it again when it did not', async () => {
  const etag = (await app.request(NOTE_KEEPER.path)).headers.get('etag') ?? ''
  const again = await app.request(NOTE_KEEPER.path, { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const changed = await app.request(NOTE_KEEPER.path, { headers: { 'if-none-match': '"of-before"' } })
  expect([changed.status, await changed.text()]).toEqual([200, NOTE_KEEPER.text])
})
