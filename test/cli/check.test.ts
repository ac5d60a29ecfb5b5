import { appendFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { careWithoutStores as care, careInMemory, ROOT, scratchFolder } from '#test/cli/care-run.ts'
import { FRENCH_FILES } from '#test/core/time/france.ts'
import { campaignFolder, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'
import { aCustomer } from '#test/support/builders.ts'

const greeting = readProjectJson('mid-autumn.json')

describe('care check', () => {
  test('says that there is nothing wrong, and with how many', async () => {
    const english = await care('check', join(ROOT, 'campaigns'), '--locale', 'en')
    expect(english).toMatchObject({
      exitCode: 0,
      refused: [],
      printed: expect.stringMatching(/^[1-9]\d* campaigns, no mistakes\.$/),
    })
    // The sample company speaks Vietnamese.
    const run = await care('check', join(ROOT, 'campaigns'))
    expect(run).toMatchObject({
      exitCode: 0,
      refused: [],
      printed: expect.stringMatching(/^[1-9]\d* chiến dịch, không có lỗi\.$/),
    })
  })

  test('remarks on a language that customers read and a letter is not written in; --strict refuses it', async () => {
    const { care: careHere, stores } = careInMemory()
    await stores.customers.put([aCustomer({ locale: 'ko' }), aCustomer({ customerId: 'c-002', locale: 'en-AU' })])
    const folder = campaignFolder({ 'greeting.json': greeting })
    const said = 'templates/mid-autumn/ko.md: ko - note: 1 of 2 customers read ko and there is no such file'
    const run = await careHere('check', folder, '--locale', 'en')
    expect(run).toMatchObject({ exitCode: 0, refused: [] })
    expect(run.warned).toEqual([expect.stringContaining(said)])
    const strict = await careHere('check', folder, '--locale', 'en', '--strict')
    expect(strict).toMatchObject({
      exitCode: 1,
      refused: [expect.stringContaining(said)],
      printed: '1 campaigns, no mistakes, and 1 remark: with --strict these are refused too.',
    })
    const vietnamese = await careHere('check', folder, '--strict')
    expect(vietnamese).toMatchObject({
      exitCode: 1,
      printed: expect.stringContaining('không có lỗi, nhưng có 1 lưu ý: --strict'),
    })
    await stores.customers.put([aCustomer({ locale: 'vi' })])
    expect(await careHere('check', folder, '--locale', 'en', '--strict')).toMatchObject({
      exitCode: 0,
      printed: '1 campaigns, no mistakes.',
    })
  })

  test('answers every mistake on its own line: file, path, value, what would be right', async () => {
    const folder = campaignFolder({
      'wrong.json': { ...greeting, graceDays: 99, colour: 'red' },
      'right.json': { ...greeting, id: 'right' },
    })
    const run = await care('check', folder, '--locale', 'en')
    expect(run.exitCode).toBe(1)
    expect(run.printed).toBe('')
    expect(run.refused).toHaveLength(2)
    expect(run.refused).toContainEqual(expect.stringMatching(/wrong\.json: graceDays: 99 - expected .*30/))
    expect(run.refused).toContainEqual(expect.stringMatching(/wrong\.json: colour: red - there is no such word here/))
  })

  test('as JSON: the campaigns that are right and the problems, for a program to read', async () => {
    const folder = campaignFolder({ 'wrong.json': { ...greeting, colour: 'red' }, 'right.json': { ...greeting, id: 'right' } })
    const run = await care('check', folder, '--json')
    expect(run).toMatchObject({ exitCode: 1, refused: [] })
    expect(JSON.parse(run.printed)).toEqual({
      campaigns: ['right'],
      problems: [{ file: join(folder, 'wrong.json'), path: 'colour', value: 'red', expected: expect.any(String), isRule: true }],
      remarks: [],
    })
    const fine = await care('check', campaignFolder({ 'right.json': greeting }), '--json')
    expect(fine.exitCode).toBe(0)
    expect(JSON.parse(fine.printed)).toEqual({ campaigns: ['mid-autumn'], problems: [], remarks: [] })
  })

  test('takes the company files of the project where a folder has campaigns alone', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'greeting.json'), JSON.stringify(greeting))
    expect(await care('check', folder)).toMatchObject({ exitCode: 0, printed: '1 chiến dịch, không có lỗi.' })
    expect(await care('check', `${folder}/`)).toMatchObject({ exitCode: 0, printed: '1 chiến dịch, không có lỗi.' })
  })

  test.each([
    ['that is not there', () => join(scratchFolder(), 'none')],
    ['that is a file', () => join(ROOT, 'package.json')],
  ])('a folder %s is refused with its name', async (_, make) => {
    const dir = make()
    expect(await care('check', dir)).toMatchObject({ exitCode: 1, refused: [`${dir}: no such folder`] })
  })

  test('a wrong word of the command is wrong usage', async () => {
    expect(await care('check', '--jsn')).toMatchObject({ exitCode: 2, usage: expect.stringContaining('--jsn') })
    expect((await care('check', 'a', 'b')).exitCode).toBe(2)
  })
})

