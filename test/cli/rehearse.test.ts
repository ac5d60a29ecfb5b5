import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { BalanceSchema } from '#core/planning/occurrence.ts'
import { type CareRun, careInMemory, careWithoutStores, ROOT, scratchFolder, textIn } from '#test/cli/care-run.ts'
import { malaysiaFile } from '#test/core/time/malaysia.ts'
import { campaignFolder, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'
import { aCustomer, aPurchase, solar } from '#test/support/builders.ts'

const CAMPAIGNS = join(ROOT, 'campaigns')
const HEADER = 'date,instant,campaign,customer,channel,outcome,reason,cost,currency,detail,freeAt'

const Desk = z.strictObject({ handed: z.int(), writtenInstead: z.int() }).nullable()
const Summary = z.strictObject({
  from: z.string(),
  to: z.string(),
  customers: z.int(),
  campaigns: z.array(
    z.strictObject({
      campaign: z.string(),
      days: z.array(z.strictObject({ date: z.string(), balance: BalanceSchema, mismatch: z.boolean(), desk: Desk })),
      asks: z.union([z.strictObject({ survey: z.string() }), z.strictObject({ remindsOf: z.string() })]).nullable(),
      total: BalanceSchema,
      desk: Desk,
      skips: z.array(
        z.strictObject({
          reason: z.string(),
          rule: z.string().nullable(),
          count: z.int(),
          freeFrom: z.iso.date().nullable(),
          freeTo: z.iso.date().nullable(),
        }),
      ),
      cost: z.strictObject({ amount: z.int(), currency: z.string() }),
    }),
  ),
  volumes: z.strictObject({
    quota: z.strictObject({ perDay: z.int().nullable(), from: z.enum(['given', 'account', 'assumed']) }),
    mails: z.array(z.strictObject({ date: z.iso.date(), mails: z.int(), most: z.string() })),
    calls: z.array(
      z.strictObject({ team: z.string(), date: z.iso.date(), calls: z.int(), capacity: z.int().nullable(), most: z.string() }),
    ),
    expected: z.looseObject({ asked: z.int(), answers: z.int(), callsHanded: z.int(), complaints: z.int() }),
  }),
  blockers: z.array(z.looseObject({ kind: z.string(), campaign: z.string() })),
  against: z.looseObject({ folder: z.string(), totals: z.record(z.string(), z.union([z.int(), z.string()])) }).optional(),
})
const Row = z.strictObject({
  date: z.iso.date(),
  instant: z.iso.datetime(),
  campaign: z.string(),
  customer: z.string(),
  channel: z.enum(['email', 'call']),
  outcome: z.enum(['planned', 'sent', 'skipped', 'deferred', 'withheld', 'failed', 'unknown']),
  reason: z.string(),
  cost: z.string().regex(/^\d+(\.\d{1,3})?$/),
  currency: z.literal('VND'),
  detail: z.string(),
  freeAt: z.union([z.literal(''), z.iso.datetime()]),
})
type RehearsalRow = z.infer<typeof Row>

const rowsIn = (out: string): RehearsalRow[] =>
  z.array(Row).parse(parse(textIn(out, 'touches.csv'), { columns: true, skip_empty_lines: true }))
const summaryIn = (out: string) => Summary.parse(JSON.parse(textIn(out, 'summary.json')))

const scratches: string[] = []
/** A folder that stays until the last test of the file. */
function mkdtemp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'))
  scratches.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of scratches) rmSync(folder, { recursive: true, force: true })
})

/** "1998-01-01 10:00" on the walls of New York. */
const inNewYork = (instant: string) =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'short' })

const campaignFolderWith = (name: string) => () => campaignFolder({ [name]: readProjectJson(name) })

/** Whole thousandths: 4.21 is 4210. */
const thousandths = (cost: string) => {
  const [whole = '0', part = ''] = cost.split('.')
  return Number(whole) * 1000 + Number(part.padEnd(3, '0'))
}

/** The law of a rehearsal: every row is counted in exactly one line of exactly one day, and every line has its rows. */
function expectRowsToMakeTheSummary(rows: readonly RehearsalRow[], summary: z.infer<typeof Summary>) {
  let counted = 0
  for (const { campaign, days, total, cost } of summary.campaigns) {
    const own = rows.filter((row) => row.campaign === campaign)
    const count = (some: readonly RehearsalRow[], outcome: string) => some.filter((row) => row.outcome === outcome).length
    let dearest = 0
    for (const { date, balance, mismatch } of days) {
      const ofDay = own.filter((row) => row.date === date)
      expect(mismatch).toBe(false)
      expect(new Set(ofDay.map(({ customer }) => customer)).size).toBe(ofDay.length)
      expect(balance.audience).toBe(ofDay.length)
      for (const line of ['planned', 'sent', 'skipped', 'deferred', 'withheld', 'failed', 'unknown'] as const)
        expect(balance[line]).toBe(count(ofDay, line))
      for (const [reason, number] of Object.entries(balance.skippedBy))
        expect(ofDay.filter((row) => row.outcome === 'skipped' && row.reason === reason)).toHaveLength(number)
      // A day's mails are rounded up to a whole unit once.
      dearest += Math.ceil(ofDay.reduce((sum, row) => sum + thousandths(row.cost), 0) / 1000)
    }
    expect(total.audience).toBe(own.length)
    expect(total.audience).toBe(total.sent + total.skipped + total.deferred + total.withheld + total.failed + total.unknown)
    expect(cost.amount).toBe(dearest)
    counted += own.length
  }
  expect(counted).toBe(rows.length)
  const sent = rows.filter(({ outcome }) => outcome === 'sent')
  for (const [channel, lines] of [
    ['email', summary.volumes.mails.map(({ mails }) => mails)],
    ['call', summary.volumes.calls.map(({ calls }) => calls)],
  ] as const)
    expect(lines.reduce((sum, count) => sum + count, 0)).toBe(sent.filter((row) => row.channel === channel).length)
}

