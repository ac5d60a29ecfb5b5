/** A country and a language that come as files alone: the local system serves their customers, and says which file is wrong. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FRENCH_FILES } from '#test/core/time/france.ts'
import { aCustomer } from '#test/support/builders.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
beforeEach(() => {
  company = smallCompany({ startOn: '2027-03-29', campaigns: [] })
})
afterEach(() => company.remove())

const write = (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(company.campaignFolder, name), text)
}
const EASTER = JSON.stringify({
  id: 'easter',
  name: { vi: 'Phục sinh', en: 'Easter' },
  contentClass: 'care',
  occasion: { kind: 'calendar-day', day: 'fr.easter-monday' },
  audience: { countries: ['FR'] },
  touch: { channel: 'email', template: 'easter' },
  window: { from: '09:00', to: '12:00' },
  graceDays: 1,
  lives: { from: '2026-01-01' },
})
const LETTERS = {
  vi: 'subject: Chào {{greetingName}}\npreheader: Một lời thăm\n\nChúc mừng Phục sinh.\n',
  en: 'subject: Hello {{greetingName}}\npreheader: A word\n\nHappy Easter.\n',
  fr: 'subject: Bonjour {{greetingName}}\npreheader: Un mot\n\nJoyeuses Pâques.\n',
}

test('customers of the country are greeted about its day when its law allows, on the working day after, and in their language', async () => {
  write({ ...FRENCH_FILES, 'easter.json': EASTER })
  const folder = join(company.templateFolder, 'easter')
  mkdirSync(folder)
  for (const [locale, text] of Object.entries(LETTERS)) writeFileSync(join(folder, `${locale}.md`), text)
  const layouts = join(company.templateFolder, 'layouts')
  cpSync(join(layouts, 'words.en.json'), join(layouts, 'words.fr.json'))
  const system = await company.start()
  try {
    expect(system.files.standing().problems).toEqual([])
    await system.stack.stores.customers.put([
      aCustomer({ customerId: 'KH-FR', country: 'FR', zone: 'Europe/Paris', locale: 'fr', email: 'marie@example.com' }),
    ])
    system.moves?.to('2027-03-30T08:30:00.000Z')
    await system.moves?.idle()
    expect(system.moves?.latest()).toMatchObject({ state: 'arrived' })
    const { messages } = system.stack.mailbox.list({ limit: 10 })
    expect(messages).toMatchObject([
      { to: ['marie@example.com'], subject: expect.stringContaining('Bonjour'), at: expect.stringMatching(/^2027-03-30T08:0/) },
    ])
  } finally {
    await system.stop()
  }
})

test('a pack that is wrong is refused at the start, with file, place, value and what would be right', async () => {
  write({ ...FRENCH_FILES, 'calendar/fr.json': FRENCH_FILES['calendar/fr.json'].replace('"western"', '"roman"') })
  await expect(company.start()).rejects.toThrow(
    /calendar\/fr\.json: occasions\[1\]\.rule\.reckoning: roman - expected one of "western", "orthodox"/,
  )
})

test('a pack that becomes wrong while the system runs is told with its place, and what was accepted stays in force', async () => {
  write(FRENCH_FILES)
  const system = await company.start()
  try {
    write({ 'policy/fr.json': FRENCH_FILES['policy/fr.json'].replace('"1990-01-01"', '"1990-13-01"') })
    await system.files.refresh()
    expect(system.files.standing()).toMatchObject({
      companyChanged: true,
      problems: [{ path: 'periods[0].validFrom', value: '1990-13-01' }],
    })
    rmSync(join(company.campaignFolder, 'policy/fr.json'))
    await system.files.refresh()
    expect(system.files.standing()).toMatchObject({ companyChanged: true, problems: [] })
  } finally {
    await system.stop()
  }
})
