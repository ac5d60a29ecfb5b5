import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { houseRules } from '#functions/wiring/company-rules.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { gatherCountries } from '#local/countries/gather-countries.ts'
import { campaignFolder, type Json, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'

const CAMPAIGNS = join(import.meta.dirname, '../../../campaigns')
const policy = readProjectJson('policy/vn.json')
const french: Json = { ...readProjectJson('calendar/vn.json'), country: 'FR', occasions: [], officialDecisions: [] }
const company = readProjectJson('company.json')
const prices = readProjectJson('prices.json')
const added = (others: Readonly<Record<string, string | Json | null>> = {}) =>
  campaignFolder({
    'calendar/fr.json': french,
    'policy/fr.json': { ...policy, country: 'FR' },
    'policy/de.json': { ...policy, country: 'DE' },
    ...others,
  })

test('a file that is added to the folders is carried by the functions, without being named anywhere else', () => {
  const { calendars, policies } = gatherCountries(added())
  expect(calendars.map(({ country }) => country)).toEqual(['FR', 'VN'])
  expect(policies.map(({ country }) => country)).toEqual(['DE', 'FR', 'VN'])
})

test('a company is served by the calendar of its own country, and by every policy pack there is', () => {
  const countries = gatherCountries(added({ 'calendar/fr.json': { ...french, weeklyDaysOff: [1] } }))
  const companyRules = houseRules({ company: { ...company, country: 'FR', calendar: undefined }, prices, ...countries })
  // A Monday and a Saturday.
  expect(['2027-03-08', '2027-03-13'].map((day) => companyRules.statutory.isWorkingDay(day))).toEqual([false, true])
  expect(companyRules.policies.map(({ country }) => country)).toEqual(['DE', 'FR', 'VN'])
})

test.each([
  ['calendar', { 'policy/fr.json': { ...policy, country: 'FR' } }],
  ['policy', { 'calendar/fr.json': french }],
])('a company in a country without a %s is refused, and the refusal says which file is missing', (part, others) => {
  const countries = gatherCountries(campaignFolder(others))
  expect(() => houseRules({ company: { ...company, country: 'FR' }, prices, ...countries })).toThrow(
    `campaigns/${part}/ has no file of FR`,
  )
})

test('a file that is wrong is refused by name before anything is deployed', () => {
  expect(() => gatherCountries(added({ 'policy/de.json': '{' }))).toThrow('policy/de.json')
  expect(() => gatherCountries(added({ 'calendar/fr.json': {} }))).toThrow('calendar/fr.json')
})

test('what the functions carry is what the folders of this project hold', () => {
  const { policies } = lambdaSetting('test').companyRules
  expect(policies.map(({ country }) => `${country.toLowerCase()}.json`)).toEqual(readdirSync(join(CAMPAIGNS, 'policy')).sort())
})