describe('the purchases of CDNOW, a year after', () => {
  let run: CareRun
  let out = ''
  const rehearse = (to: string) =>
    careWithoutStores(
      ...['rehearse', '--campaigns', CAMPAIGNS, '--from', '1998-01-01', '--to', '1998-03-31', '--out', to, '--json'],
      ...['--purchases', join(ROOT, 'test/fixtures/cdnow-sample.txt'), '--format', 'cdnow'],
    )
  beforeAll(async () => {
    out = mkdtemp()
    run = await rehearse(out)
  })

  test('each of the 2,357 customers is greeted once, on the anniversary of the first purchase', () => {
    expect(run.exitCode).toBe(0)
    const rows = rowsIn(out)
    expect(rows).toHaveLength(2_357)
    expect(new Set(rows.map(({ customer }) => customer)).size).toBe(2_357)
    expect(new Set(rows.map(({ campaign, outcome }) => `${campaign} ${outcome}`))).toEqual(new Set(['purchase-anniversary sent']))
    expect(rows.filter(({ date }) => date < '1998-01-01' || date > '1998-03-31')).toEqual([])
    // The first line of the sample: 00004 bought first on 1 January 1997.
    expect(rows.filter(({ customer }) => customer === 'cdnow-00004').map(({ date }) => date)).toEqual(['1998-01-01'])
  })

  test('at ten to twelve in the customer’s own morning', () => {
    const hours = rowsIn(out).map(({ date, instant }) => [date, inNewYork(instant)] as const)
    expect(
      hours.filter(([date, local]) => !local.startsWith(date) || local.slice(11) < '10:00' || local.slice(11) >= '12:00'),
    ).toEqual([])
  })

  test('the rows make the summary, which is also what is printed', () => {
    const summary = summaryIn(out)
    expect(summary).toMatchObject({ from: '1998-01-01', to: '1998-03-31', customers: 2_357 })
    expectRowsToMakeTheSummary(rowsIn(out), summary)
    expect(JSON.parse(run.printed)).toEqual(summary)
    expect(summary.campaigns.find(({ campaign }) => campaign === 'purchase-anniversary')).toMatchObject({
      total: { audience: 2_357, sent: 2_357 },
    })
  })

  test('touches.csv has one heading and one line per decision', () => {
    const lines = textIn(out, 'touches.csv').split('\n')
    expect(lines[0]).toBe(HEADER)
    expect(lines).toHaveLength(1 + 2_357 + 1)
    expect(lines.at(-1)).toBe('')
  })

  test('a second time gives the same bytes', async () => {
    const again = mkdtemp()
    await rehearse(again)
    expect(textIn(again, 'touches.csv')).toBe(textIn(out, 'touches.csv'))
    expect(textIn(again, 'summary.json')).toBe(textIn(out, 'summary.json'))
  })
})

describe('a sample company over Tết', () => {
  test('every decision is in the rows, with its reason; the summary counts them; twice is the same', async () => {
    const [first, second] = [mkdtemp(), mkdtemp()]
    for (const out of [first, second]) {
      const run = await careWithoutStores(
        ...['rehearse', '--campaigns', CAMPAIGNS, '--from', '2027-01-30', '--to', '2027-02-14', '--out', out],
        ...['--customers', join(CAMPAIGNS, 'sample/customers.csv'), '--purchases', join(CAMPAIGNS, 'sample/purchases.csv')],
      )
      expect(run.exitCode).toBe(0)
      expect(run.printed).toContain('tet-greeting: audience ')
    }
    const rows = rowsIn(first)
    expect(new Set(rows.map(({ outcome }) => outcome)).size).toBeGreaterThan(1)
    expect(rows.filter(({ outcome, reason }) => (outcome === 'sent') !== (reason === ''))).toEqual([])
    expect(rows.filter(({ outcome, cost }) => outcome === 'skipped' && cost !== '0')).toEqual([])
    expectRowsToMakeTheSummary(rows, summaryIn(first))
    expect(textIn(second, 'touches.csv')).toBe(textIn(first, 'touches.csv'))
  })
})

