/** The roster's file is deleted while the system runs: the last roster stays in force, and that is said. */
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { STAFF_FILE } from '#core/campaign/company-files.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
beforeEach(async () => {
  company = smallCompany({ startOn: '2027-03-03', campaigns: ['womens-day'] })
  system = await company.start()
})
afterEach(async () => {
  await system.stop()
  company.remove()
})

test('until it is back', async () => {
  const file = join(company.campaignFolder, STAFF_FILE)
  const problems = async () => {
    await system.files.refresh()
    return system.files.standing().problems.map((problem) => problem.file)
  }
  expect(await problems()).toEqual([])
  rmSync(file)
  expect(await problems()).toEqual([`campaigns/${STAFF_FILE}`])
  const roster = await system.stack.stores.roster.current()
  expect(roster?.people.length).toBeGreaterThan(2)
  copyFileSync(join('campaigns', STAFF_FILE), file)
  expect(await problems()).toEqual([])
})
