import { describe, expect, test } from 'vitest'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { companyTexts, readCompanyFiles } from '#core/campaign/company-files.ts'
import { problemLine } from '#core/campaign/problem.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { FRENCH_FILES } from '#test/core/time/france.ts'
import { campaignFolder, type Json, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'

const read = (files: Readonly<Record<string, string | Json | null>> = {}) => {
  const folder = campaignFolder(files)
  const found = readCompanyFiles(readCampaignFolder(folder, folder), OUR_CHANNELS)
  const lines =
    'problems' in found ? found.problems.map((problem) => problemLine(problem, 'en').replaceAll(`${folder}/`, '')) : []
  return { value: 'value' in found ? found.value : undefined, lines }
}
const company = readProjectJson('company.json')

describe('the files beside the campaigns', () => {
  test('are the company’s own and one of each country in each folder', () => {
    const { value, lines } = read(FRENCH_FILES)
    expect(lines).toEqual([])
    expect(value?.calendars.map(({ country }) => country)).toEqual(['FR', 'VN'])
    expect(value?.policies.map(({ country }) => country)).toEqual(['FR', 'VN'])
    expect(value?.company.name).toBe(company.name)
  })

  test('are all watched and compared: no file that is read is left out', () => {
    const folder = campaignFolder(FRENCH_FILES)
    expect(companyTexts(readCampaignFolder(folder, folder)).map(({ file }) => file.slice(folder.length + 1))).toEqual([
      'company.json',
      'prices.json',
      'calendar/fr.json',
      'calendar/vn.json',
      'policy/fr.json',
      'policy/vn.json',
    ])
  })

  test('every mistake in every file is told with file, place, value and what would be right', () => {
    const french = JSON.parse(FRENCH_FILES['calendar/fr.json'])
    const { value, lines } = read({
      'prices.json': { prices: [] },
      'calendar/fr.json': { ...french, occasions: [{ ...french.occasions[1], rule: { kind: 'easter', reckoning: 'westen' } }] },
      'policy/fr.json': '{',
    })
    expect(value).toBeUndefined()
    expect(lines).toEqual([
      'prices.json: prices: [] - expected at least 1 in the list',
      'calendar/fr.json: occasions[0].rule.reckoning: westen - expected one of "western", "orthodox"; did you mean "western"?',
      expect.stringMatching(/^policy\/fr\.json: line 1, column 2: \{? ?- expected JSON: /),
    ])
  })

  test('a price list without a price of a channel that campaigns use is refused: its touches would cost nothing', () => {
    const call = { item: 'call', validFrom: '2026-01-01', perThousand: { amount: 1, currency: 'VND' }, source: 'tariff' }
    expect(read({ 'prices.json': { prices: [call] } }).lines).toEqual([
      expect.stringMatching(/^prices\.json: prices: .* - expected a price for email$/),
    ])
  })

  test('a pack that forbids public holidays is refused where the calendar of its country is missing', () => {
    expect(read({ 'policy/fr.json': FRENCH_FILES['policy/fr.json'] }).lines).toEqual([
      'policy/fr.json: country: FR - expected a country that has a file in calendar/: the pack forbids its public holidays',
    ])
  })

  test.each([
    ['calendar', 'calendar/frankreich.json', FRENCH_FILES['calendar/fr.json']],
    ['policy', 'policy/france.json', FRENCH_FILES['policy/fr.json']],
  ])('a second %s of a country is refused: which one holds would depend on its name', (folder, file, text) => {
    expect(read({ ...FRENCH_FILES, [file]: text }).lines).toEqual([
      expect.stringMatching(
        new RegExp(`^${folder}/fr.*: country: FR - a country has one file; .*${folder}/fr.* is of this country already$`),
      ),
    ])
  })

  test.each([
    ['calendar', { 'policy/fr.json': FRENCH_FILES['policy/fr.json'] }],
    ['policy', { 'calendar/fr.json': FRENCH_FILES['calendar/fr.json'] }],
  ])('a company in a country without a %s is refused, and the folder is named', (folder, files) => {
    const inFrance = { ...company, country: 'FR', calendar: undefined }
    expect(read({ ...files, 'company.json': inFrance }).lines).toEqual([
      `company.json: country: FR - expected a country that has a file in ${folder}/`,
    ])
  })

  test('a country whose file is broken is not called missing', () => {
    expect(read({ 'calendar/vn.json': { ...readProjectJson('calendar/vn.json'), compensation: 'some' } }).lines).toEqual([
      'calendar/vn.json: compensation: some - expected one of "nextWorkingDay", "none"',
    ])
  })

  test('an observance taken off that the country does not have is found here, not when the planner needs the day', () => {
    const overrides = { dayOffOccasions: ['vn.culture-day', 'vn.halloween'] }
    const { lines } = read({ 'company.json': { ...company, calendar: { overrides } } })
    expect(lines).toEqual([
      expect.stringMatching(
        /^company\.json: calendar\.overrides\.dayOffOccasions\[1\]: vn\.halloween - expected an occasion of calendar\/vn\.json: vn\.new-year, /,
      ),
    ])
  })
})