describe('a base of its own', () => {
  const anniversary = campaignFolderWith('purchase-anniversary.json')
  const period = ['--from', '2027-03-10', '--to', '2027-03-10']

  test('a row whose words could be a formula is written as text', async () => {
    // An id like this comes from a table that was typed by hand; the import lets it through or refuses it, but never as a formula.
    const { stores, care } = careInMemory()
    const ids = ['=1+1', '+84901', '-2', '@sum(a1)', 'c-001']
    await stores.customers.put(
      ids.map((customerId) => aCustomer({ customerId, email: 'lan@example.com', firstPurchaseOn: '2025-03-10' })),
    )
    const out = scratchFolder()
    await care('rehearse', '--campaigns', anniversary(), ...period, '--out', out)
    const cells = parse(textIn(out, 'touches.csv')).slice(1).flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells.filter((cell) => cell.includes('1+1'))).toEqual(["'=1+1"])
  })

  test('without files it is a copy of what is stored: consents, purchases and addresses that must not be written to included', async () => {
    const { stores, care } = careInMemory()
    const people = ['fine', 'opted-out', 'bounced', 'no-address', 'not-today', 'complains', 'asks']
    await stores.customers.put(
      people.map((customerId) =>
        aCustomer({
          customerId,
          email: customerId === 'no-address' ? null : `${customerId}@example.com`,
          firstPurchaseOn: customerId === 'not-today' ? '2025-03-20' : '2025-03-10',
        }),
      ),
    )
    await stores.customers.setConsents('opted-out', { 'care/email': { decision: 'withdrawn', at: '2027-01-01T00:00:00.000Z' } })
    await stores.customers.setOpenCase({ customerId: 'complains', workId: 'w-1', grade: 's1', version: 0 })
    await stores.customers.setOpenCase({ customerId: 'asks', workId: 'w-2', grade: 'question', version: 0 })
    const contactKey = stores.seals.contactKey({ kind: 'email', value: 'bounced@example.com' })
    const why = { reason: 'hard-bounce', at: '2027-01-01T00:00:00.000Z', evidence: 'smtp 550' } as const
    await stores.suppressions.add({ contactKey, kind: 'email', ...why })
    const out = scratchFolder()
    const run = await care('rehearse', '--campaigns', anniversary(), ...period, '--out', out)
    expect(run.exitCode).toBe(0)
    expect(
      Object.fromEntries(rowsIn(out).map(({ customer, outcome, reason }) => [customer, `${outcome} ${reason}`.trim()])),
    ).toEqual({
      fine: 'sent',
      asks: 'sent',
      complains: 'skipped held-for-case',
      'opted-out': 'skipped opted-out',
      bounced: 'skipped suppressed',
      'no-address': 'skipped no-address',
    })
    expect(summaryIn(out)).toMatchObject({ customers: 7 })
    // The real thing is untouched.
    expect(await stores.campaigns.latest()).toEqual([])
    expect(await stores.occurrences.between('2027-01-01', '2027-12-31')).toEqual([])
    expect(await stores.touches.ofCustomer('fine')).toEqual([])
  })

  test('calls are handed to the desk, and told apart from mails', async () => {
    const { stores, care } = careInMemory()
    const ids = ['no-number', 'c-1', 'c-2']
    const boughtOn = '2026-09-10'
    await stores.customers.put(
      ids.map((customerId, n) =>
        aCustomer({
          customerId,
          email: `${customerId}@example.com`,
          phone: customerId === 'no-number' ? null : `+8491211100${n}`,
          lastPurchaseOn: boughtOn,
        }),
      ),
    )
    await stores.purchases.put(ids.map((customerId) => aPurchase({ customerId, purchaseId: customerId, purchasedOn: boughtOn })))
    const files = ['courtesy-call.json', 'national-day.json', 'staff.json']
    const folder = campaignFolder(Object.fromEntries(files.map((file) => [file, readProjectJson(file)])))
    const run = async (...more: string[]) => (await care('rehearse', '--campaigns', folder, ...period, ...more)).printed
    const told = await run()
    expect(told).toContain('courtesy-call: audience 3, handed to the desk 2, written to instead 1, skipped 0')
    expect(told).toContain('2027-03-10: 3 = 2 handed to the desk + 1 written to instead + 0 skipped')
    expect(told).toContain('national-day: audience 0, sent 0')
    const { campaigns } = Summary.parse(JSON.parse(await run('--json')))
    const desk = { handed: 2, writtenInstead: 1 }
    expect(campaigns).toMatchObject([
      { campaign: 'courtesy-call', total: { sent: 3 }, desk, days: [{ desk }] },
      { campaign: 'national-day', desk: null },
    ])
  })

  test('a day on which all are rung tells no mail, and none as sent', async () => {
    const { stores, care } = careInMemory()
    const { touch, ...courtesy } = readProjectJson('courtesy-call.json')
    const { else: _, ...call } = z.record(z.string(), z.unknown()).parse(touch)
    await stores.customers.put([aCustomer({ customerId: 'c-1', phone: '+84912111001', lastPurchaseOn: '2026-09-10' })])
    await stores.purchases.put([aPurchase({ customerId: 'c-1', purchasedOn: '2026-09-10' })])
    const files = { 'courtesy-call.json': { ...courtesy, touch: call }, 'staff.json': readProjectJson('staff.json') }
    const { printed } = await care('rehearse', '--campaigns', campaignFolder(files), ...period)
    expect(printed).toContain('2027-03-10: 1 = 1 handed to the desk + 0 skipped')
    expect(printed).not.toContain('sent')
  })

  test('of two with one address the one who would get it does, as marked', async () => {
    const { stores, care } = careInMemory()
    const email = 'nha@example.com'
    await stores.customers.put(['KH1', 'KH2'].map((customerId) => aCustomer({ customerId, email })))
    await stores.customers.setConsents('KH1', { 'care/email': { decision: 'withdrawn', at: '2027-01-01T00:00:00.000Z' } })
    await stores.customers.put(['KH3', 'KH4'].map((customerId) => aCustomer({ customerId, email: 'chung@example.com' })))
    for (const each of [email, 'chung@example.com']) await markSharedAddress(stores, { address: each })
    const out = scratchFolder()
    const greeting = campaignFolder({ 'national-day.json': { ...readProjectJson('national-day.json'), limits: {} } })
    await care('rehearse', '--campaigns', greeting, '--from', '2027-09-02', '--to', '2027-09-02', '--out', out)
    expect(
      Object.fromEntries(rowsIn(out).map(({ customer, outcome, reason }) => [customer, `${outcome} ${reason}`.trim()])),
    ).toEqual({ KH1: 'skipped opted-out', KH2: 'sent', KH3: 'sent', KH4: 'skipped same-address' })
  })

  test('without purchases the campaigns that look for them are named, by occasion, by audience, and their reminders', async () => {
    const names = ['national-day', 'purchase-anniversary', 'after-delivery', 'csat-after-delivery', 'csat-reminder']
    const folder = campaignFolder({
      ...Object.fromEntries(names.map((name) => [`${name}.json`, readProjectJson(`${name}.json`)])),
      'lost.json': { ...readProjectJson('mid-autumn.json'), id: 'lost', audience: { notBoughtSince: 365 } },
    })
    const looking = 'purchase-anniversary, after-delivery, csat-after-delivery, csat-reminder, lost'
    const named = (said: readonly string[]) =>
      said
        .filter((line) => line.includes('purchases'))
        .map((line) => [line.split(', and')[0], line.split(': ')[1]?.split(', ').sort()])
    const table = join(scratchFolder(), 'customers.csv')
    writeFileSync(table, 'Mã KH,Họ tên,Email\nKH1,Phạm Lan,lan@example.com\n')
    const rehearse = ['rehearse', '--campaigns', folder, ...period]
    const fromFile = await careWithoutStores(...rehearse, '--customers', table)
    expect(named(fromFile.warned)).toEqual([['no purchases were given (--purchases FILE)', looking.split(', ').sort()]])
    const { stores, care } = careInMemory()
    await stores.customers.put([aCustomer({ firstPurchaseOn: null, lastPurchaseOn: null })])
    expect(named((await care(...rehearse)).warned)).toEqual([['no purchases are stored', looking.split(', ').sort()]])

    const bought = join(scratchFolder(), 'purchases.csv')
    writeFileSync(bought, 'Mã KH,Ngày mua\nKH1,10/03/2025\n')
    expect(named((await careWithoutStores(...rehearse, '--customers', table, '--purchases', bought)).warned)).toEqual([])
    await stores.purchases.put([aPurchase({})])
    expect(named((await care(...rehearse)).warned)).toEqual([])
  })

  test('a purchase that is stored gives its occasion', async () => {
    const { stores, care } = careInMemory()
    await stores.customers.put([aCustomer()])
    await stores.purchases.put([aPurchase({ purchasedOn: '2027-03-01', deliveredOn: '2027-03-02' })])
    const out = scratchFolder()
    const folder = campaignFolder({ 'after.json': readProjectJson('after-delivery.json') })
    await care('rehearse', '--campaigns', folder, '--from', '2027-03-01', '--to', '2027-03-31', '--out', out)
    expect(rowsIn(out)).toMatchObject([{ campaign: 'after-delivery', customer: 'c-001', outcome: 'sent' }])
  })

  test('surveys and reminders are told as such, and whoever was asked lately with the rule and the day they are free again', async () => {
    const { stores, care } = careInMemory()
    await stores.customers.put([aCustomer(), aCustomer({ customerId: 'c-002' }), aCustomer({ customerId: 'c-003' })])
    const chosen = { customerId: 'c-003', frequency: 'monthly', at: '2027-01-01T00:00:00.000Z', evidence: 'a test' } as const
    await stores.customers.setFrequency(chosen)
    const delivered = {
      'HD-1': ['c-001', '2027-03-01'],
      'HD-2': ['c-001', '2027-03-15'],
      'HD-3': ['c-002', '2027-03-15'],
    } as const
    await stores.purchases.put([
      ...Object.entries(delivered).map(([purchaseId, [customerId, deliveredOn]]) =>
        aPurchase({ purchaseId, customerId, purchasedOn: deliveredOn, deliveredOn }),
      ),
      aPurchase({ purchaseId: 'HD-4', customerId: 'c-003', purchasedOn: '2027-03-01', deliveredOn: '2027-03-01' }),
    ])
    const folder = campaignFolder({
      'csat.json': readProjectJson('csat-after-delivery.json'),
      'reminder.json': readProjectJson('csat-reminder.json'),
    })
    const out = scratchFolder()
    const run = await care('rehearse', '--campaigns', folder, '--from', '2027-03-01', '--to', '2027-03-31', '--out', out)
    expect(
      rowsIn(out).map(({ date, campaign, customer, outcome, reason }) => [date, campaign, customer, outcome, reason]),
    ).toEqual([
      ['2027-03-03', 'csat-after-delivery', 'c-001', 'sent', ''],
      ['2027-03-03', 'csat-after-delivery', 'c-003', 'sent', ''],
      ['2027-03-08', 'csat-reminder', 'c-001', 'sent', ''],
      ['2027-03-08', 'csat-reminder', 'c-003', 'skipped', 'frequency-cap'],
      ['2027-03-17', 'csat-after-delivery', 'c-001', 'skipped', 'surveyed-recently'],
      ['2027-03-17', 'csat-after-delivery', 'c-002', 'sent', ''],
      ['2027-03-22', 'csat-reminder', 'c-002', 'sent', ''],
    ])
    expect(rowsIn(out).find(({ reason }) => reason === 'surveyed-recently')).toMatchObject({
      detail: '30 days',
      freeAt: '2027-04-01T17:00:00.000Z',
    })
    expect(summaryIn(out).campaigns).toMatchObject([
      {
        asks: { survey: 'csat' },
        skips: [{ reason: 'surveyed-recently', rule: '30 days', count: 1, freeFrom: '2027-04-02', freeTo: '2027-04-02' }],
      },
      { asks: { remindsOf: 'csat-after-delivery' }, skips: [{ reason: 'frequency-cap', rule: '1 per 720 h' }] },
    ])
    expect(run.printed).toContain('    skipped surveyed-recently: 1 (30 days), free again on 2027-04-02')
    expect(run.printed).toContain('a reminder of csat-after-delivery: nobody answers in a rehearsal')
    expectRowsToMakeTheSummary(rowsIn(out), summaryIn(out))
  })

  test('people whose consent cannot be read get nothing, and that is said', async () => {
    const { stores, care } = careInMemory()
    const person = {
      customer: aCustomer({ firstPurchaseOn: '2025-03-10' }),
      consents: 'unreadable' as const,
      frequency: 'any' as const,
    }
    stores.customers.inPartitions = async function* ({ first }) {
      if (first === 0) yield [person]
    }
    const out = scratchFolder()
    const run = await care('rehearse', '--campaigns', anniversary(), ...period, '--out', out)
    expect(rowsIn(out)).toMatchObject([{ outcome: 'skipped', reason: 'opted-out' }])
    expect(run.warned.join('\n')).toContain('1 customers have consents that cannot be read')
  })

  test('a gift is in the cost of each row and of the campaign, and the budget is kept', async () => {
    const { stores, care } = careInMemory()
    await stores.customers.put(Array.from({ length: 5 }, (_, n) => aCustomer({ customerId: `c-${n}`, birthday: solar('03-10') })))
    for (let n = 0; n < 5; n++)
      await stores.customers.setConsents(`c-${n}`, {
        'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' },
      })
    const gift = { ...readProjectJson('birthday-gift.json'), budget: { amount: 300_100, currency: 'VND', period: 'year' } }
    const out = scratchFolder()
    await care('rehearse', '--campaigns', campaignFolder({ 'gift.json': gift }), ...period, '--out', out)
    const rows = rowsIn(out)
    expect(rows.filter(({ outcome }) => outcome === 'sent').map(({ cost }) => cost)).toEqual(Array(3).fill('100004.21'))
    expect(rows.filter(({ outcome }) => outcome === 'skipped').map(({ reason }) => reason)).toEqual(
      Array(2).fill('budget-exhausted'),
    )
    expect(summaryIn(out).campaigns[0]?.cost).toEqual({ amount: 300_013, currency: 'VND' })
    expectRowsToMakeTheSummary(rows, summaryIn(out))
  })

  test('without a folder for files, none are left and the balances are printed', async () => {
    const { stores, care } = careInMemory()
    await stores.customers.put([aCustomer({ firstPurchaseOn: '2025-03-10' })])
    const run = await care('rehearse', '--campaigns', anniversary(), ...period)
    expect(run.printed.split('\n')).toEqual([
      'purchase-anniversary: audience 1, sent 1, skipped 0, withheld 0, deferred 0, failed 0, unknown 0, cost 5 VND',
      '  2027-03-10: 1 = 1 sent + 0 skipped + 0 deferred + 0 withheld + 0 failed + 0 unknown',
      'volumes: mails without limit',
      '  2027-03-10: mails 1',
      'expected answers: 0 of 0 customers asked (15 of 100, an assumption: write yours into rates in company.json)',
      'expected calls: 0, 0 handed to the desk, 0 after low scores (10 of 100, an assumption: write yours into rates in company.json)',
      'expected complaints: 0 (1 of 1000 touches, an assumption: write yours into rates in company.json)',
    ])
  })
})

