/** `care budget`, and the same computed by DuckDB from the sheet of the rehearsal with the SQL that docs/numbers.md publishes. The two share no code. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { datesFrom } from '#core/time/local-date.ts'
import { type CareRun, careInMemory, careWithoutStores, ROOT, scratchFolder, textIn } from '#test/cli/care-run.ts'
import { campaignFolder, type Json, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'
import { aCustomer } from '#test/support/builders.ts'
import { openFacts, wholeNumber } from '#test/support/duckdb.ts'
import { aTouchFact, someFacts } from '#test/support/fact-builders.ts'
import { moneyInWords } from '#web/words/money-in-words.ts'

const CAMPAIGNS = join(ROOT, 'campaigns')
const SAMPLE = ['--customers', join(CAMPAIGNS, 'sample/customers.csv'), '--purchases', join(CAMPAIGNS, 'sample/purchases.csv')]
const QUARTER = ['--from', '2027-01-01', '--to', '2027-03-31']
const Line = z.object({
  kind: z.string(),
  campaign: z.string().nullable(),
  tier: z.string().nullable(),
  channel: z.string().nullable(),
  volume: z.int().nullable(),
  amount: z.object({ expected: z.int(), low: z.int(), high: z.int() }),
  title: z.object({ vi: z.string(), en: z.string() }),
  basis: z.looseObject({ words: z.object({ vi: z.string().min(10), en: z.string().min(10) }) }),
  before: z.object({ amount: z.int(), volume: z.int().nullable() }).nullable(),
  verdict: z.object({
    level: z.string(),
    because: z.array(z.looseObject({ words: z.object({ vi: z.string(), en: z.string() }) })),
  }),
})
const Budget = z.looseObject({
  currency: z.literal('VND'),
  customers: z.int(),
  lines: z.array(Line),
  vat: z.looseObject({ amount: z.int() }).nullable(),
  total: z.looseObject({ expected: z.int(), low: z.int(), high: z.int() }),
})
const Row = z.object({
  kind: z.string(),
  campaign: z.string().nullable(),
  tier: z.string().nullable(),
  channel: z.string().nullable(),
  volume: wholeNumber.nullable(),
  amount: wholeNumber,
})

describe('the quarter of the sample company', () => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-'))
  let run: CareRun
  beforeAll(async () => {
    run = await careWithoutStores('budget', ...QUARTER, '--campaigns', CAMPAIGNS, ...SAMPLE, '--json', '--out', folder)
    await careWithoutStores('rehearse', ...QUARTER, '--campaigns', CAMPAIGNS, ...SAMPLE, '--out', folder)
    cpSync(CAMPAIGNS, join(folder, 'campaigns'), { recursive: true })
    const customers = readFileSync(join(CAMPAIGNS, 'sample/customers.csv'), 'utf8')
    writeFileSync(
      join(folder, 'customers.csv'),
      customers.replace('Mã khách hàng', 'customer').replace(',Hạng,', ',tier,').replace('\uFEFF', ''),
    )
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const budget = () => Budget.parse(JSON.parse(run.printed))
  /** The lines that DuckDB makes of the files, as they lie in the folder now. */
  async function recomputed() {
    const section = readFileSync(join(ROOT, 'docs/numbers.md'), 'utf8').split('\n## Budget\n')[1] ?? ''
    const sql = /```sql\n([\s\S]*?)\n```/.exec(section)?.[1] ?? ''
    const here = sql.replace(/'(touches\.csv|customers\.csv|campaigns\/)/g, `'${folder}/$1`)
    const database = await openFacts(folder)
    try {
      return await database.query(Row, here)
    } finally {
      database.close()
    }
  }
  const inOrder = (rows: readonly z.infer<typeof Row>[]) => rows.map((row) => JSON.stringify(row)).toSorted()
  const ours = () =>
    inOrder(
      budget().lines.map(({ kind, campaign, tier, channel, volume, amount }) => ({
        kind,
        campaign,
        tier,
        channel,
        volume,
        amount: amount.expected,
      })),
    )

  test('is what DuckDB makes of it, line by line and to the đồng', async () => {
    expect(run.exitCode).toBe(0)
    const rows = await recomputed()
    expect(inOrder(rows)).toEqual(ours())
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(budget().total.expected)
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(['touch', 'talk-time', 'staff-time', 'voucher', 'compensation', 'contingency']),
    )
    expect(new Set(rows.map(({ tier }) => tier)).size).toBeGreaterThan(3)
  })

  test('one touch less, or a đồng more for a thousand calls, is found', async () => {
    const sheet = join(folder, 'touches.csv')
    const whole = readFileSync(sheet, 'utf8')
    writeFileSync(sheet, whole.replace(/^.*,birthday-gift,.*,sent,.*\n/m, ''))
    expect(inOrder(await recomputed())).not.toEqual(ours())
    writeFileSync(sheet, whole)
    expect(inOrder(await recomputed())).toEqual(ours())
    const rates = join(folder, 'campaigns/budget.json')
    const stated = readFileSync(rates, 'utf8')
    writeFileSync(rates, stated.replace('"talkMinute": 800', '"talkMinute": 801'))
    expect(inOrder(await recomputed())).not.toEqual(ours())
    writeFileSync(rates, stated)
  })

  test('the workbook for the board has the same lines and the same total, as numbers', async () => {
    const { sheets } = await readXlsx(readFileSync(join(folder, 'budget.xlsx')))
    const [, lines, ...sums] = sheets.map(({ rows }) => rows)
    expect(lines?.slice(1, -1).map((row) => row[5])).toEqual(budget().lines.map(({ amount }) => amount.expected))
    const { expected, low, high } = budget().total
    expect(lines?.at(-1)?.slice(5, 8)).toEqual([expected, low, high])
    expect(sums).toHaveLength(3)
    for (const rows of sums) expect(rows.at(-1)?.slice(1, 4)).toEqual([expected, low, high])
  })

  test('the proposal on paper has the total with its tax, in words', () => {
    const { vat, total } = budget()
    const words = moneyInWords({ amount: total.expected + (vat?.amount ?? 0), currency: 'VND' }, 'vi')
    expect(vat?.amount).toBeGreaterThan(0)
    expect(textIn(folder, 'proposal.html')).toContain(`Bằng chữ: ${words}.`)
  })

  test('each line has its basis in both languages, and its range where vouchers have one', () => {
    const { lines, total, customers } = budget()
    expect(customers).toBe(500)
    for (const { kind, title, basis, amount, verdict } of lines) {
      expect(title.vi).not.toBe(title.en)
      expect(basis.words.vi).not.toBe(basis.words.en)
      expect(amount.low < amount.expected && amount.expected < amount.high).toBe(kind === 'voucher' || kind === 'contingency')
      expect(verdict.level === 'not-compared').toBe(verdict.because.length === 0)
    }
    expect(lines.find(({ kind }) => kind === 'voucher')?.basis.words).toMatchObject({
      vi: expect.stringMatching(/^\d+ phiếu × 100\.000\s₫; giả định 30% số phiếu được dùng, từ 01\/11\/2026 .*; khoảng 15–50%$/),
      en: expect.stringMatching(
        /^\d+ vouchers × ₫100,000; 30% of vouchers used, as stated since 1 November 2026 .*; range 15–50%$/,
      ),
    })
    expect(total.low).toBeLessThan(total.expected)
    expect(lines.every(({ before }) => before === null)).toBe(true)
  })
})

describe('bad input', () => {
  const anniversary = (over: Readonly<Record<string, Json>> = {}) =>
    campaignFolder({
      'purchase-anniversary.json': readProjectJson('purchase-anniversary.json'),
      'budget.json': readProjectJson('budget.json'),
      ...over,
    })
  const budget = async (folder: string, ...period: string[]) => {
    const { stores, care, place } = careInMemory()
    await stores.customers.put(
      ['c-1', 'c-2'].map((customerId) =>
        aCustomer({ customerId, email: `${customerId}@example.com`, tier: null, firstPurchaseOn: '2025-03-10' }),
      ),
    )
    const { companyRules, now } = stores
    const ports = { facts: memoryFactStore(), numbers: memoryNumberStore(), companyRules }
    Object.assign(place, { figures: async () => ({ ports, now }) })
    return care('budget', '--campaigns', folder, ...(period.length > 0 ? period : ['--from', '2027-03-01', '--to', '2027-03-31']))
  }

  test('of the customers that are stored, compared with nothing where no facts are written', async () => {
    const run = await budget(anniversary())
    expect(run.refused).toEqual([])
    expect(run.printed).toContain('compared with no period before')
    expect(run.printed).toMatch(/^Total: ₫/m)
  })

  test('with facts that were exported, compared with the month before', async () => {
    const facts = scratchFolder()
    const store = parquetFactStore(factFolder(facts))
    const paid = aTouchFact({ campaign: 'purchase-anniversary', per_thousand: 4_210n, currency: 'VND' })
    for (const day of datesFrom('2027-02-01', '2027-02-28'))
      await store.write(day, someFacts(day === '2027-02-10' ? { touches: [paid] } : {}))
    const run = await budget(anniversary(), '--from', '2027-03-01', '--to', '2027-03-31', '--facts', facts)
    expect(run.printed).toContain('compared with 2027-02-01 to 2027-02-28')
    // Two mails of 4.21 ₫ cost 9 ₫, one cost 5 ₫.
    expect(run.printed).toContain('+80% against the period before (₫5); volume 2, before 1')
    expect(run.printed).toContain('too high')
  })

  test('a folder without facts is refused', async () => {
    const empty = scratchFolder()
    const run = await budget(anniversary(), '--from', '2027-03-01', '--to', '2027-03-31', '--facts', empty)
    expect(run.refused.join()).toContain('no facts of a whole day lie there')
  })

  test('a reversed period is wrong usage', async () => {
    const run = await budget(anniversary(), '--from', '2027-03-31', '--to', '2027-03-01')
    expect(run.exitCode).toBe(2)
    expect(run.usage).toContain('--from 2027-03-31 is after --to 2027-03-01')
  })

  test.each<[string, () => string, readonly string[], string]>([
    [
      'a period in which nobody is touched',
      anniversary,
      ['--from', '2027-03-11', '--to', '2027-03-12'],
      'there is nothing to budget',
    ],
    [
      'a company without rates',
      () => campaignFolder({ 'purchase-anniversary.json': readProjectJson('purchase-anniversary.json') }),
      [],
      'budget.json is missing',
    ],
    [
      'a price that holds only later',
      () => anniversary(),
      ['--from', '2026-03-01', '--to', '2026-03-31'],
      'prices.json has no price of email that holds on 2026-03-10',
    ],
    [
      'rates of another currency',
      () => anniversary({ 'budget.json': { ...readProjectJson('budget.json'), currency: 'USD' } }),
      [],
      'VND, đồng tiền trong company.json, ở đây và trong prices.json',
    ],
    [
      'more touches than are taken for right',
      () => anniversary({ 'budget.json': { ...readProjectJson('budget.json'), mostTouches: 1 } }),
      [],
      'purchase-anniversary, customers without a tier: 2 touches are more than the 1 of mostTouches',
    ],
    ['no folder', () => '/no/such/folder', [], 'no such folder'],
  ])('%s is refused, and no amount is told', async (_what, folder, period, why) => {
    const run = await budget(folder(), ...period)
    expect(run.exitCode).toBe(1)
    expect(run.refused.join('\n')).toContain(why)
    expect(run.printed).toBe('')
  })
})
