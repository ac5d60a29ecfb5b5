import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { calendarCommand } from '#cli/commands/calendar.ts'
import { runCommand } from '#test/cli/calendar-run.ts'
import { FRENCH_FILES } from '#test/core/time/france.ts'
import { malaysiaFile } from '#test/core/time/malaysia.ts'
import { campaignFolder } from '#test/functions/wiring/campaign-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
afterAll(() => rmSync(folder, { recursive: true }))

const care = (...args: string[]) => runCommand(calendarCommand, args)
const company = (value: unknown) => {
  const path = join(folder, `${writes++}.json`)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}
let writes = 0

describe('care calendar', () => {
  test('prints the days of a span as JSON, names in Vietnamese', async () => {
    const { printed } = await care('--country', 'VN', '--from', '2027-02-05', '--to', '2027-02-06', '--json')
    expect(JSON.parse(printed)).toEqual([
      { date: '2027-02-05', key: 'vn.giao-thua', name: 'Giao thừa', kind: 'observance' },
      { date: '2027-02-05', key: 'vn.tet.off', name: 'Nghỉ Tết Nguyên đán', kind: 'dayOff' },
      { date: '2027-02-06', key: 'vn.tet', name: 'Tết Nguyên đán', kind: 'public' },
    ])
  })

  test('speaks English when asked, and knows a country in small letters', async () => {
    const { printed } = await care('--country', 'vn', '--from', '2027-09-02', '--to', '2027-09-02', '--locale', 'en', '--json')
    expect(JSON.parse(printed)).toEqual([{ date: '2027-09-02', key: 'vn.national-day', name: 'National Day', kind: 'public' }])
  })

  test('lists one line a day for people, and says so when there is nothing', async () => {
    const { printed } = await care('--country', 'VN', '--from', '2026-08-22', '--to', '2026-09-02')
    expect(printed.split('\n')).toEqual([
      '2026-08-22  T7  workingDay  vn.official.working  Làm bù ngày 31/8',
      '2026-08-27  T5  observance  vn.vu-lan            Lễ Vu Lan',
      '2026-08-31  T2  dayOff      vn.official.off      Nghỉ Quốc khánh (hoán đổi ngày 22/8)',
      '2026-09-01  T3  dayOff      vn.national-day.off  Nghỉ Quốc khánh',
      '2026-09-02  T4  public      vn.national-day      Quốc khánh',
    ])
    expect((await care('--country', 'VN', '--from', '2026-08-23', '--to', '2026-08-24')).printed).toBe(
      'no occasions in these days',
    )
    expect((await care('--country', 'VN', '--from', '2026-08-23', '--to', '2026-08-24', '--json')).printed).toBe('[]')
  })

  test("adds a company's own days, and takes a company without any", async () => {
    const overrides = { dayOff: ['2026-02-13'] }
    const span = ['--country', 'VN', '--from', '2026-02-11', '--to', '2026-02-13', '--json']
    const own = await care(...span, '--company', company({ name: 'Trà Sen Việt', calendar: { overrides, note: 'x' } }))
    expect(JSON.parse(own.printed)).toEqual([
      { date: '2026-02-13', key: 'company.day-off', name: 'Công ty nghỉ', kind: 'dayOff' },
    ])
    expect((await care(...span, '--company', company({ name: 'Trà Sen Việt' }))).printed).toBe('[]')
  })

  test('refuses years outside the lunar table, a span turned round, and an occasion the country lacks', async () => {
    const span = ['--country', 'VN', '--from', '2026-01-01', '--to', '2026-01-31']
    expect((await care('--country', 'VN', '--from', '2100-12-01', '--to', '2101-01-01')).refused).toEqual([
      'the calendar of VN is known for the years 1968 to 2100, not for 2101',
    ])
    expect((await care('--country', 'VN', '--from', '2027-01-02', '--to', '2027-01-01')).refused).toEqual([
      '--from 2027-01-02 is after --to 2027-01-01',
    ])
    const halloween = company({ calendar: { overrides: { dayOffOccasions: ['vn.halloween'] } } })
    expect((await care(...span, '--company', halloween)).refused.join()).toContain('has no vn.halloween')
  })

  test.each([
    [
      'an unknown country, naming those there are',
      ['--country', 'XX', '--from', '2026-01-01', '--to', '2026-12-31'],
      'there is VN',
    ],
    ['a path instead of a country', ['--country', '../company', '--from', '2026-01-01', '--to', '2026-12-31'], 'there is VN'],
    [
      'a day that does not exist',
      ['--country', 'VN', '--from', '2026-02-30', '--to', '2026-12-31'],
      'Expected a day that exists',
    ],
    ['a missing end', ['--country', 'VN', '--from', '2026-02-01'], '--to'],
    ['a language without names', ['--country', 'VN', '--from', '2026-01-01', '--to', '2026-01-02', '--locale', 'fr'], 'vi, en'],
  ])('%s is wrong usage', async (_, args, message) => {
    expect((await care(...args)).usage).toContain(message)
  })

  test('a company file that is missing, broken or wrong is wrong usage, and the place is named', async () => {
    const span = ['--country', 'VN', '--from', '2026-01-01', '--to', '2026-01-31']
    expect((await care(...span, '--company', join(folder, 'none.json'))).usage).toContain('none.json')
    expect((await care(...span, '--company', company('{'))).usage).toContain('.json')
    const wrong = company({ calendar: { overrides: { dayOff: ['2026-02-30'] } } })
    expect((await care(...span, '--company', wrong)).usage).toContain('calendar.overrides.dayOff[0]')
  })
})