describe('what blocks a launch', () => {
  const day = '2027-03-10'
  const period = ['--from', day, '--to', day]
  const greeting = (over: object = {}) => ({
    ...readProjectJson('national-day.json'),
    id: 'greeting',
    occasion: { kind: 'fixed', month: 3, day: 10 },
    limits: {},
    ...over,
  })

  test('is printed at the end and in summary.json, ends with 1, and the rows are written all the same', async () => {
    const { stores, care } = careInMemory()
    await stores.customers.put(['a', 'b', 'c'].map((customerId) => aCustomer({ customerId, email: `${customerId}@example.com` })))
    const folder = campaignFolder({
      'greeting.json': greeting({ budget: { amount: 9, currency: 'VND', period: 'year' } }),
      'women.json': greeting({ id: 'women', audience: { tiers: ['none-has-it'] } }),
    })
    const out = scratchFolder()
    const run = await care('rehearse', '--campaigns', folder, ...period, '--quota', '1', '--out', out)
    expect(run).toMatchObject({ exitCode: 1, refused: ['3 to mend before a launch'] })
    expect(run.printed.split('\n').slice(-3)).toEqual([
      'launch blocker: women: came due on 2027-03-10 and meant nobody; look at its audience, and at the table of customers',
      'launch blocker: greeting: the budget (2027) ends on 2027-03-10, and 1 are skipped by it; raise it, or mean fewer',
      'launch blocker: 2027-03-10: 2 mails, more than the 1 in 24 hours that were given; most are of greeting',
    ])
    const summary = summaryIn(out)
    expect(summary.blockers).toEqual([
      { kind: 'nobody-matched', campaign: 'women', date: day },
      { kind: 'budget-ends', campaign: 'greeting', date: day, period: '2027', touches: 1 },
      { kind: 'quota-exceeded', campaign: 'greeting', date: day, mails: 2, perDay: 1, quotaFrom: 'given' },
    ])
    expectRowsToMakeTheSummary(rowsIn(out), summary)
    expect(rowsIn(out)).toHaveLength(3)
    const asJson = await care('rehearse', '--campaigns', folder, ...period, '--quota', '1', '--json')
    expect(asJson).toMatchObject({ exitCode: 1, refused: [] })
    expect(JSON.parse(asJson.printed)).toEqual(summary)
  })

  test('the quota of stored customers is that of the account', async () => {
    const { stores, provider, care } = careInMemory()
    await stores.customers.put(['a', 'b'].map((customerId) => aCustomer({ customerId, email: `${customerId}@example.com` })))
    const rehearse = ['rehearse', '--campaigns', campaignFolder({ 'greeting.json': greeting() }), ...period, '--json']
    expect(await care(...rehearse)).toMatchObject({ exitCode: 0 })
    provider.become({ account: { sendingEnabled: true, production: false, standing: 'healthy', perDay: 1, perSecond: 1 } })
    expect(Summary.parse(JSON.parse((await care(...rehearse)).printed)).blockers).toMatchObject([
      { kind: 'quota-exceeded', mails: 2, perDay: 1, quotaFrom: 'account' },
    ])
    expect(await care(...rehearse, '--quota', '2')).toMatchObject({ exitCode: 0 })
  })

  test('calls above what the team has time for are told for the day on which they lie on its list', async () => {
    const { stores, care } = careInMemory()
    const { touch } = readProjectJson('check-in-call.json')
    await stores.customers.put(Array.from({ length: 3 }, (_, n) => aCustomer({ customerId: `c-${n}`, phone: `+8491211100${n}` })))
    const team = 'Cửa hàng và giao hàng'
    const { people } = readProjectJson('staff.json')
    const others = z
      .array(z.looseObject({ team: z.string().optional() }))
      .parse(people)
      .filter((person) => person.team !== team)
    const folder = (over: object) =>
      campaignFolder({
        'call.json': greeting({ touch, window: { from: '09:00', to: '16:30' } }),
        'staff.json': {
          people: [...others, { name: 'Tùng', address: 'tung@example.com', team, role: 'agent', callsADay: 2, ...over }],
        },
      })
    const blockers = async (over: object) => {
      const { printed, refused } = await care('rehearse', '--campaigns', folder(over), ...period, '--json')
      expect(refused).toEqual([])
      return Summary.parse(JSON.parse(printed)).blockers
    }
    const found = { kind: 'capacity-exceeded', campaign: 'greeting', date: day, team, calls: 3 }
    expect((await care('rehearse', '--campaigns', folder({}), ...period)).printed).toContain(
      `  ${day}: calls for ${team} 3 of 2\n`,
    )
    expect(await blockers({})).toEqual([{ ...found, capacity: 2 }])
    expect(await blockers({ callsADay: 3 })).toEqual([])
    expect(await blockers({ leave: [{ from: day, to: day }] })).toEqual([{ ...found, date: '2027-03-11', capacity: 2 }])
  })

  test('a period in which no campaign comes due is told, and blocks nothing', async () => {
    const { care } = careInMemory()
    const folder = campaignFolder({ 'greeting.json': greeting() })
    const run = await care('rehearse', '--campaigns', folder, '--from', '2027-04-01', '--to', '2027-04-05')
    expect(run.warned).toContain('no campaign has a day from 2027-04-01 to 2027-04-05')
    expect(run.exitCode).toBe(0)
  })
})

