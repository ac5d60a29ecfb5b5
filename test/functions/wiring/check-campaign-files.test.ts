import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { folderStamp, readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { checkCampaignFiles } from '#functions/wiring/check-campaign-files.ts'
import { carriedCompanyRules } from '#functions/wiring/company-rules.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { malaysiaFile } from '#test/core/time/malaysia.ts'
import { campaignFolder, type Json, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'
import { inEnglish } from '#test/support/in-english.ts'
import type { CompiledTemplates } from '#web/rendering/compiled-template.ts'

const ROOT = join(import.meta.dirname, '../../..')
let templates: CompiledTemplates = {}
beforeAll(async () => {
  templates = (await compileTemplates(join(ROOT, 'templates'))).templates
})

const greeting = readProjectJson('mid-autumn.json')
const gift = readProjectJson('birthday-gift.json')
const check = (folder: string) => checkCampaignFiles(readCampaignFolder(folder, folder), templates)
/** The path of the folder is taken off, so that a test reads like the answer. */
const answers = (folder: string) =>
  inEnglish(check(folder).problems).map(({ file, ...rest }) => ({ file: file.replace(`${folder}/`, ''), ...rest }))
const ids = (folder: string) => check(folder).definitions.map(({ id }) => id)

test('the project’s own campaigns have no mistake', () => {
  const { problems, definitions } = check(join(ROOT, 'campaigns'))
  expect(problems).toEqual([])
  expect(definitions.length).toBeGreaterThan(5)
})

test.each(['Đội không có', 'Marketing'])(
  'a campaign of calls for the team %s, in which no member can have work, is refused',
  (team) => {
    const call = readProjectJson('courtesy-call.json')
    const checkedWith = (touch: Json) => {
      const folder = campaignFolder({
        'staff.json': readProjectJson('staff.json'),
        'courtesy-call.json': { ...call, touch: { ...(call.touch as Json), ...touch } },
      })
      cpSync(join(ROOT, 'campaigns/scripts'), join(folder, 'scripts'), { recursive: true })
      return check(folder)
    }
    expect(checkedWith({}).problems).toEqual([])
    const wrong = checkedWith({ team })
    const expected = { vi: expect.stringContaining('Chăm sóc khách hàng') }
    expect(wrong.problems).toMatchObject([
      { file: expect.stringMatching(/courtesy-call\.json$/), path: 'touch.team', value: team, expected },
    ])
    expect(wrong.definitions).toEqual([])
  },
)

describe('a mistake is answered with its file, the path in it, the value and what would be right', () => {
  test.each<[string, Json | string, { path: string; value: string; expected: string }]>([
    ['no JSON', '{ "id": "greeting", }', { path: '', value: '{ "id": "greeting", }', expected: 'JSON: ' }],
    ['an empty file', '', { path: '', value: '', expected: 'JSON: ' }],
    ['a list', '[]', { path: '', value: '[]', expected: 'object' }],
    ['a word nobody knows', { ...greeting, colour: 'red' }, { path: 'colour', value: 'red', expected: 'no such word' }],
    ['a word too few', { ...greeting, window: undefined }, { path: 'window', value: '(missing)', expected: 'object' }],
    [
      'a kind of occasion nobody knows',
      { ...greeting, occasion: { kind: 'full-moon' } },
      { path: 'occasion.kind', value: 'full-moon', expected: '"birthday"' },
    ],
    [
      'a class nobody knows',
      { ...greeting, contentClass: 'spam' },
      { path: 'contentClass', value: 'spam', expected: '"care", "transactional", "survey", "advertising"' },
    ],
    [
      'a day that never comes',
      { ...greeting, occasion: { kind: 'fixed', month: 2, day: 30 } },
      { path: 'occasion.day', value: '30', expected: '1 to 29' },
    ],
    [
      'a company day nobody has written down',
      { ...greeting, occasion: { kind: 'company-day', day: 'picnic' } },
      { path: 'occasion.day', value: 'picnic', expected: 'founding' },
    ],
    [
      'a window outside the hours of company and law',
      { ...greeting, window: { from: '21:30', to: '23:00' } },
      { path: 'window', value: '21:30-23:00', expected: '08:00-21:00' },
    ],
    [
      'a window that ends before it begins',
      { ...greeting, window: { from: '11:00', to: '09:00' } },
      { path: 'window', value: '11:00', expected: '`from` must be before `to`' },
    ],
    [
      'a gift in a greeting',
      { ...gift, contentClass: 'care' },
      { path: 'contentClass', value: 'care', expected: 'greeting with a voucher in it is advertising' },
    ],
    ['a gift without a budget', { ...gift, budget: undefined }, { path: 'budget', value: '(missing)', expected: 'a budget' }],
    [
      'a budget in another currency',
      { ...gift, budget: { amount: 100, currency: 'USD', period: 'year' } },
      { path: 'budget.currency', value: 'USD', expected: 'VND' },
    ],
    [
      'a template that is not there',
      { ...greeting, touch: { channel: 'email', template: 'mid-winter' } },
      { path: 'touch.template', value: 'mid-winter', expected: 'one of after-delivery, birthday-gift' },
    ],
  ])('%s', (_, content, { path, value, expected }) => {
    const folder = campaignFolder({ 'wrong.json': content, 'right.json': greeting })
    const mine = answers(folder).filter(({ file }) => file === 'wrong.json')
    const right = { ...greeting, id: 'right' }
    const sound = campaignFolder({ 'wrong.json': content, 'right.json': right })
    expect(mine).toContainEqual(
      expect.objectContaining({
        file: 'wrong.json',
        path,
        value: expect.stringContaining(value),
        expected: expect.stringContaining(expected),
      }),
    )
    expect(ids(sound)).toEqual(['right'])
  })

  test('a gift whose mail does not show it is refused with the file of the mail, and not put in force', () => {
    const folder = campaignFolder({
      'gift.json': { ...gift, touch: { channel: 'email', template: 'mid-autumn' } },
      'greeting.json': greeting,
    })
    expect(answers(folder)).toContainEqual({
      file: 'templates/mid-autumn/vi.md',
      path: 'text',
      value: 'no voucher',
      expected: expect.stringContaining('gift.json gives one'),
    })
    expect(ids(folder)).toEqual(['mid-autumn'])
  })

  test('a mail with a voucher in a campaign that gives none is refused, and the campaign that gives one is not', () => {
    const folder = campaignFolder({
      'gift.json': gift,
      'no-gift.json': { ...gift, id: 'no-gift', gift: undefined, budget: undefined },
    })
    expect(ids(folder)).toEqual(['birthday-gift'])
  })

  test('a template without one of the languages is refused in the campaign that needs it', () => {
    const { vi } = templates['mid-autumn'] ?? {}
    const onlyVietnamese = { ...templates, 'mid-autumn': { vi: vi! } }
    const folder = campaignFolder({ 'greeting.json': greeting, 'gift.json': gift })
    const { problems, definitions } = checkCampaignFiles(readCampaignFolder(folder, folder), onlyVietnamese)
    expect(inEnglish(problems)).toEqual([
      {
        file: join(folder, 'greeting.json'),
        path: 'touch.template',
        value: 'mid-autumn in en',
        expected: 'a file templates/mid-autumn/en.md',
      },
    ])
    expect(definitions.map(({ id }) => id)).toEqual(['birthday-gift'])
  })

  test('a broken template that no campaign uses is told too, once, and stops nobody', () => {
    const broken = { ...templates, unused: { vi: { subject: '{{nobody}}', preheader: '', html: '', text: '' } } }
    const folder = campaignFolder({ 'greeting.json': greeting })
    const { problems, definitions } = checkCampaignFiles(readCampaignFolder(folder, folder), broken)
    expect(problems.filter(({ file }) => file === 'templates/unused/vi.md')).toHaveLength(1)
    expect(definitions).toHaveLength(1)
  })

  test('one id in two files: both are refused, because only their writer knows which is the copy', () => {
    const folder = campaignFolder({
      'a-copy.json': { ...greeting, window: { from: '10:00', to: '11:00' } },
      'greeting.json': greeting,
      'gift.json': gift,
    })
    expect(answers(folder)).toEqual([
      { file: 'a-copy.json', path: 'id', value: 'mid-autumn', expected: `an id of its own: ${folder}/greeting.json has it too` },
      { file: 'greeting.json', path: 'id', value: 'mid-autumn', expected: `an id of its own: ${folder}/a-copy.json has it too` },
    ])
    expect(ids(folder)).toEqual(['birthday-gift'])
  })

  test('every mistake of a file is told at once', () => {
    const folder = campaignFolder({ 'wrong.json': { ...greeting, id: 'Ä', colour: 'red', graceDays: 99 } })
    expect(
      answers(folder)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['colour', 'graceDays', 'id'])
  })
})

describe('what only all files together can tell', () => {
  const survey = readProjectJson('csat-after-delivery.json')
  const reminder = readProjectJson('csat-reminder.json')

  test('a survey and its reminder', () => {
    expect(answers(campaignFolder({ 'survey.json': survey, 'reminder.json': reminder }))).toEqual([])
  })

  test('a mistake in a survey is told once, and its reminder is not blamed for it', () => {
    const broken = { ...survey, survey: { kind: 'csat', answerDays: 0 } }
    const told = answers(campaignFolder({ 'survey.json': broken, 'reminder.json': reminder }))
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told)).toContain('survey.answerDays')
  })

  test.each<[string, Readonly<Record<string, Json>>, string, string]>([
    ['a reminder of nothing', { 'reminder.json': reminder }, 'occasion.campaign', 'there is none yet'],
    [
      'a reminder of a greeting',
      { 'reminder.json': reminder, 'greeting.json': greeting },
      'occasion.campaign',
      'a campaign that asks',
    ],
    [
      'a reminder that comes when nobody can answer any more',
      { 'reminder.json': reminder, 'survey.json': { ...survey, survey: { kind: 'csat', answerDays: 5 } } },
      'occasion.offset.days',
      'fewer than 5',
    ],
    [
      'two reminders of one survey',
      { 'reminder.json': reminder, 'survey.json': survey, 'again.json': { ...reminder, id: 'again' } },
      'occasion.campaign',
      'again.json',
    ],
    [
      'a survey that gives something',
      { 'reminder.json': { ...survey, gift: gift.gift, budget: gift.budget } },
      'gift',
      'advertising',
    ],
  ])('%s', (_, files, path, expected) => {
    const folder = campaignFolder(files)
    expect(answers(folder)).toContainEqual({
      file: 'reminder.json',
      path,
      value: expect.any(String),
      expected: expect.stringContaining(expected),
    })
    expect(ids(folder)).not.toContain(files['reminder.json']?.id)
  })
})

