/** What keeps words from coming in force, seen from the files that people write. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { checkCampaignFiles } from '#functions/wiring/check-campaign-files.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { campaignFolder, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'
import { inEnglish } from '#test/support/in-english.ts'
import type { CompiledMail, CompiledTemplates } from '#web/rendering/compiled-template.ts'

let templates: CompiledTemplates = {}
beforeAll(async () => {
  templates = (await compileTemplates(join(import.meta.dirname, '../../../templates'))).templates
})

const greeting = readProjectJson('mid-autumn.json')
const gift = readProjectJson('birthday-gift.json')
const campaign = (id: string, occasion: object, template: string) => ({
  ...greeting,
  id,
  occasion,
  touch: { channel: 'email', template },
})
const check = (
  files: Parameters<typeof campaignFolder>[0],
  over: CompiledTemplates = templates,
  problems: readonly Problem[] = [],
) => {
  const folder = campaignFolder(files)
  return checkCampaignFiles(readCampaignFolder(folder, folder), over, { templateProblems: problems })
}
const accepted = ({ accepting }: ReturnType<typeof check>) =>
  accepting.map(({ definition, words }) => [definition.id, words?.template])
const mailOf = (template: string): CompiledMail => templates[template]?.vi ?? { subject: '', preheader: '', html: '', text: '' }

test('what may come in force comes with the words it was judged with, in every language they have', () => {
  const checked = check({ 'a.json': greeting, 'b.json': gift })
  expect(checked.problems).toEqual([])
  expect(accepted(checked)).toEqual([
    ['mid-autumn', 'mid-autumn'],
    ['birthday-gift', 'birthday-gift'],
  ])
  expect(checked.accepting[0]?.words?.mails).toBe(templates['mid-autumn'])
  expect(checked.notices.map(({ template }) => template)).toEqual([
    'opt-out-confirmation',
    'case-mail',
    'case-skeleton',
    'case-solved',
    'case-follow-up',
    'case-hours',
  ])
})

describe('a mistake in a template’s files', () => {
  const problem = {
    file: 'templates/mid-autumn/en-AU.md',
    path: 'preheader',
    value: '',
    expected: { vi: 'một dòng', en: 'a line' },
  }

  test('keeps the campaigns that use it as they were, in every language, and is told once', () => {
    const checked = check({ 'a.json': greeting, 'b.json': gift }, templates, [problem])
    expect(accepted(checked)).toEqual([['birthday-gift', 'birthday-gift']])
    expect(checked.problems).toEqual([problem])
  })

  test('of a template whose name begins alike keeps nobody', () => {
    const other = { ...problem, file: 'templates/mid-autumn-2/vi.md' }
    const checked = check({ 'a.json': greeting }, templates, [other])
    expect(accepted(checked)).toHaveLength(1)
    expect(checked.problems).toEqual([other])
  })

  test('in the layout keeps every campaign and every notice as it was', () => {
    const layout = { ...problem, file: 'templates/layouts/letter.mjml' }
    const checked = check({ 'a.json': greeting, 'b.json': gift }, {}, [layout])
    expect(checked.accepting).toEqual([])
    expect(checked.notices).toEqual([])
    expect(checked.problems).toEqual([layout])
  })

  test('in the confirmation of a stop keeps that one as it was', () => {
    const own = { ...problem, file: 'templates/opt-out-confirmation/vi.md' }
    const checked = check({ 'a.json': greeting }, templates, [own])
    expect(accepted(checked)).toHaveLength(1)
    expect(checked.notices.map(({ template }) => template)).toEqual([
      'case-mail',
      'case-skeleton',
      'case-solved',
      'case-follow-up',
      'case-hours',
    ])
  })
})

test('a further language is judged like the others: what its readers would not get is refused', () => {
  const australian = { ...mailOf('mid-autumn'), text: `${mailOf('mid-autumn').text} {{voucher.code}}` }
  const over = { ...templates, 'mid-autumn': { ...templates['mid-autumn'], 'en-AU': australian } }
  const checked = check({ 'a.json': greeting }, over)
  expect(checked.accepting).toEqual([])
  expect(checked.problems).toMatchObject([{ file: 'templates/mid-autumn/en-AU.md', value: '{{voucher.code}}' }])
})

test('words beyond what can be kept are refused with size and limit', () => {
  const digest = (n: number) => createHash('sha256').update(String(n)).digest('base64')
  const noise = Array.from({ length: 13_000 }, (_, n) => digest(n)).join(' ')
  const { vi, en } = templates['mid-autumn'] ?? {}
  const over = { ...templates, 'mid-autumn': { vi: { ...vi!, text: `${vi!.text} ${noise}` }, en: en! } }
  const checked = check({ 'a.json': greeting, 'b.json': gift }, over)
  expect(accepted(checked)).toEqual([['birthday-gift', 'birthday-gift']])
  expect(inEnglish(checked.problems)).toMatchObject([
    { path: 'touch.template', value: 'mid-autumn', expected: expect.stringMatching(/at most 350000/) },
  ])
})

describe('a letter that speaks of the order', () => {
  const order = { kind: 'after-purchase', offset: { days: 5 } }
  const about = (words: string): CompiledTemplates => {
    const { vi, en } = templates['mid-autumn'] ?? {}
    const speaking = (mail: CompiledMail) => ({ ...mail, html: `${mail.html}${words}`, text: `${mail.text}${words}` })
    return { ...templates, tea: { vi: speaking(vi!), en: speaking(en!) } }
  }
  const product = '{{#if purchase.product}}{{purchase.product}}{{/if}}'

  test.each([
    ['birthday', { kind: 'birthday' }],
    ['anniversary', { kind: 'purchase-anniversary' }],
    ['months', { kind: 'every-n-months', months: 6 }],
    ['call', { kind: 'after-call', offset: { days: 1 } }],
    ['tet', { kind: 'lunar', month: 1, day: 1 }],
  ])('is refused for an occasion without one: %s', (id, occasion) => {
    const { problems, accepting } = check({ 'a.json': campaign(id, occasion, 'tea') }, about(product))
    expect(accepting).toEqual([])
    expect(inEnglish(problems)).toContainEqual({
      file: 'templates/tea/vi.md',
      path: 'body',
      value: '{{purchase.product}}',
      expected: expect.stringContaining('about none: only after-purchase and after-delivery are'),
    })
  })

  test('is right after an order', () => {
    expect(check({ 'a.json': campaign('tea', order, 'tea') }, about(product)).problems).toEqual([])
    const delivered = { ...order, kind: 'after-delivery' }
    expect(check({ 'a.json': campaign('tea', delivered, 'tea') }, about('{{purchase.deliveredOn}}')).problems).toEqual([])
    expect(check({ 'a.json': campaign('tea', order, 'tea') }, about('{{purchase.deliveredOn}}')).problems).toHaveLength(2)
  })
})
