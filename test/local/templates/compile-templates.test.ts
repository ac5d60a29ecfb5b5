import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { inEnglish } from '#test/support/in-english.ts'
import { someFields, someOrder, someSources, someSurvey, someVoucher } from '#test/web/rendering/sample-fields.ts'
import { checkTemplates } from '#web/rendering/check-template.ts'
import { CompiledTemplatesSchema } from '#web/rendering/compiled-template.ts'
import { renderMail } from '#web/rendering/render-mail.ts'

/** What each survey's own template asks; a reminder asks any. */
const KINDS: Readonly<Record<string, SurveyKind>> = {
  'survey-ces': 'ces',
  'survey-csat': 'csat',
  'survey-csi': 'csi',
  'survey-fcr': 'fcr',
  'survey-nps': 'nps',
}

const ours = resolve(import.meta.dirname, '../../../templates')

describe('the templates of the product', async () => {
  const { templates, problems } = await compileTemplates(ours)
  const surveys = ['survey-ces', 'survey-csat', 'survey-csi', 'survey-fcr', 'survey-nps', 'survey-reminder']
  /** Sent by no campaign. */
  const notices = ['case-follow-up', 'case-hours', 'case-mail', 'case-skeleton', 'case-solved', 'opt-out-confirmation']
  const greetings = [
    'after-delivery',
    'birthday-gift',
    'courtesy-mail',
    'missed-call',
    'guide-by-mail',
    'company-anniversary',
    'mid-autumn',
    'national-day',
    'notice-to-buyers',
    'purchase-anniversary',
    'tet-greeting',
    'vietnamese-womens-day',
    'womens-day',
  ]
  const names = [...greetings, ...surveys]
  const asks = (name: string) => surveys.includes(name)
  const surveyOf = (name: string) => (asks(name) ? someSurvey(KINDS[name] ?? 'nps') : null)
  const mails = names.flatMap((name) => ['vi', 'en'].map((locale) => [name, locale] as const))
  const hasGift = (name: string) => name === 'birthday-gift'
  const isAfterOrder = (name: string) => name === 'after-delivery'
  const orderOf = (name: string) => (isAfterOrder(name) ? someOrder : null)

  test('compile without a problem, each in Vietnamese and English, and survive JSON', () => {
    expect(problems).toEqual([])
    expect(Object.entries(templates).map(([name, languages]) => [name, Object.keys(languages)])).toEqual(
      [...names, ...notices].sort().map((name) => [name, ['en', 'vi']]),
    )
    expect(CompiledTemplatesSchema.parse(JSON.parse(JSON.stringify(templates)))).toEqual(templates)
  })

  test('suit the campaigns they are for', () => {
    const uses = names.map((template) => ({
      campaignFile: `campaigns/${template}.json`,
      template,
      locales: ['vi', 'en'],
      hasGift: hasGift(template),
      asks: asks(template),
      ...(isAfterOrder(template) && { order: 'delivered' as const }),
      contentClass: hasGift(template) ? ('advertising' as const) : asks(template) ? ('survey' as const) : ('care' as const),
    }))
    expect(checkTemplates({ templates, uses })).toEqual([])
  })

  test.each(mails)('%s in %s is a whole letter with its footer, with years and without', (template, locale) => {
    for (const years of [7, null]) {
      const occasion = { name: 'Dịp', date: '2026-09-02', years }
      const voucher = hasGift(template) ? someVoucher : null
      const fields = someFields({ locale, occasion, purchase: orderOf(template), voucher, survey: surveyOf(template) })
      const mail = renderMail({ templates, template, locale, fallbackLocales: [], fields, label: null })
      for (const part of [mail.html, mail.text]) {
        expect(part).not.toMatch(/\{\{|\}\}|\[\[|\]\]|undefined|\bnull\b|NaN/)
        expect(part).toContain(locale === 'vi' ? 'Anh Dũng thân mến' : 'Dear Dũng,')
        for (const duty of ['Công ty TNHH Nội thất An Nhiên', '25 Nguyễn Thị Minh Khai', '1900 1234', 'cskh@annhien.example'])
          expect(part).toContain(duty)
        expect(part).toContain('https://care.annhien.example/u/abc')
        expect(part).toContain('https://care.annhien.example/p/abc')
      }
      expect(mail.html).toContain(`<html lang="${locale}"`)
      expect(mail.html).not.toMatch(/<img|<script|url\(|<link|@import/i)
      expect(mail.html).not.toMatch(/<p>\s*<\/p>/)
      expect(mail.text).not.toMatch(/\*\*|<[a-z]|&[a-z]+;|\n{3}/)
      expect(mail.subject.length).toBeLessThan(100)
    }
  })

  test.each(mails)('%s in %s speaks politely to someone of whom only the address is known', (template, locale) => {
    const customer = { fullName: '', givenName: null, addressName: null, honorific: 'none', gender: null } as const
    const voucher = hasGift(template) ? someVoucher : null
    const fields = someFields({ locale, customer, purchase: orderOf(template), voucher, survey: surveyOf(template) })
    const mail = renderMail({ templates, template, locale, fallbackLocales: [], fields, label: null })
    expect(mail.text).toMatch(locale === 'vi' ? /^Quý khách thân mến,/ : /^Dear Customer,/)
  })

  test('transactional mail carries no opt-out line and no hole where it was', () => {
    const fields = someFields({ purchase: someOrder, links: null })
    const mail = renderMail({ templates, template: 'after-delivery', locale: 'vi', fallbackLocales: [], fields, label: null })
    expect(mail.html).not.toContain('Ngừng nhận thư')
    expect(mail.text.endsWith('Website: https://annhien.example\n')).toBe(true)
  })

  test('a greeting names neither price nor offer', () => {
    for (const [name, locale] of mails.filter(([name]) => !hasGift(name))) {
      const mail = templates[name]?.[locale]
      expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/giảm giá|khuyến mãi|ưu đãi|mua ngay|voucher|discount|sale|offer|₫|%/i)
    }
  })

  test('the birthday text shows the gift as lines, with and without a page for it', () => {
    const text = (link: string | null) => {
      const fields = someFields({ voucher: { ...someVoucher, link } })
      return renderMail({ templates, template: 'birthday-gift', locale: 'vi', fallbackLocales: [], fields, label: '[QC]' }).text
    }
    expect(text(null)).toContain('\n  Mã quà tặng: SN-7K2M-9QXW\n  Dùng đến hết ngày 02/10/2026\n\n')
    expect(text('https://x.example/q?a=1')).toContain('\n  Dùng quà tặng: https://x.example/q?a=1\n\n')
  })
})