describe('a country that is added as files', () => {
  const lines = (printed: string) => printed.split('\n')

  test('is there at once, and listed when another is asked for', async () => {
    const campaigns = campaignFolder(FRENCH_FILES)
    const span = ['--from', '2027-03-28', '--to', '2027-05-06', '--locale', 'en', '--campaigns', campaigns]
    expect(lines((await care('--country', 'fr', ...span)).printed)).toEqual([
      '2027-03-29  Mon  public      fr.easter-monday  Easter Monday',
      '2027-05-01  Sat  public      fr.labour         Labour Day',
      '2027-05-06  Thu  public      fr.ascension      Ascension Day',
    ])
    expect((await care('--country', 'DE', ...span)).usage).toContain('There is no calendar of DE; there is FR, VN.')
  })

  test('is found by the country that the file names, not by how the file is called', async () => {
    const campaigns = campaignFolder({ 'calendar/frankreich.json': FRENCH_FILES['calendar/fr.json'] })
    const span = ['--from', '2027-07-14', '--to', '2027-07-14', '--json', '--campaigns', campaigns]
    expect(JSON.parse((await care('--country', 'FR', ...span)).printed)).toMatchObject([{ key: 'fr.national-day' }])
  })

  test('and is wrong is refused with file, place, value and what would be right; other countries are not hindered', async () => {
    const broken = { ...JSON.parse(FRENCH_FILES['calendar/fr.json']), weeklyDaysOff: [7, 8] }
    const span = ['--from', '2027-07-14', '--to', '2027-07-14', '--campaigns', campaignFolder({ 'calendar/fr.json': broken })]
    const { refused, exitCode } = await care('--country', 'FR', ...span)
    expect(refused).toEqual([expect.stringMatching(/calendar\/fr\.json: weeklyDaysOff\[1\]: 8 - expected at most 7$/)])
    expect(exitCode).toBe(1)
    expect((await care('--country', 'VN', ...span)).refused).toEqual([])
  })

  test('a folder that is not there is refused', async () => {
    const none = join(folder, 'none')
    expect((await care('--country', 'VN', '--from', '2027-01-01', '--to', '2027-01-02', '--campaigns', none)).refused).toEqual([
      `${none}: no such folder`,
    ])
  })

  test('says of which years its tables know nothing, beside the days that it knows', async () => {
    const campaigns = campaignFolder({ 'calendar/my.json': malaysiaFile() })
    const span = ['--from', '2028-10-01', '--to', '2029-12-31', '--locale', 'en', '--campaigns', campaigns]
    const { printed, warned, exitCode } = await care('--country', 'MY', ...span)
    expect(printed).toBe('2028-10-17  Tue  public      my.deepavali  Deepavali')
    expect(warned).toEqual([
      'it is not known when my.hari-raya (Hari Raya Aidilfitri) is in 2029: its table of dates has the years 2026 to 2028',
      'it is not known when my.deepavali (Deepavali) is in 2029: its table of dates has the years 2026 to 2028',
    ])
    expect(exitCode).toBe(0)
    expect(
      (await care('--country', 'MY', '--from', '2027-01-01', '--to', '2028-12-31', '--campaigns', campaigns)).warned,
    ).toEqual([])
  })
})