describe('care check says what may not be meant', () => {
  const CUSTOMERS = join(ROOT, 'campaigns/sample/customers.csv')
  const asking = (audience: object, more: object = {}) => campaignFolder({ 'a.json': { ...greeting, audience, ...more } })
  const warned = async (folder: string, ...args: string[]) =>
    (await care('check', folder, '--locale', 'en', ...args)).warned.map((line) => line.replace(`${folder}/`, ''))

  test.each<[string, object, RegExp]>([
    [
      'a profession in other words',
      { professions: ['giáo viên'] },
      /^a\.json: audience\.professions\[0\]: giáo viên - note: matches 0 of \d+ customers; there are: .*teacher.*; did you mean teacher\?/,
    ],
    ['a misspelt tier', { tiers: ['gold', 'glod'] }, /audience\.tiers\[1\]: glod - note: matches 0 of \d+ .*did you mean gold\?/],
    ['a country by its name', { countries: ['Việt Nam'] }, /countries\[0\]: Việt Nam .*did you mean VN\?/],
    ['a country by its English name', { countries: ['vietnam'] }, /did you mean VN\?/],
    ['a tag that nobody has', { noTag: ['nhan-vien-cu'] }, /noTag\[0\]: nhan-vien-cu - note: matches 0/],
    [
      'a product that nobody bought',
      { boughtProduct: ['Máy bay'] },
      /boughtProduct\[0\]: Máy bay - note: matches 0 .*no customer has this yet/,
    ],
  ])('%s', async (_, audience, said) => {
    const lines = await warned(asking(audience), '--customers', CUSTOMERS)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(said)
  })

  test('an audience that means somebody is not remarked on', async () => {
    expect(await warned(asking({ tiers: ['gold'], countries: ['VN'], locales: ['vi', 'en'] }), '--customers', CUSTOMERS)).toEqual(
      [],
    )
  })

  test('in the language of the company unless told', async () => {
    const run = await care('check', asking({ tiers: ['glod'] }), '--customers', CUSTOMERS)
    expect(run.warned.join()).toMatch(/lưu ý: khớp 0 trong \d+ khách; hiện có: .*có phải ý bạn là gold\?/)
  })

  test('a life that is over, hours that are never used, a key given twice', async () => {
    expect(await warned(asking({}, { lives: { to: '2020-01-01' } }))).toEqual([
      expect.stringMatching(/lives\.to: 2020-01-01 - note: the campaign is over/),
    ])
    expect(await warned(asking({}, { window: { from: '06:00', to: '09:00' } }))).toEqual([
      expect.stringMatching(/window: 06:00-09:00 - note: .* go out 08:00-09:00 only/),
    ])
    const folder = scratchFolder()
    const text = JSON.stringify(greeting, null, 2).replace('"limits": {', '"limits": { "priority": 1,')
    writeFileSync(join(folder, 'twice.json'), text)
    expect(await warned(folder)).toEqual([
      expect.stringMatching(/twice\.json: limits\.priority: line \d+ - note: this key stands in line \d+ already/),
    ])
  })

  test('a date on which the law of a country with a pack of its own allows no contact', async () => {
    const occasion = { kind: 'fixed', month: 7, day: 14 }
    const folder = campaignFolder({ ...FRENCH_FILES, 'national.json': { ...greeting, occasion, graceDays: 0 } })
    expect(await warned(folder)).toEqual([
      expect.stringMatching(
        /national\.json: graceDays: 0 - note: the law of FR allows no contact on \d{4}-07-14: .*graceDays \d /,
      ),
    ])
    expect(await care('check', folder, '--strict')).toMatchObject({ exitCode: 1 })
  })

  test('--strict refuses what is otherwise remarked on', async () => {
    const folder = asking({}, { lives: { to: '2020-01-01' } })
    expect(await care('check', folder)).toMatchObject({ exitCode: 0, refused: [] })
    const strict = await care('check', folder, '--strict', '--locale', 'en')
    expect(strict).toMatchObject({ exitCode: 1, warned: [], refused: [expect.stringContaining('the campaign is over')] })
    const asJson = await care('check', folder, '--strict', '--json', '--locale', 'en')
    expect(asJson.exitCode).toBe(1)
    expect(JSON.parse(asJson.printed).remarks).toMatchObject([{ path: 'lives.to', note: expect.stringContaining('over') }])
  })

  test('without customers at hand it says that audiences were not compared, and only where one asks', async () => {
    expect(await warned(asking({ tiers: ['gold'] }))).toEqual([expect.stringContaining('not compared')])
    expect(await warned(asking({}))).toEqual([])
  })

  test('stored customers are compared with where there are some', async () => {
    const { care: inMemory, stores } = careInMemory()
    await stores.customers.put([aCustomer({ tier: 'gold' })])
    const run = await inMemory('check', asking({ tiers: ['glod'] }), '--locale', 'en')
    expect(run.warned.join()).toContain('matches 0 of 1 customers; there are: gold; did you mean gold?')
  })
})

