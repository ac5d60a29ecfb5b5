import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCompanyFiles } from '#core/campaign/company-files.ts'
import { approversOf, CompensationSchema, itemNamed, mayApprove, mayGiveAlone } from '#core/campaign/compensation.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { aCatalogue } from '#test/support/compensation-builders.ts'

const text = (name: string) => readFileSync(new URL(`../../../campaigns/${name}`, import.meta.url), 'utf8')
const fileOf = (name: string, written = text(name)) => ({ file: name, text: written })
const files = (compensation: string | undefined) =>
  readCompanyFiles(
    {
      company: fileOf('company.json'),
      prices: fileOf('prices.json'),
      calendars: [fileOf('calendar/vn.json')],
      policies: [fileOf('policy/vn.json')],
      scripts: [],
      ...(compensation !== undefined && { compensation: fileOf('compensation.json', compensation) }),
    },
    OUR_CHANNELS,
  )
const problemsOf = (read: ReturnType<typeof files>) => ('problems' in read ? read.problems.map(({ path }) => path) : [])

test('the catalogue of the sample company is right', () => {
  const read = files(text('compensation.json'))
  expect(problemsOf(read)).toEqual([])
  expect(read).toMatchObject({ value: { compensation: { period: 'month', limit: 20_000_000 } } })
})

test('a company without the file has none', () => {
  expect(files(undefined)).toMatchObject({ value: { compensation: null } })
})

const item = { id: 'a', name: { vi: 'a', en: 'a' }, kind: 'goods', cost: 1 }
const withOne = (over: object) => JSON.stringify({ period: 'month', limit: 10, items: [{ ...item, ...over }] })

test('what is left out means that no role gives it alone, and that the head approves it', () => {
  expect(files(withOne({}))).toMatchObject({
    value: { compensation: { items: [{ alone: { agent: 0, lead: 0, head: 0 }, above: ['head'] }] } },
  })
})

test.each([
  ['neither a cost nor an upper end', withOne({ cost: undefined }), 'items[0].cost'],
  ['both', withOne({ upTo: 5 }), 'items[0].cost'],
  ['a cost below nothing', withOne({ cost: -1 }), 'items[0].cost'],
  ['a cost of a half', withOne({ cost: 1.5 }), 'items[0].cost'],
  ['a role that gives nothing', withOne({ alone: { director: 5 } }), 'items[0].alone.director'],
  ['no role to approve', withOne({ above: [] }), 'items[0].above'],
  ['an agent who approves', withOne({ above: ['agent'] }), 'items[0].above[0]'],
  ['one item twice', JSON.stringify({ period: 'month', limit: 10, items: [item, item] }), 'items'],
  ['no limit', JSON.stringify({ period: 'month', items: [item] }), 'limit'],
  ['a period of a year', JSON.stringify({ period: 'year', limit: 10, items: [item] }), 'period'],
])('%s is refused with its place', (_what, compensation, path) => {
  expect(problemsOf(files(compensation))).toEqual([path])
})

test.each([
  ['agent', 100_000, true, true],
  ['agent', 100_001, false, false],
  ['lead', 300_000, true, true],
  ['lead', 300_001, false, false],
  ['head', 600_000, true, true],
  ['head', 900_000, false, true],
  ['operator', 1, false, false],
  ['director', 1, false, false],
])('%s and %d đồng of refund: alone %s, approving %s', (role, total, alone, approving) => {
  const refund = itemNamed(aCatalogue(), 'refund')
  if (!refund) throw new Error('no refund')
  expect([mayGiveAlone(refund, { role, total }), mayApprove(refund, { role, total })]).toEqual([alone, approving])
  expect(approversOf(refund, total).some((one) => one === role)).toBe(approving)
})

test('the schema names its own words for what is no amount', () => {
  expect(CompensationSchema.safeParse({ period: 'month', limit: 0, items: [item] }).success).toBe(false)
})