describe('mistakes in the company’s own files', () => {
  const company = readProjectJson('company.json')
  test.each<[string, Readonly<Record<string, string | Json | null>>, { file: string; path: string; value: string }]>([
    [
      'a zone there is not',
      { 'company.json': { ...company, zone: 'Asia/Hanoi' } },
      { file: 'company.json', path: 'zone', value: 'Asia/Hanoi' },
    ],
    [
      'a currency that is none',
      { 'company.json': { ...company, currency: 'đồng' } },
      { file: 'company.json', path: 'currency', value: 'đồng' },
    ],
    [
      'a country without a calendar',
      { 'company.json': { ...company, country: 'FR' } },
      { file: 'company.json', path: 'country', value: 'FR' },
    ],
    ['a policy that is no JSON', { 'policy/vn.json': '{' }, { file: 'policy/vn.json', path: '', value: '{' }],
    ['prices without one', { 'prices.json': { prices: [] } }, { file: 'prices.json', path: 'prices', value: '[]' }],
    ['no policy at all', { 'policy/vn.json': null }, { file: 'company.json', path: 'country', value: 'VN' }],
    ['no calendar at all', { 'calendar/vn.json': null }, { file: 'company.json', path: 'country', value: 'VN' }],
  ])('%s: told with its place, no campaign is judged by it', (_, files, problem) => {
    const folder = campaignFolder({ 'greeting.json': greeting, ...files })
    expect(answers(folder)).toContainEqual(expect.objectContaining({ ...problem, expected: expect.any(String) }))
    expect(check(folder)).toMatchObject({ companyRules: undefined, definitions: [] })
  })

  test('what is wrong with a campaign by itself is told in the same answer', () => {
    const folder = campaignFolder({ 'company.json': { ...company, zone: 'Mars' }, 'wrong.json': { ...greeting, colour: 'red' } })
    expect(answers(folder).map(({ file, path }) => `${file} ${path}`)).toEqual(['company.json zone', 'wrong.json colour'])
  })

  test('company rules of a deployed system throw on them, and are the same as those of the folder when all is well', () => {
    const folder = campaignFolder()
    const files = readCampaignFolder(folder, folder)
    const { companyRules } = check(folder)
    const deployed = carriedCompanyRules(files)
    const functions = { calendar: null, statutory: null, publicHolidays: null }
    expect({ ...deployed, ...functions }).toEqual({ ...companyRules, ...functions })
    expect(['2027-02-05', '2027-02-06', '2027-02-12', '2027-02-15'].map((day) => deployed.calendar.isWorkingDay(day))).toEqual(
      ['2027-02-05', '2027-02-06', '2027-02-12', '2027-02-15'].map((day) => companyRules!.calendar.isWorkingDay(day)),
    )
    const wrong = { file: 'campaigns/company.json', text: JSON.stringify({ ...company, zone: 'Mars' }) }
    expect(() => carriedCompanyRules({ ...files, company: wrong })).toThrow(
      'campaigns/company.json: zone: Mars - expected an IANA zone such as Asia/Ho_Chi_Minh',
    )
    expect(() => carriedCompanyRules({ ...files, policies: [] })).toThrow('a country that has a file in policy/')
  })
})