describe('the question in a mail', async () => {
  const { templates } = await compileTemplates(ours)
  const LINK = 'https://care.annhien.example/s/token'
  const asked = (kind: SurveyKind, locale = 'vi') => {
    const fields = someFields({ locale, survey: someSurvey(kind) })
    return renderMail({ templates, template: 'survey-reminder', locale, fallbackLocales: [], fields, label: null })
  }

  test.each([
    ['nps', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['csat', [1, 2, 3, 4, 5]],
    ['ces', [1, 2, 3, 4, 5, 6, 7]],
    ['fcr', [1, 0]],
    // One button for all, which chooses nothing.
    ['csi', [null]],
  ] as const)('of %s has a button for each score, and one plain link', (kind, scores) => {
    const links = [...asked(kind).html.matchAll(/href="(https:\/\/care\.annhien\.example\/s\/[^"]*)"/g)].map(([, link]) => link)
    expect(links).toEqual([...scores.map((score) => (score === null ? LINK : `${LINK}?score=${score}`)), LINK])
  })

  test.each([
    ['nps', 'vi', ['0 = Hoàn toàn không, 10 = Chắc chắn có', 'bằng một số từ 0 đến 10']],
    ['nps', 'en', ['0 = Not at all likely, 10 = Extremely likely', 'answer this mail with a number from 0 to 10']],
    ['csat', 'vi', ['1 = Rất không hài lòng', '5 = Rất hài lòng', 'bằng một số từ 1 đến 5']],
    ['ces', 'en', ['1 = Very difficult, 7 = Very easy', 'a number from 1 to 7']],
    ['fcr', 'vi', ['Rồi / Chưa', '“Rồi” hoặc “Chưa”']],
    ['csi', 'vi', ['Nhìn chung · So với mong đợi · So với nơi lý tưởng', 'trả lời thư này bằng lời: sẽ có người đọc']],
    ['csi', 'en', ['Overall · Against what was expected', 'answer this mail in your own words']],
  ] as const)('of %s in %s says in plain text what to do, with one link', (kind, locale, words) => {
    const { text } = asked(kind, locale)
    for (const word of words) expect(text).toContain(word)
    expect(text.split(LINK)).toHaveLength(2)
    expect(text).toContain(locale === 'vi' ? 'đến hết ngày 07/04/2027' : 'until the end of 7 April 2027')
  })

  test('speaks to the customer, and a company’s name with braces in it stays a name', () => {
    const company = { ...someSources().company, name: 'A {honorific} & <b>' }
    const fields = someFields({ company, survey: someSurvey('nps') })
    const { html } = renderMail({ templates, template: 'survey-nps', locale: 'vi', fallbackLocales: [], fields, label: null })
    expect(html).toContain('anh có sẵn sàng giới thiệu A {honorific} &amp; &lt;b&gt; cho bạn bè')
  })
})

describe('a folder somebody is working on', () => {
  const made: string[] = []
  afterEach(async () => {
    for (const dir of made.splice(0)) await rm(dir, { recursive: true })
  })
  async function compile(files: Readonly<Record<string, string>>, without: readonly string[] = []) {
    const dir = await mkdtemp(join(tmpdir(), 'templates-'))
    made.push(dir)
    await cp(join(ours, 'layouts'), join(dir, 'layouts'), { recursive: true })
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(dir, name)), { recursive: true })
      await writeFile(join(dir, name), content)
    }
    for (const name of without) await rm(join(dir, name), { recursive: true })
    return compileTemplates(dir)
  }
  const letter = (body: string) => `subject: Chào\npreheader: Từ\n\n${body}\n`
  const rendered = async (body: string, voucher: typeof someVoucher | null = null) => {
    const { templates } = await compile({ 'x/vi.md': letter(body) })
    const fields = someFields({ voucher })
    return renderMail({ templates, template: 'x', locale: 'vi', fallbackLocales: [], fields, label: null })
  }

  test('a block around paragraphs and the voucher comes and goes as a whole', async () => {
    const body = 'Trước\n\n{{#if voucher}}\nCó quà:\n\n[[voucher]]\n{{else}}\nKhông có quà\n{{/if}}\n\nSau'
    const without = await rendered(body)
    expect(without.text).toMatch(/^Trước\n\nKhông có quà\n\nSau\n\n-/)
    expect(without.html).not.toContain('gift-code"')
    const having = await rendered(body, someVoucher)
    expect(having.text).toMatch(/^Trước\n\nCó quà:\n\nQuà tặng dành cho anh\n {2}500\.000/)
    expect(having.html).toContain('SN-7K2M-9QXW')
    expect(having.html).not.toContain('Không có quà')
  })

  test('rows stay balanced whichever way a condition falls', async () => {
    const body = '{{#if voucher}}\na\n\n[[voucher]]\n{{/if}}\nb'
    for (const voucher of [null, someVoucher]) {
      const { html } = await rendered(body, voucher)
      for (const tag of ['table', 'tr', 'td', 'div', 'p'])
        expect(html.match(new RegExp(`<${tag}[\\s>]`, 'g'))?.length).toBe(html.match(new RegExp(`</${tag}>`, 'g'))?.length)
    }
  })

  test('a preheader with quotes and brackets stays words', async () => {
    const { templates } = await compile({ 'x/vi.md': 'subject: a "b" <c>\npreheader: d & "e" <f>\n\nx' })
    expect(templates.x?.vi).toMatchObject({ subject: 'a "b" <c>', preheader: 'd & "e" <f>' })
    expect(templates.x?.vi?.html).toContain('d &amp; &quot;e&quot; &lt;f&gt;')
  })

  test.each([
    ['a tag left open', letter('Chào\n\n{{#if voucher}}\nx'), 6, '{{#if voucher}}'],
    ['a tag broken off', letter('Chào\n{{greetingName}\nx'), 5, '{{greetingName}'],
    ['a block closed by another', letter('{{#if voucher}}\nx\n{{/unless}}'), 4, '{{#if voucher}}'],
    ['a helper', letter('a\n\n{{upper greetingName}}'), 6, '{{upper greetingName}}'],
    ['three braces', letter('{{{greetingName}}}'), 4, '{{{greetingName}}}'],
    ['a broken subject', 'subject: {{x\npreheader: y\n\nz', 'subject', '{{x'],
    ['a picture behind a block', letter('a\n{{#if voucher}}\nb\n\n![x](y)\n{{/if}}'), 8, '![x](y)'],
  ])('%s is reported with file and place, and the mail is not compiled', async (_, content, place, value) => {
    const { templates, problems } = await compile({ 'x/vi.md': content, 'y/vi.md': letter('fine') })
    const where = typeof place === 'number' ? { path: '', line: place } : { path: place }
    expect(problems[0]).toMatchObject({ file: 'templates/x/vi.md', ...where, value })
    expect(Object.keys(templates)).toEqual(['y'])
  })

  test('a language that the layout does not speak is a problem', async () => {
    const { problems } = await compile({ 'x/ko.md': letter('x') })
    expect(inEnglish(problems)).toMatchObject([
      { file: 'templates/x/ko.md', value: 'ko', expected: expect.stringContaining('words.ko.json') },
    ])
  })

  test('a word that the layout needs and a language lacks is a problem', async () => {
    const { problems } = await compile({ 'layouts/words.ko.json': '{ "phone": "전화" }', 'x/ko.md': letter('x') })
    expect(inEnglish(problems)).toContainEqual({
      file: 'templates/layouts/words.ko.json',
      path: 'unsubscribe',
      value: '',
      expected: 'a text for [[words.unsubscribe]] of the layout',
    })
  })

  test('a words file that is no JSON, and a file that is no language, are problems', async () => {
    const { problems } = await compile({ 'layouts/words.ko.json': '{', 'x/vietnamese.md': letter('x') })
    expect(problems).toMatchObject([{ file: 'templates/layouts/words.ko.json' }, { value: 'vietnamese.md' }])
  })

  test.each(['layouts/letter.mjml', 'layouts/survey.txt'])(
    '%s that is not there is a problem of the layout, not a crash',
    async (name) => {
      const { templates, problems } = await compile({ 'x/vi.md': letter('x') }, [name])
      expect(templates).toEqual({})
      expect(problems).toMatchObject([{ file: `templates/${name}`, value: 'no such file' }])
    },
  )

  test('a layout without a place for the letter is a problem of the layout', async () => {
    const wrong = '<mjml lang="[[locale]]"><mj-body><mj-section><mj-column></mj-column></mj-section></mj-body></mjml>'
    const { problems } = await compile({ 'layouts/letter.mjml': wrong, 'x/vi.md': letter('x') })
    expect(problems[0]).toMatchObject({ file: 'templates/layouts/letter.mjml', value: 'no place for a letter' })
  })

  test('a layout that is not MJML is a problem of the layout', async () => {
    const wrong = '<mjml lang="[[locale]]"><mj-body><mj-section><mj-colum>[[content]]</mj-colum></mj-section></mj-body></mjml>'
    const { problems } = await compile({ 'layouts/letter.mjml': wrong, 'x/vi.md': letter('x') })
    expect(problems[0]).toMatchObject({ file: 'templates/layouts/letter.mjml', value: expect.stringContaining('mj-colum') })
  })
})