describe('against another version of the campaigns', () => {
  const period = ['--from', '2027-03-08', '--to', '2027-03-12']
  const changesIn = (out: string) => parse(textIn(out, 'changes.csv')).map((row: readonly string[]) => row.join(' | '))
  const greeting = (id: string, day: number, over: object = {}) => ({
    ...readProjectJson('national-day.json'),
    ...{ id, occasion: { kind: 'fixed', month: 3, day }, limits: {}, ...over },
  })
  const three = async () => {
    const memory = careInMemory()
    await memory.stores.customers.put(
      ['an', 'binh', 'chi'].map((customerId) => aCustomer({ customerId, email: `${customerId}@example.com` })),
    )
    return memory
  }

  test('the same folder changes nothing', async () => {
    const { care } = await three()
    const [folder, out] = [campaignFolder({ 'one.json': greeting('one', 10) }), scratchFolder()]
    const run = await care('rehearse', '--campaigns', folder, '--against', folder, ...period, '--out', out)
    expect(run).toMatchObject({ exitCode: 0 })
    expect(run.printed.split('\n').at(-1)).toBe(`against ${folder}: nothing changes`)
    expect(changesIn(out)).toEqual(['customer | campaign | date | before | after | reason'])
    expect(summaryIn(out).against).toEqual({
      ...{ folder, totals: { mails: 0, calls: 0, callDays: 0, cost: 0, currency: 'VND' } },
      ...{ campaigns: [], days: [], reasons: [] },
    })
  })

  test('a campaign more, which costs another one its customers: in all, by campaign, day and reason, and each of the people', async () => {
    const { care } = await three()
    const one = greeting('one', 11)
    const company = { ...readProjectJson('company.json'), frequencyCaps: [{ max: 1, hours: 72 }], daysBetweenOccasions: 0 }
    const before = campaignFolder({ 'one.json': one, 'company.json': company })
    const after = campaignFolder({ 'one.json': one, 'more.json': greeting('more', 9), 'company.json': company })
    const out = scratchFolder()
    const there = await care('rehearse', '--campaigns', after, '--against', before, ...period, '--out', out)
    expect(there.printed.split('\n').slice(-7)).toEqual([
      `against ${before}: +0 mails, +0 calls, +0 call-days, +0 VND`,
      '  more: +3 mails, +0 calls, +13 VND',
      '    3 people get it now, and did not before: no-such-campaign',
      '  one: -3 mails, +0 calls, -13 VND',
      '    3 people get it no more: frequency-cap',
      '  2027-03-09: +3 mails, +0 calls',
      '  2027-03-11: -3 mails, +0 calls',
    ])
    expect(changesIn(out)).toEqual([
      'customer | campaign | date | before | after | reason',
      ...['an', 'binh', 'chi'].map((who) => `${who} | more | 2027-03-09 |  | sent email | no-such-campaign`),
      ...['an', 'binh', 'chi'].map((who) => `${who} | one | 2027-03-11 | sent email | skipped frequency-cap | frequency-cap`),
    ])
    // The rows and balances are those of --campaigns.
    expectRowsToMakeTheSummary(rowsIn(out), summaryIn(out))
    const { printed } = await care('rehearse', '--campaigns', after, ...period, '--json')
    expect({ ...summaryIn(out), against: undefined }).toEqual({ ...JSON.parse(printed), against: undefined })
  })

  test.each([
    ['no such folder', () => '/nowhere', '/nowhere: no such folder'],
    ['a folder of something else', () => scratchFolder(), 'no campaign in it'],
    ['a folder without a campaign', () => campaignFolder({}), 'no campaign in it'],
    ['a folder with a mistake', () => campaignFolder({ 'one.json': { ...greeting('one', 10), colour: 'red' } }), 'colour: red'],
    [
      'a folder in another currency',
      () => {
        const money = ({ amount }: { amount: number }) => ({ amount, currency: 'USD' })
        const prices = z
          .looseObject({ prices: z.array(z.looseObject({ perThousand: z.object({ amount: z.number() }) })) })
          .parse(readProjectJson('prices.json'))
        return campaignFolder({
          'one.json': greeting('one', 10),
          'company.json': { ...readProjectJson('company.json'), currency: 'USD' },
          'prices.json': { prices: prices.prices.map((each) => ({ ...each, perThousand: money(each.perThousand) })) },
        })
      },
      'counts in USD',
    ],
  ])('%s is refused, and nothing is rehearsed or written', async (_, folder, words) => {
    const { care } = await three()
    const [own, out] = [campaignFolder({ 'one.json': greeting('one', 10) }), join(scratchFolder(), 'out')]
    const run = await care('rehearse', '--campaigns', own, '--against', folder(), ...period, '--out', out)
    expect(run).toMatchObject({ exitCode: 1, printed: '' })
    expect(run.refused.join('\n')).toContain(words)
    expect(existsSync(out)).toBe(false)
  })
})

