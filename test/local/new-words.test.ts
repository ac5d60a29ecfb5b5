/** Words that come while the system runs: new ones are sent, changed ones are a new version, wrong ones leave the old in force. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { events } from '#app/events.ts'
import { viewOccurrence } from '#app/operating/occurrence-view.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { someWords } from '#test/support/builders.ts'
import { inEnglish } from '#test/support/in-english.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem

beforeEach(async () => {
  company = smallCompany({ startOn: '2027-03-03', campaigns: ['womens-day'] })
  // One of the ready-made campaigns is enough, and every other would be planned each day.
  system = await company.start()
})
afterEach(async () => {
  await system.stop()
  company.remove()
})

const LETTER = {
  vi: 'subject: Chào {{greetingName}}\npreheader: Một lời thăm\n\n{{greetingName}} thân mến,\n\nVườn trà đã vào vụ xuân.\n',
  en: 'subject: Hello {{greetingName}}\npreheader: A word\n\nDear {{greetingName}},\n\nThe spring harvest has begun.\n',
}

function writeTemplate(name: string, letter: Readonly<Record<string, string>> = LETTER): void {
  mkdirSync(join(company.templateFolder, name), { recursive: true })
  for (const [locale, text] of Object.entries(letter)) writeFileSync(join(company.templateFolder, name, `${locale}.md`), text)
}

const writeCampaign = (id: string, day: number) =>
  writeFileSync(
    join(company.campaignFolder, `${id}.json`),
    JSON.stringify({
      id,
      name: { vi: 'Vụ trà xuân', en: 'Spring harvest' },
      contentClass: 'care',
      occasion: { kind: 'fixed', month: 3, day },
      touch: { channel: 'email', template: id },
      window: { from: '09:00', to: '11:00' },
      limits: { priority: 95 },
      lives: { from: '2026-01-01' },
    }),
  )

async function moveTo(instant: string): Promise<void> {
  system.moves?.to(instant)
  await system.moves?.idle()
  expect(system.moves?.latest()).toMatchObject({ state: 'arrived' })
}

const balanceOf = async (occurrenceId: string) =>
  (await viewOccurrence(system.stack.stores.occurrences, occurrenceId))?.balance ?? null

const texts = () => system.stack.mailbox.list({ limit: 50 }).messages.map(({ messageId }) => textOf(messageId))
const textOf = (messageId: string) => system.stack.mailbox.get(messageId)?.text ?? ''

const accepted = (id: string) =>
  system.files
    .standing()
    .accepted.filter(({ campaignId }) => campaignId === id)
    .map(({ version, result }) => `${version} ${result}`)

test('a template and its campaign, both new: everybody who is meant gets the new words', async () => {
  writeTemplate('spring-tea')
  writeCampaign('spring-tea', 4)
  await system.files.refresh()
  expect(system.files.standing().problems).toEqual([])
  await moveTo('2027-03-05T00:00:00.000Z')
  expect(await balanceOf('spring-tea_2027-03-04')).toMatchObject({ sent: 3, failed: 0 })
  expect(texts().filter((text) => text.includes('Vườn trà đã vào vụ xuân.'))).toHaveLength(3)
})

test('changed words are a new version of the campaigns that use them, and what was planned before goes out in its own words', async () => {
  writeTemplate('spring-tea')
  writeCampaign('spring-tea', 4)
  await system.files.refresh()
  expect(accepted('spring-tea')).toEqual(['1 accepted'])
  // Planned for the last time two hours before it goes out.
  await moveTo('2027-03-04T01:30:00.000Z')
  writeTemplate('spring-tea', { ...LETTER, vi: LETTER.vi.replace('vụ xuân', 'mùa hoa') })
  await system.files.refresh()
  expect(accepted('spring-tea')).toEqual(['2 accepted'])
  expect(accepted('womens-day')).toEqual(['1 unchanged'])
  await moveTo('2027-03-05T00:00:00.000Z')
  expect(texts().filter((text) => text.includes('vụ xuân'))).toHaveLength(3)
  expect(texts().filter((text) => text.includes('mùa hoa'))).toEqual([])
})

test('a wrong template is refused with its reasons, its campaign stays as it was accepted, and others come in force', async () => {
  writeTemplate('spring-tea')
  writeCampaign('spring-tea', 4)
  await system.files.refresh()
  writeTemplate('spring-tea', { vi: LETTER.vi.replace('{{greetingName}} thân mến', '{{greetingNmae}} thân mến') })
  writeTemplate('summer-tea')
  writeCampaign('summer-tea', 20)
  await system.files.refresh()
  expect(inEnglish(system.files.standing().problems)).toEqual([
    { file: 'templates/spring-tea/vi.md', path: 'body', value: '{{greetingNmae}}', expected: '{{greetingName}}' },
  ])
  expect([accepted('spring-tea'), accepted('summer-tea')]).toEqual([[], ['1 accepted']])
  await moveTo('2027-03-05T00:00:00.000Z')
  expect(await balanceOf('spring-tea_2027-03-04')).toMatchObject({ sent: 3, failed: 0 })

  writeTemplate('spring-tea')
  await system.files.refresh()
  expect(system.files.standing().problems).toEqual([])
  expect(accepted('spring-tea')).toEqual(['1 unchanged'])
})

test('a letter with one language broken does not come in force with the other alone', async () => {
  writeTemplate('spring-tea')
  writeCampaign('spring-tea', 4)
  await system.files.refresh()
  writeTemplate('spring-tea', { 'en-AU': 'subject: Hello\n\nDear {{greetingName}},' })
  writeTemplate('spring-tea', { vi: LETTER.vi.replace('vụ xuân', 'mùa hoa') })
  await system.files.refresh()
  expect(system.files.standing().problems.map(({ file, path }) => `${file} ${path}`)).toContain(
    'templates/spring-tea/en-AU.md preheader',
  )
  expect(accepted('spring-tea')).toEqual([])
})

test('a changed layout is a new version of every campaign', async () => {
  const file = join(company.templateFolder, 'layouts', 'letter.txt')
  writeFileSync(file, readFileSync(file, 'utf8').replace('----------------------------------------', '~~~~~~~~'))
  await system.files.refresh()
  expect(new Set(system.files.standing().accepted.map(({ version, result }) => `${version} ${result}`))).toEqual(
    new Set(['2 accepted']),
  )
})

test('a campaign that the version before accepted, without words, still goes out in those that came with the code', async () => {
  const { campaigns } = system.stack.stores
  const [womensDay] = (await campaigns.latest()).filter(({ definition }) => definition.id === 'womens-day')
  if (!womensDay) throw new Error('no such campaign')
  const definition = {
    ...womensDay.definition,
    id: 'old-greeting',
    occasion: { kind: 'fixed', month: 3, day: 4, roll: 'none' } as const,
  }
  await campaigns.accept({ definition, version: 1, acceptedAt: '2027-02-01T00:00:00.000Z', acceptedBy: 'lan' })
  await moveTo('2027-03-05T00:00:00.000Z')
  expect((await balanceOf('old-greeting_2027-03-04'))?.sent).toBeGreaterThan(0)
  expect(await balanceOf('old-greeting_2027-03-04')).toMatchObject({ failed: 0, deferred: 0 })
})

test('accepted from elsewhere with a template that this system never saw, the senders know its words', async () => {
  const { campaigns, words } = system.stack.stores
  const [womensDay] = (await campaigns.latest()).filter(({ definition }) => definition.id === 'womens-day')
  if (!womensDay) throw new Error('no such campaign')
  const definition = {
    ...womensDay.definition,
    id: 'from-elsewhere',
    occasion: { kind: 'fixed', month: 3, day: 4, roll: 'none' } as const,
    touch: { channel: 'email', template: 'never-seen' } as const,
  }
  const letter = someWords('never-seen', 'Thư từ nơi khác {{unsubscribeLink}}')
  const silent = events({ event: () => {}, alarm: () => {} })
  await acceptCampaigns(
    { campaigns, words, events: silent },
    { accepting: [{ definition, words: letter }], at: system.clock.now(), by: 'hoa' },
  )
  await moveTo('2027-03-05T00:00:00.000Z')
  const { sent = 0, failed } = (await balanceOf('from-elsewhere_2027-03-04')) ?? {}
  expect([sent > 0, failed]).toEqual([true, 0])
  expect(texts().filter((text) => text.startsWith('Thư từ nơi khác http'))).toHaveLength(sent)
})
