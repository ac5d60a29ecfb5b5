/** The files of a case on its screen: added by a form, shown, saved as what they are, and refused with what was typed. */
import { expect, test } from 'vitest'
import type { AddedFile } from '#core/work/case/case-file.ts'
import { descriptionOf, missingFields } from '#core/work/case/case-standing.ts'
import { filesOf } from '#core/work/case/files-of-case.ts'
import { office } from '#test/functions/staff/work/work-office.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { addedFile, HTML, PNG, POLYGLOT } from '#test/support/files.ts'
import { storedReply } from '#test/support/store-builders.ts'
import { closedWork, openedAt, storedCase } from '#test/support/work-builders.ts'

const CASE = storedCase({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const OTHER = storedCase({ workId: 'w-2', events: [openedAt('2027-03-09T02:00:00.000Z')] })

const formWith = (bytes: Uint8Array<ArrayBuffer> | null, { name = 'hộp.png', type = 'image/png', text = '' } = {}) => {
  const form = new FormData()
  form.set('text', text)
  form.set('file', bytes === null ? new File([], '') : new File([bytes], name, { type }))
  return form
}

test('a file is added, shown with its note, and saved as what it is', async () => {
  const { as, work, audit } = await office(CASE, OTHER)
  const { post, page, get } = as('Hanh')
  expect(await page('/work/w-1')).toContain('enctype="multipart/form-data"')
  expect(await post('/work/w-1/file', formWith(PNG, { name: 'hộp "ẩm".html', text: '<b>Nắp hở' }))).toMatchObject({
    status: 303,
    to: '/work/w-1?said=file-added',
  })
  const [file] = filesOf((await work.get('w-1'))!)
  const path = `/work/w-1/files/${file?.sha256}`
  const shown = await page('/work/w-1')
  expect(shown).toContain(`<img src="${path}" alt="" loading="lazy">`)
  expect(shown).toContain('&lt;b&gt;Nắp hở')
  expect(shown).toContain('Hanh thêm hộp  ẩm.png (PNG, 1 kB)')
  const saved = await get(path)
  expect(Object.fromEntries(saved.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': "attachment; filename*=UTF-8''h%E1%BB%99p%20%20%E1%BA%A9m.png",
    'content-security-policy': "sandbox; default-src 'none'",
  })
  expect(new Uint8Array(await saved.arrayBuffer())).toEqual(PNG)
  expect(await audit()).toContain('add-file w-1 1 done: hanh@example.com')
  // Twice is once.
  expect(await post('/work/w-1/file', formWith(PNG))).toMatchObject({ status: 303 })
  expect(filesOf((await work.get('w-1'))!)).toHaveLength(1)
})

test('a file of another case, one that is gone, and no name of a file lead nowhere', async () => {
  const { as, work, stores } = await office(CASE, OTHER)
  const { post, get } = as('Hanh')
  await post('/work/w-1/file', formWith(PNG))
  const [file] = filesOf((await work.get('w-1'))!)
  for (const path of [
    `/work/w-2/files/${file?.sha256}`,
    '/work/w-1/files/..%2Fw-2',
    `/work/w-1/files/${'0'.repeat(64)}`,
    '/work/none/files/a',
  ])
    expect((await get(path)).status).toBe(404)
  await stores.caseFiles.removeOf('w-1')
  expect((await get(`/work/w-1/files/${file?.sha256}`)).status).toBe(404)
})

test.each([
  ['a page that is called a picture', HTML, 'Chỉ nhận ảnh JPEG, PNG, WebP, HEIC và tệp PDF'],
  ['30 MB', new Uint8Array(30_000_000), 'Tệp lớn hơn 4 MB'],
  ['nothing chosen', null, 'Hãy chọn một ảnh hoặc tệp'],
  ['zero bytes', new Uint8Array(), 'Tệp này trống'],
] as const)('%s is refused in clear words, and what was typed stands in the form', async (_what, bytes, said) => {
  const { as, work } = await office(CASE)
  const refused = await as('Hanh').post(
    '/work/w-1/file',
    formWith(bytes, { name: 'anh.jpg', type: 'image/jpeg', text: 'Nắp bị hở' }),
  )
  expect(refused.status).toBe(409)
  expect(refused.page).toContain(said)
  expect(refused.page).toMatch(/<textarea id="file-text"[^>]*>Nắp bị hở<\/textarea>/)
  expect((await work.get('w-1'))?.events).toHaveLength(1)
})

test('a closed case takes none, and shows no form', async () => {
  const { as } = await office(closedWork(CASE))
  expect(await as('Hanh').post('/work/w-1/file', formWith(PNG))).toMatchObject({ status: 409 })
  expect(await as('Hanh').page('/work/w-1')).not.toContain('data-act="file"')
})

test('a picture with a page behind it goes out as a picture to be saved', async () => {
  const { as, work } = await office(CASE)
  const { post, get } = as('Hanh')
  await post('/work/w-1/file', formWith(POLYGLOT, { name: 'x.html', type: 'text/html' }))
  const [file] = filesOf((await work.get('w-1'))!)
  const saved = await get(`/work/w-1/files/${file?.sha256}`)
  expect(saved.headers.get('content-type')).toBe('image/jpeg')
  expect(saved.headers.get('content-disposition')).toContain('attachment')
})

test('a category that asks for a photo holds back a proposal until one is there, and a PDF is none', async () => {
  const { as, work } = await office(CASE)
  const { send, post, page } = as('Hanh')
  const system = theCompanyRules()
  const [first, ...rest] = system.cases.categories
  const cases = { ...system.cases, categories: [{ ...first!, id: 'damaged', requires: ['photo' as const] }, ...rest] }
  await send('/work/w-1/describe', { category: first!.id, seen: '0' })
  const described = (await work.get('w-1'))!
  const event = { ...descriptionOf(described)!, category: 'damaged' }
  const missing = (...files: readonly AddedFile[]) => missingFields({ events: [described.events[0], event, ...files] }, cases)
  expect([missing(), missing(addedFile({ type: 'pdf' })), missing(addedFile())]).toEqual([['photo'], ['photo'], []])
  await post('/work/w-1/file', formWith(PNG))
  expect(await page('/work/w-1')).toContain('data-files')
})

test('what the customer attached to a mail that joined the case is named, with the mail to save', async () => {
  const wrote = {
    is: 'customer-wrote',
    at: '2027-03-09T04:00:00.000Z',
    by: { is: 'system' },
    note: 'Đây là ảnh',
    replyId: 'mail-9',
  } as const
  const { as, stores } = await office(storedCase({ workId: 'w-1', events: [CASE.events[0], wrote] }))
  const attachments = [{ name: '<hộp>.jpg', type: 'image/jpeg', bytes: 12_345 }]
  await stores.replies.add(storedReply({ replyId: 'mail-9', attachments }))
  const shown = await as('Hanh').page('/work/w-1')
  expect(shown).toContain('Khách gửi kèm trong thư')
  expect(shown).toContain('&lt;hộp&gt;.jpg')
  expect(shown).toContain('/listening/mail?customer=c-001&amp;reply=mail-9')
})