describe('care check DIR takes the templates beside DIR', () => {
  test('letters there are judged, a table among them remarked on', async () => {
    const place = scratchFolder()
    cpSync(join(ROOT, 'templates'), join(place, 'templates'), { recursive: true })
    mkdirSync(join(place, 'campaigns'))
    writeFileSync(
      join(place, 'campaigns', 'a.json'),
      JSON.stringify({ ...greeting, touch: { channel: 'email', template: 'spring' } }),
    )
    const run = () => care('check', join(place, 'campaigns'), '--locale', 'en')
    expect((await run()).refused.join()).toContain('touch.template: spring')
    cpSync(join(ROOT, 'templates', 'mid-autumn'), join(place, 'templates', 'spring'), { recursive: true })
    expect(await run()).toMatchObject({ exitCode: 0, refused: [], warned: [] })
    appendFileSync(join(place, 'templates', 'spring', 'vi.md'), '\n| Món | Giá |\n|---|---:|\n| Trà | 100 |\n')
    expect((await run()).warned).toEqual([
      expect.stringMatching(/templates\/spring\/vi\.md: line \d+: \|---\|---:\| - note: a table/),
    ])
  })
})

describe('care check speaks to whoever wrote the file', () => {
  /** What is said of one broken file, in each language, without the name of the file. */
  async function said(text: string, locale: 'vi' | 'en'): Promise<readonly string[]> {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'a.json'), text)
    const { refused, warned } = await care('check', folder, '--locale', locale)
    return [...refused, ...warned].map((line) => line.replace(`${folder}/a.json: `, ''))
  }
  const text = JSON.stringify(greeting, null, 2)
  const changed = (change: object) => JSON.stringify({ ...greeting, ...change })

  test.each<[string, string, string, string]>([
    [
      'a misspelt word',
      changed({ audiance: {} }),
      'audiance: {} - không có từ này ở đây; có phải ý bạn là audience?',
      'audiance: {} - there is no such word here; did you mean audience?',
    ],
    [
      'days the wrong way round',
      changed({ lives: { from: '2027-12-31', to: '2027-01-01' } }),
      'lives: {"from":"2027-12-31","to":"2027-01-01"} - `from` không được sau `to`',
      'lives: {"from":"2027-12-31","to":"2027-01-01"} - `from` must not be after `to`',
    ],
    [
      'a window the wrong way round',
      changed({ window: { from: '11:00', to: '09:00' } }),
      'window: {"from":"11:00","to":"09:00"} - `from` phải trước `to`',
      'window: {"from":"11:00","to":"09:00"} - `from` must be before `to`',
    ],
    [
      'a number as a text',
      changed({ limits: { priority: 'cao' } }),
      'limits.priority: cao - cần một số',
      'limits.priority: cao - expected a number',
    ],
    [
      'a comma too many',
      '{\n  "id": "a",\n  "name": {},\n}',
      'dòng 3, cột 13: "name": {}, - cần JSON đúng: phần cuối đứng không có dấu phẩy sau nó',
      'line 3, column 13: "name": {}, - expected JSON: the last entry without a comma behind it',
    ],
    [
      'a comma that is missing',
      '{\n  "id": "a"\n  "name": {}\n}',
      'dòng 2, cột 12: "id": "a" - cần JSON đúng: dấu phẩy , hoặc dấu đóng ở cuối phần này',
      'line 2, column 12: "id": "a" - expected JSON: a comma , or the closing bracket behind this',
    ],
    [
      'curly quotes',
      '{\n  “id”: "a"\n}',
      'dòng 2, cột 3: “id”: "a" - cần JSON đúng: tên khóa trong dấu ngoặc kép thẳng "…"',
      'line 2, column 3: “id”: "a" - expected JSON: a key in straight double quotes "…"',
    ],
    [
      'a comment',
      '// Tết\n{}',
      'dòng 1, cột 1: // Tết - cần JSON đúng: tệp không có chú thích: JSON không nhận // và /* */',
      'line 1, column 1: // Tết - expected JSON: a file without comments: JSON takes neither // nor /* */',
    ],
    [
      'an empty file',
      '',
      'dòng 1, cột 1 - cần JSON đúng: một đối tượng JSON trong { }: tệp đang trống',
      'line 1, column 1 - expected JSON: a JSON object in { }: the file is empty',
    ],
  ])('%s', async (_, written, vi, en) => {
    expect(await said(written, 'vi')).toEqual([vi])
    expect(await said(written, 'en')).toEqual([en])
  })

  test('a missing occasion lists the kinds there are, and the word for missing is the reader’s', async () => {
    const [vi] = await said(changed({ occasion: undefined }), 'vi')
    expect(vi).toMatch(
      /^occasion: \(chưa có\) - cần một đối tượng trong \{ \} với "kind" là một trong: "fixed", .*"after-invitation"$/,
    )
    const [en] = await said(changed({ occasion: undefined }), 'en')
    expect(en).toMatch(/^occasion: \(missing\) - expected an object in \{ \} whose "kind" is one of "fixed", /)
  })

  test('a key given twice is told with its line', async () => {
    const twice = text.replace('"limits": {', '"limits": { "priority": 1,')
    expect((await said(twice, 'vi')).join()).toMatch(/^limits\.priority: dòng \d+ - lưu ý: khóa này đã có ở dòng \d+/)
  })
})