describe('a table of dates that ends', () => {
  const raya = { ...greeting, id: 'raya', occasion: { kind: 'calendar-day', day: 'my.hari-raya' } }
  const at = (instant: string) => {
    const folder = campaignFolder({ 'calendar/my.json': malaysiaFile(), 'greeting.json': greeting, 'raya.json': raya })
    const { problems, accepting } = checkCampaignFiles(readCampaignFolder(folder, folder), templates, { at: instant })
    return {
      problems: inEnglish(problems).map(({ file, path, value }) => [file.replace(`${folder}/`, ''), path, value]),
      accepting: accepting.map(({ definition }) => definition.id),
    }
  }

  test('is a mistake of its file and of a campaign about its day once its end is near, by the day in the company’s zone', () => {
    // Still 2 October in UTC.
    expect(at('2028-10-02T16:59:59.000Z')).toEqual({ problems: [], accepting: ['mid-autumn', 'raya'] })
    expect(at('2028-10-02T17:00:00.000Z')).toEqual({
      problems: [
        ['calendar/my.json', 'occasions[0].rule.years', '2026-2028'],
        ['calendar/my.json', 'occasions[1].rule.years', '2026-2028'],
        ['raya.json', 'occasion.day', 'my.hari-raya'],
      ],
      accepting: ['mid-autumn'],
    })
  })
})