describe('a rehearsal that is not understood, or refused', () => {
  const given = (over: Record<string, string | null>) => {
    const flags = { campaigns: CAMPAIGNS, from: '2027-03-01', to: '2027-03-02', ...over }
    return Object.entries(flags).flatMap(([flag, value]) => (value === null ? [] : [`--${flag}`, value]))
  }
  test.each([
    [{ from: '2027-03-03' }, '--from 2027-03-03 is after --to 2027-03-02'],
    [{ from: '2027-02-29' }, 'Expected a day that exists'],
    [{ from: 'Monday' }, 'Expected a day that exists'],
    [{ from: null }, '--from'],
    [{ to: null }, '--to'],
    [{ campaigns: null }, '--campaigns'],
    [{ format: 'xlsx' }, '--format'],
    [{ quota: '0' }, 'Expected a number of mails'],
    [{ quota: 'many' }, 'Expected a number of mails'],
    [{ colour: 'red' }, '--colour'],
  ] as const)('%o is wrong usage, and says why', async (over, words) => {
    const run = await careWithoutStores('rehearse', ...given(over))
    expect(run).toMatchObject({ exitCode: 2, printed: '' })
    expect(run.usage).toContain(words)
  })

  test.each([
    [{ purchases: '/nowhere/purchases.csv' }, '/nowhere/purchases.csv'],
    [{ customers: '/nowhere/customers.csv' }, '/nowhere/customers.csv'],
    [{ campaigns: '/nowhere' }, '/nowhere: no such folder'],
  ])('%o is refused by name, and leaves no files', async (over, words) => {
    const out = join(scratchFolder(), 'out')
    const run = await careWithoutStores('rehearse', ...given({ ...over, out }))
    expect(run).toMatchObject({ exitCode: 1, printed: '' })
    expect(run.refused.join('\n')).toContain(words)
    expect(existsSync(out)).toBe(false)
  })

  test('a folder with a mistake in it is refused with the mistake: a rehearsal without a campaign would mislead', async () => {
    const folder = campaignFolder({ 'wrong.json': { ...readProjectJson('mid-autumn.json'), colour: 'red' } })
    const run = await careWithoutStores('rehearse', ...given({ campaigns: folder }))
    expect(run.exitCode).toBe(1)
    expect(run.refused).toEqual([expect.stringContaining('colour: red'), 'Nothing was rehearsed.'])
  })

  test('rows that an import refuses are gone without, and said', async () => {
    const table = join(scratchFolder(), 'customers.csv')
    writeFileSync(table, 'Mã KH,Họ tên,Giới tính,Email\nKH1,Phạm Lan,nữ,lan@example.com\nKH 2,Lê An,nữ,an@example.com\n')
    const run = await careWithoutStores('rehearse', ...given({ customers: table, from: '2027-03-08', to: '2027-03-08' }))
    expect(run.warned.join('\n')).toContain('going without 1 row that')
    expect(run.exitCode).toBe(0)
  })
})

