/** The guides, the command and the pages call a thing by one word: that of the pages. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OUTCOME_STATES } from '#core/audience/outcome.ts'
import { ACT_WORDS } from '#web/words/acts.ts'
import { CAMPAIGN_STATE_WORDS } from '#web/words/campaigns.ts'
import { STATE_WORDS } from '#web/words/outcome-states.ts'
import { withheldInWords } from '#web/words/outcomes.ts'

const read = (name: string) => readFileSync(resolve(import.meta.dirname, '../../docs', name), 'utf8')

/** What the guides once said, and what the pages say instead. */
const OLD_WORDS = [
  [/tạm hoãn/i, STATE_WORDS.vi.deferred],
  [/hoãn lại/i, STATE_WORDS.vi.deferred],
  [/gửi thất bại|thất bại/i, STATE_WORDS.vi.failed],
  [/giữ lại(?! để so sánh)/i, STATE_WORDS.vi.withheld],
  [/(?<![\p{L}])đợt(?![\p{L}])/iu, 'dịp'],
  [/đối chứng/i, 'nhóm so sánh'],
] as const

describe.each(['guide-marketing.vi.md', 'guide-staff.vi.md', 'guide-head.vi.md'])('%s', (file) => {
  test.each(OLD_WORDS)('says nowhere %s: the pages say %s', (old) => {
    expect(read(file).match(old)?.[0]).toBeUndefined()
  })
})

describe.each(['vi', 'en'] as const)('the guides in %s', (locale) => {
  test.each(OUTCOME_STATES)('name the outcome %s as the pages do', (line) => {
    expect(read(`guide-marketing.${locale}.md`)).toContain(STATE_WORDS[locale][line])
  })

  test.each(['settle-sent', 'settle-not-sent', 'resend'] as const)('name the act %s as its button does', (act) => {
    expect(read(`guide-staff.${locale}.md`)).toContain(`_${ACT_WORDS[locale][act]}_`)
  })

  test('name the state of a paused campaign as the pages do', () => {
    expect(read(`guide-marketing.${locale}.md`).toLowerCase()).toContain(CAMPAIGN_STATE_WORDS[locale].paused)
  })
})

test.each(OUTCOME_STATES)('what files and --json call %s is the English word of the pages', (line) => {
  expect(STATE_WORDS.en[line]).toBe(line)
})

const ROOT = resolve(import.meta.dirname, '../..')
const sources = (folder: string): readonly string[] =>
  readdirSync(resolve(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => resolve(entry.parentPath, entry.name))

describe('one thing has one word on all pages and in all figures', () => {
  test.each([
    [/đối chứng/i, 'nhóm so sánh'],
    [/giữ lại so sánh/i, STATE_WORDS.vi.withheld],
    [/(?<!\p{L})chương trình/iu, 'chiến dịch'],
    [/thư điện tử/i, 'email'],
    [/chạm đến/i, 'về'],
  ])('nowhere %s: %s', (other) => {
    const saying = ['web', 'core/kpi', 'core/report', 'functions', 'local'].flatMap(sources)
    expect(saying.filter((file) => other.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  test('who was withheld by a campaign is called so, as in the balance', () => {
    expect(withheldInWords('holdout', 'en')).toContain(STATE_WORDS.en.withheld)
    expect(withheldInWords('holdout', 'vi')).toContain('so sánh')
  })
})

describe('staff are addressed alike, on the pages and in the guides', () => {
  /** Quoted: how a letter addresses a customer of whom nothing is known. */
  const OTHER = /(?<!["“])anh ?\/ ?chị|quý anh chị/i

  test.each(['guide-marketing.vi.md', 'guide-staff.vi.md'])('%s says bạn', (file) => {
    expect(read(file).match(OTHER)?.[0]).toBeUndefined()
    expect(read(file)).toMatch(/(?<!\p{L})bạn(?!\p{L})/u)
  })

  test.each(['web/staff', 'web/words', 'functions/staff', 'local'])('%s says bạn', (folder) => {
    expect(sources(folder).filter((file) => OTHER.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})
