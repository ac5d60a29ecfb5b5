import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { problemLine } from '#core/campaign/problem.ts'
import { carriedCompanyRules } from '#functions/wiring/company-rules.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { carriedFiles } from '#local/templates/carried-files.ts'
import { FRENCH_FILES } from '#test/core/time/france.ts'
import { campaignFolder, type Json, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const carried = (files: Readonly<Record<string, string | Json | null>> = {}) =>
  carriedFiles({ templates: join(ROOT, 'templates'), campaigns: campaignFolder(files) })

async function rulesCarried(files: Parameters<typeof carried>[0] = {}) {
  const made = await carried(files)
  if ('problems' in made) throw new Error(JSON.stringify(made.problems))
  // As the bundle holds them: text.
  return carriedCompanyRules(JSON.parse(JSON.stringify(made.carried['company-files'])))
}

test('a country that is added as files is carried by the functions, without being named anywhere else', async () => {
  const { calendars, policies, calendar, statutory } = await rulesCarried(FRENCH_FILES)
  expect(calendars.map(({ country }) => country)).toEqual(['FR', 'VN'])
  expect(policies.map(({ country }) => country)).toEqual(['FR', 'VN'])
  expect(calendar.isNamedDay('fr.easter-monday', '2027-03-29')).toBe(true)
  expect(['FR', 'VN'].map((country) => statutory.get(country)?.isWorkingDay('2027-03-29'))).toEqual([false, true])
})

test('a company is served by the calendar of its own country, and by every policy pack there is', async () => {
  const inFrance = { ...readProjectJson('company.json'), country: 'FR', calendar: undefined }
  const companyRules = await rulesCarried({ ...FRENCH_FILES, 'company.json': inFrance })
  // Easter Monday, and the first working day of Tết.
  expect(['2027-03-29', '2027-02-08'].map((day) => companyRules.calendar.isWorkingDay(day))).toEqual([false, true])
})

test('a file that is wrong stops the deployment, with its name, the place, the value and what would be right', async () => {
  const wrong = { ...JSON.parse(FRENCH_FILES['policy/fr.json']), country: 'France' }
  const made = await carried({ ...FRENCH_FILES, 'policy/fr.json': wrong })
  expect('problems' in made && made.problems.map((problem) => problemLine(problem, 'en'))).toEqual([
    expect.stringMatching(/policy\/fr\.json: country: France - expected a text of the form /),
  ])
})

test('what the functions carry is what the folders of this project hold', () => {
  const { calendars, policies } = lambdaSetting('test').companyRules
  const files = (of: readonly { readonly country: string }[]) => of.map(({ country }) => `${country.toLowerCase()}.json`)
  expect(files(calendars)).toEqual(readdirSync(join(ROOT, 'campaigns/calendar')).sort())
  expect(files(policies)).toEqual(readdirSync(join(ROOT, 'campaigns/policy')).sort())
})