test('a span that leaves a table of dates is told once for each occasion and year, and the years it holds are rehearsed', async () => {
  const raya = { ...readProjectJson('mid-autumn.json'), id: 'raya', occasion: { kind: 'calendar-day', day: 'my.hari-raya' } }
  const customers = join(mkdtemp(), 'customers.csv')
  writeFileSync(customers, 'customer_id,full_name,email\nKH01,Nguyễn Thị Lan,lan@example.com\n')
  const { warned, printed } = await careWithoutStores(
    ...['rehearse', '--campaigns', campaignFolder({ 'calendar/my.json': malaysiaFile(), 'raya.json': raya })],
    ...['--from', '2028-02-20', '--to', '2029-03-31', '--customers', customers, '--json'],
  )
  expect(warned.filter((line) => line.includes('my.') || line.includes('yearUnknown'))).toEqual([
    'it is not known when my.hari-raya (Hari Raya Aidilfitri) is in 2029: its table of dates has the years 2026 to 2028',
    'it is not known when my.deepavali (Deepavali) is in 2029: its table of dates has the years 2026 to 2028',
  ])
  const { campaigns } = Summary.parse(JSON.parse(printed))
  expect(campaigns.flatMap(({ campaign, days }) => days.map(({ date }) => `${campaign} ${date}`))).toEqual(['raya 2028-02-27'])
})