describe('the folder itself', () => {
  test('without campaigns there is nothing to accept and nothing wrong', () => {
    expect(check(campaignFolder())).toMatchObject({ definitions: [], problems: [] })
  })

  test('a file that begins with a byte order mark is read like any other', () => {
    expect(check(campaignFolder({ 'greeting.json': `\uFEFF${JSON.stringify(greeting)}` }))).toMatchObject({
      definitions: [{ id: 'mid-autumn' }],
      problems: [],
    })
  })

  test('other files in it are no campaigns', () => {
    expect(check(campaignFolder({ 'README.md': '# campaigns', 'old.json.bak': '{' }))).toMatchObject({ problems: [] })
  })

  test.each(['/', '/.', '//'])('is the same folder when its name is written with %s at the end', (end) => {
    const folder = campaignFolder({ 'greeting.json': greeting })
    expect(check(`${folder}${end}`)).toMatchObject({ problems: [], definitions: [{ id: 'mid-autumn' }] })
  })

  test('is the same folder from inside, as "." and as "./campaigns"', () => {
    const before = process.cwd()
    try {
      process.chdir(join(ROOT, 'campaigns'))
      expect(check('.').problems).toEqual([])
      process.chdir(ROOT)
      expect(check('./campaigns').problems).toEqual([])
    } finally {
      process.chdir(before)
    }
  })

  test('company files it does not have come from the other folder; those it has are its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'campaigns-'))
    writeFileSync(join(folder, 'greeting.json'), JSON.stringify(greeting))
    expect(checkCampaignFiles(readCampaignFolder(folder, join(ROOT, 'campaigns')), templates)).toMatchObject({
      companyRules: { company: { name: 'Trà Sen Việt' } },
      definitions: [{ id: 'mid-autumn' }],
    })
    writeFileSync(join(folder, 'company.json'), JSON.stringify({ ...readProjectJson('company.json'), name: 'Cà Phê Sớm' }))
    expect(checkCampaignFiles(readCampaignFolder(folder, join(ROOT, 'campaigns')), templates)).toMatchObject({
      companyRules: { company: { name: 'Cà Phê Sớm' } },
    })
  })

  test('has another stamp when any file it is read from has changed, come or gone, and the same one otherwise', () => {
    const folder = campaignFolder({ 'greeting.json': greeting })
    const stamps = [folderStamp(folder)]
    expect(folderStamp(folder)).toBe(stamps[0])
    const change = (act: () => void) => {
      act()
      stamps.push(folderStamp(folder))
    }
    change(() => cpSync(join(folder, 'greeting.json'), join(folder, 'copy.json')))
    change(() => writeFileSync(join(folder, 'policy/fr.json'), '{}'))
    change(() => writeFileSync(join(folder, 'calendar/fr.json'), '{}'))
    expect(new Set(stamps).size).toBe(4)
    mkdirSync(join(folder, 'sample'))
    expect(folderStamp(folder)).toBe(stamps.at(-1))
  })
})
