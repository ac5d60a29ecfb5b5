import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { careInMemory, NOW } from '#test/cli/care-run.ts'
import { campaignFolder, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'
import { aCustomer } from '#test/support/builders.ts'

const greeting = readProjectJson('mid-autumn.json')
const other = readProjectJson('national-day.json')
const write = (folder: string, name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content))

describe('care accept', () => {
  test('puts campaigns in force with who answers for it; the same again is left alone; a changed one is a new version', async () => {
    const { care, stores } = careInMemory()
    const folder = campaignFolder({ 'a.json': greeting, 'b.json': other })
    expect(await care('accept', folder, '--by', 'Lan')).toMatchObject({
      exitCode: 0,
      printed:
        'mid-autumn: version 1 accepted\nnational-day: version 1 accepted\nopt-out-confirmation: new words accepted\ncase-mail: new words accepted\ncase-skeleton: new words accepted\ncase-solved: new words accepted\ncase-follow-up: new words accepted\ncase-hours: new words accepted',
    })
    expect(await stores.campaigns.latest()).toMatchObject([
      { definition: { id: 'mid-autumn' }, acceptedBy: 'Lan', acceptedAt: NOW },
      { definition: { id: 'national-day' } },
    ])
    expect((await care('accept', folder)).printed).toBe('mid-autumn: version 1 unchanged\nnational-day: version 1 unchanged')
    write(folder, 'a.json', { ...greeting, graceDays: 3 })
    expect((await care('accept', folder)).printed).toBe('mid-autumn: version 2 accepted\nnational-day: version 1 unchanged')
    expect(await stores.campaigns.version('mid-autumn', 1)).toMatchObject({ definition: { graceDays: greeting.graceDays ?? 0 } })
  })

  test('refuses a wrong file with its reasons, and its last accepted version stays in force beside the good ones', async () => {
    const { care, stores } = careInMemory()
    const folder = campaignFolder({ 'a.json': greeting, 'b.json': other })
    await care('accept', folder)
    write(folder, 'a.json', { ...greeting, window: { from: '23:00', to: '23:30' } })
    write(folder, 'b.json', { ...other, graceDays: 2 })
    const run = await care('accept', folder)
    expect(run).toMatchObject({ exitCode: 1, printed: 'national-day: version 2 accepted' })
    expect(run.refused).toEqual([
      expect.stringMatching(/a\.json: window: 23:00-23:30 - cần /),
      'The last accepted versions of these stay in force.',
    ])
    expect(await stores.campaigns.latest()).toMatchObject([
      { definition: { id: 'mid-autumn', window: greeting.window }, version: 1 },
      { definition: { id: 'national-day', graceDays: 2 }, version: 2 },
    ])
  })

  test('accepts nothing while the company’s own files are wrong', async () => {
    const { care, stores } = careInMemory()
    const folder = campaignFolder({ 'a.json': greeting, 'company.json': { ...readProjectJson('company.json'), zone: 'Mars' } })
    expect(await care('accept', folder)).toMatchObject({ exitCode: 1, printed: '' })
    expect(await stores.campaigns.latest()).toEqual([])
  })

  test('a gift whose mail would not show it does not come in force', async () => {
    const { care, stores } = careInMemory()
    const gift = { ...readProjectJson('birthday-gift.json'), touch: { channel: 'email', template: 'mid-autumn' } }
    expect((await care('accept', campaignFolder({ 'gift.json': gift }))).exitCode).toBe(1)
    expect(await stores.campaigns.latest()).toEqual([])
  })

  test('words are stored with the version; words that customers could not read in their language are a warning, not a refusal', async () => {
    const { care, stores } = careInMemory()
    await stores.customers.put([
      aCustomer({ locale: 'ko' }),
      aCustomer({ customerId: 'c-002', locale: 'en-AU' }),
      aCustomer({ customerId: 'c-003', locale: 'ko' }),
    ])
    const run = await care('accept', campaignFolder({ 'a.json': greeting }))
    expect(run).toMatchObject({ exitCode: 0, refused: [] })
    expect(run.warned).toEqual([
      'templates/mid-autumn/ko.md: ko - lưu ý: 2 trong 3 khách đọc ko mà không có tệp này: họ nhận thư bằng ngôn ngữ của công ty',
    ])
    const hash = (await stores.campaigns.latest())[0]?.words ?? ''
    expect(await stores.words.read(hash)).toMatchObject({ template: 'mid-autumn', mails: { vi: {}, en: {} } })
    expect(await stores.words.noticeInForce('opt-out-confirmation')).toEqual(expect.any(String))
  })

  test('as JSON', async () => {
    const { care } = careInMemory()
    const run = await care('accept', campaignFolder({ 'a.json': greeting, 'wrong.json': '{' }), '--json')
    expect(run).toMatchObject({ exitCode: 1, refused: [] })
    expect(JSON.parse(run.printed)).toEqual({
      accepted: [{ campaignId: 'mid-autumn', version: 1, result: 'accepted' }],
      notices: ['opt-out-confirmation', 'case-mail', 'case-skeleton', 'case-solved', 'case-follow-up', 'case-hours'].map(
        (template) => ({ template, result: 'accepted' }),
      ),
      staff: null,
      problems: [
        { file: expect.stringContaining('wrong.json'), path: '', line: 1, column: 2, value: '{', expected: expect.any(String) },
      ],
    })
  })

  test('a folder that is not there is refused, and nothing is touched', async () => {
    const { care, stores } = careInMemory()
    expect(await care('accept', '/nowhere/at/all')).toMatchObject({ exitCode: 1, refused: ['/nowhere/at/all: no such folder'] })
    expect(await stores.campaigns.latest()).toEqual([])
  })
})
