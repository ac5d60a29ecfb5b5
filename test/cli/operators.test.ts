/** What operators can do: see occurrences and unknown outcomes, decide them, stop campaigns, put things back. */
import { userInfo } from 'node:os'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import { balanceOf } from '#core/planning/balance.ts'
import { writtenReason } from '#core/planning/system-reason.ts'
import { careInMemory, NOW } from '#test/cli/care-run.ts'
import { aBatch, aCampaign, aRecipient } from '#test/support/builders.ts'
import { storedOccurrence, storedSlice, storedTouch } from '#test/support/store-builders.ts'

const ID = 'tenth-of-march_2027-03-10'
const OLD = 'tenth-of-march_2026-03-10'
const UNKNOWN: Outcome = { state: 'unknown', since: '2027-03-10T01:00:00.000Z', evidence: 'timeout after 10 s' }
const ROWS = [
  ['KH01', UNKNOWN],
  ['KH02', UNKNOWN],
  ['KH03', { state: 'sent', at: '2027-03-10T01:00:00.000Z', providerId: 'm-3' }],
  ['KH04', { state: 'skipped', reason: 'no-address' }],
  ['KH05', { state: 'skipped', reason: 'opted-out', purpose: 'care' }],
  ['KH06', { state: 'skipped', reason: 'opted-out', purpose: 'care' }],
] as const satisfies readonly (readonly [string, Outcome])[]

/** One occurrence of today, open, with two unknown; one of a year ago, closed. */
async function atWork() {
  const run = careInMemory()
  const { campaigns, occurrences } = run.stores
  await campaigns.accept({ definition: aCampaign(), version: 1, acceptedAt: NOW, acceptedBy: 'Lan' })
  for (const [occurrenceId, date, takenAt] of [
    [ID, '2027-03-10', '2027-03-10T01:00:00.000Z'],
    [OLD, '2026-03-10', '2026-03-10T01:00:00.000Z'],
  ] as const) {
    const recipients = ROWS.map(([customerId, outcome]) => aRecipient({ customerId, outcome }))
    const own = { occurrenceId, campaignId: 'tenth-of-march', campaignVersion: 1 }
    const balance = balanceOf(recipients.map(({ outcome }) => outcome))
    const closed = occurrenceId === OLD ? ({ state: 'closed', balance } as const) : {}
    await occurrences.open(storedOccurrence({ ...own, date, slices: 1, closesAt: '2027-03-11T18:00:00.000Z', ...closed }))
    await occurrences.putSlice(storedSlice({ occurrenceId, slice: 0, audience: recipients.length }))
    await occurrences.putBatch(aBatch({ occurrenceId, state: 'done', takenAt, recipients }))
  }
  return run
}
type Run = Awaited<ReturnType<typeof atWork>>
const outcomeOf = async ({ stores }: Run, customerId: string, occurrenceId = ID) =>
  (await stores.occurrences.batches(occurrenceId))[0]?.recipients.find((each) => each.customerId === customerId)?.outcome
const ME = userInfo().username

describe('care occurrences', () => {
  test('lists each with its state and a balance that anybody can add up', async () => {
    const { care } = await atWork()
    expect(await care('occurrences')).toMatchObject({
      exitCode: 0,
      printed: `${ID}: open, adds up, but 2 unknown, 6 = 1 sent + 3 skipped (2: The customer opted out; 1: No address or number) + 2 unknown`,
    })
  })

  test('a campaign of calls without a mail for the rest hands to the desk, and sends nothing', async () => {
    const { care, stores } = await atWork()
    const touch = { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 3 }
    const definition = aCampaign({ id: 'tea', touch })
    await stores.campaigns.accept({ definition, version: 1, acceptedAt: NOW, acceptedBy: 'Lan' })
    const own = { occurrenceId: 'tea_2027-03-10', campaignId: 'tea', campaignVersion: 1, date: '2027-03-10', slices: 1 }
    await stores.occurrences.open(storedOccurrence(own))
    await stores.occurrences.putSlice(storedSlice({ occurrenceId: own.occurrenceId, slice: 0, audience: 2 }))
    const handed = { state: 'sent', at: NOW, providerId: 'check-in_tea_2027-03-10_t' } as const
    const recipients = ['t-1', 't-2'].map((customerId) => aRecipient({ customerId, outcome: handed }))
    await stores.occurrences.putBatch(aBatch({ occurrenceId: own.occurrenceId, state: 'done', recipients }))
    expect((await care('occurrences')).printed).toContain('tea_2027-03-10: open, adds up, 2 = 2 handed to the desk')
  })

  test('a sum that holds failures is said to hold them, before the sum', async () => {
    const { care, stores } = await atWork()
    await stores.occurrences.open(storedOccurrence({ occurrenceId: 'tea_2027-03-10', date: '2027-03-10', slices: 1 }))
    await stores.occurrences.putSlice(storedSlice({ occurrenceId: 'tea_2027-03-10', slice: 0, audience: 5 }))
    const failed = { state: 'failed', at: NOW, reason: 'refused' } as const
    const recipients = Array.from({ length: 5 }, (_, n) => aRecipient({ customerId: `t-${n}`, outcome: failed }))
    await stores.occurrences.putBatch(aBatch({ occurrenceId: 'tea_2027-03-10', state: 'done', recipients }))
    expect((await care('occurrences')).printed).toContain('tea_2027-03-10: open, adds up, but 5 failed, 5 = 5 failed')
  })

  test.each([
    [
      ['--from', '2026-01-01'],
      [OLD, ID],
    ],
    [['--from', '2026-01-01', '--to', '2026-12-31'], [OLD]],
    [['--from', '2026-01-01', '--state', 'open'], [ID]],
    [['--from', '2026-01-01', '--state', 'closed'], [OLD]],
    [['--from', '2027-03-11'], []],
  ])('%j', async (options, ids) => {
    const { care } = await atWork()
    const listed = JSON.parse((await care('occurrences', ...options, '--json')).printed) as { occurrenceId: string }[]
    expect(listed.map(({ occurrenceId }) => occurrenceId)).toEqual(ids)
  })

  test('an open one is shown however old it is, unless a first date is given', async () => {
    const { care, stores } = await atWork()
    await stores.occurrences.open(storedOccurrence({ occurrenceId: 'tet_2025-01-27', date: '2025-01-27' }))
    expect((await care('occurrences')).printed).toContain('tet_2025-01-27: open, being planned, 0 = 0')
    expect((await care('occurrences', '--from', '2027-01-01')).printed).not.toContain('tet_2025')
  })

  test('as JSON, with everything in numbers', async () => {
    const { care } = await atWork()
    expect(JSON.parse((await care('occurrences', '--json')).printed)).toEqual([
      {
        occurrenceId: ID,
        campaignId: 'tenth-of-march',
        date: '2027-03-10',
        state: 'open',
        standing: 'adds-up',
        audience: 6,
        balance: expect.objectContaining({ sent: 1, skipped: 3, skippedBy: { 'opted-out': 2, 'no-address': 1 }, unknown: 2 }),
      },
    ])
  })

  test('none in the range says so', async () => {
    const { care } = careInMemory()
    expect(await care('occurrences')).toMatchObject({ exitCode: 0, printed: 'no occurrences to 2027-03-13' })
  })

  test.each([[['--from', 'yesterday']], [['--state', 'half-open']], [['--to', '2027-02-30']]])(
    '%j is wrong usage',
    async (options) => {
      const { care } = await atWork()
      expect(await care('occurrences', ...options)).toMatchObject({ exitCode: 2, printed: '' })
    },
  )
})

describe('care unknown', () => {
  test('lists them with the evidence, and what has come since', async () => {
    const { care, stores } = await atWork()
    await stores.touches.record([
      storedTouch({
        customerId: 'KH02',
        occurrenceId: ID,
        dispatchId: 'm-2',
        delivery: { state: 'delivered', at: '2027-03-10T01:05:00.000Z', detail: '' },
      }),
    ])
    const { printed, exitCode } = await care('unknown')
    expect(exitCode).toBe(0)
    expect(printed.split('\n')).toEqual([
      `${ID} KH01: since 2027-03-10 08:00, timeout after 10 s; nothing has come since`,
      `${ID} KH02: since 2027-03-10 08:00, timeout after 10 s; the provider took it at 2027-02-06 09:00 (m-2), delivered at 2027-03-10 08:05: settle it as sent`,
      'times are Asia/Ho_Chi_Minh',
    ])
    expect(JSON.parse((await care('unknown', '--from', '2026-01-01', '--json')).printed)).toMatchObject([
      { occurrenceId: OLD, customerId: 'KH01', touch: null },
      { occurrenceId: OLD, customerId: 'KH02', touch: null },
      { occurrenceId: ID, customerId: 'KH01', touch: null },
      { occurrenceId: ID, customerId: 'KH02', touch: { legs: [{ dispatchId: 'm-2' }] } },
    ])
  })

  test('tells what the system noted in the words of the pages, with every time in the company’s zone', async () => {
    const { care, stores } = await atWork()
    const occurrenceId = 'tenth-of-march_2027-03-09'
    const noted = { is: 'no-answer', claimedAt: '2027-03-09T01:00:00.000Z', until: '2027-03-09T01:20:00.000Z' } as const
    const outcome = { state: 'unknown', since: noted.claimedAt, evidence: writtenReason(noted) } as const
    const own = { occurrenceId, campaignId: 'tenth-of-march', campaignVersion: 1 }
    await stores.occurrences.open(storedOccurrence({ ...own, date: '2027-03-09', slices: 1 }))
    await stores.occurrences.putBatch(
      aBatch({ occurrenceId, state: 'done', recipients: [aRecipient({ customerId: 'KH09', outcome })] }),
    )
    const delivery = { state: 'complained', at: '2027-03-09T02:00:00.000Z', detail: '' } as const
    await stores.touches.record([storedTouch({ customerId: 'KH09', occurrenceId, dispatchId: 'm-9', delivery })])
    const { printed } = await care('unknown', '--to', '2027-03-09', '--from', '2027-03-09')
    expect(printed).toContain('handed to the provider at 2027-03-09 08:00, and no answer recorded by 2027-03-09 08:20;')
    expect(printed).toContain('(m-9), marked as spam at 2027-03-09 09:00')
    expect(printed).not.toContain('Z,')
  })

  test('none says so', async () => {
    const { care } = careInMemory()
    expect((await care('unknown', '--to', '2027-03-09')).printed).toBe('nothing unknown from 2026-12-10 to 2027-03-09')
  })
})

describe('care settle', () => {
  test('settles several at once, with who and why', async () => {
    const run = await atWork()
    const settled = await run.care('settle', ID, 'KH01', 'KH02', '--as', 'not-sent', '--because', 'the provider lost them')
    expect(settled).toMatchObject({ exitCode: 0, printed: 'KH01: settled as not-sent\nKH02: settled as not-sent' })
    expect(await outcomeOf(run, 'KH01')).toMatchObject({
      state: 'failed',
      reason: `settled as not sent by ${ME}: the provider lost them`,
    })
    expect(await run.stores.occurrences.decisions(ID)).toMatchObject([
      { customerId: 'KH01', by: ME, because: 'the provider lost them', at: NOW, decision: 'settled-not-sent' },
      { customerId: 'KH02' },
    ])
    const again = await run.care('settle', ID, 'KH01', '--as', 'not-sent', '--because', 'as I said')
    expect(again).toMatchObject({ exitCode: 0, printed: 'KH01: settled as not-sent, as before' })
  })

  test('draws the balance of a closed one again', async () => {
    const run = await atWork()
    await run.care('settle', OLD, 'KH01', '--as', 'sent', '--by', 'Hoa', '--because', 'she thanked us')
    expect(await run.stores.occurrences.get(OLD)).toMatchObject({ state: 'closed', balance: { sent: 2, unknown: 1 } })
    expect(await run.stores.touches.ofCustomer('KH01')).toMatchObject([{ reason: 'settled as sent by Hoa: she thanked us' }])
  })

  test('does what it can and refuses the rest with reasons', async () => {
    const run = await atWork()
    const mixed = await run.care('settle', ID, 'KH01', 'KH03', 'KH99', '--as', 'sent', '--because', 'x')
    expect(mixed).toMatchObject({
      exitCode: 1,
      printed: 'KH01: settled as sent',
      refused: ['KH03: nothing to decide: the outcome is sent', 'KH99: not among the people of this occurrence'],
    })
    const json = await run.care('settle', ID, 'KH02', 'KH03', '--as', 'sent', '--because', 'x', '--json')
    expect(json).toMatchObject({ exitCode: 1, refused: [] })
    expect(JSON.parse(json.printed)).toEqual([
      { customerId: 'KH02', settled: { state: 'sent', at: UNKNOWN.since, providerId: '' }, again: false },
      { customerId: 'KH03', refused: 'not-unknown', state: 'sent' },
    ])
  })

  test.each([
    ['without a reason', ['--as', 'sent']],
    ['with an empty reason', ['--as', 'sent', '--because', ' ']],
    ['by nobody', ['--as', 'sent', '--because', 'x', '--by', '']],
    ['without saying what', ['--because', 'x']],
    ['as something else', ['--as', 'perhaps', '--because', 'x']],
  ])('%s is wrong usage', async (_, options) => {
    const run = await atWork()
    expect(await run.care('settle', ID, 'KH01', ...options)).toMatchObject({ exitCode: 2, printed: '' })
    expect(await run.stores.occurrences.decisions(ID)).toEqual([])
  })
})

describe('care resend', () => {
  test('logs who and why, readies the row, and hands the batch out at once', async () => {
    const run = await atWork()
    const sent = await run.care('resend', ID, 'KH01', '--by', 'Hoa', '--because', 'she asked for it')
    expect(sent).toMatchObject({
      exitCode: 0,
      warned: [],
      printed: "KH01: goes out once more, from 2027-03-10 09:01 within the campaign's hours; times are Asia/Ho_Chi_Minh",
    })
    expect(await outcomeOf(run, 'KH01')).toEqual({ state: 'deferred', until: NOW, because: 'resend' })
    expect(run.queues.waiting().batches).toEqual([{ occurrenceId: ID, batchId: aBatch().batchId }])
    expect(await run.stores.occurrences.decisions(ID)).toMatchObject([{ decision: 'resend', by: 'Hoa' }])
  })

  test('opens a closed occurrence for it', async () => {
    const run = await atWork()
    const json = await run.care('resend', OLD, 'KH01', '--because', 'x', '--json')
    expect(JSON.parse(json.printed)).toEqual([{ customerId: 'KH01', resent: '2027-03-10T02:01:00.000Z' }])
    expect(await run.stores.occurrences.get(OLD)).toMatchObject({ state: 'open', closesAt: '2027-03-11T02:00:00.000Z' })
  })

  test('is refused for whoever was sent to, and while the campaign is paused', async () => {
    const run = await atWork()
    expect(await run.care('resend', ID, 'KH03', '--because', 'x')).toMatchObject({
      exitCode: 1,
      refused: ['KH03: nothing to decide: the outcome is sent'],
    })
    await run.care('pause', 'tenth-of-march', '--because', 'x')
    expect(await run.care('resend', ID, 'KH01', '--because', 'x')).toMatchObject({
      exitCode: 1,
      refused: ['KH01: the campaign is paused: resume it first'],
    })
  })

  test('without a reason is wrong usage', async () => {
    const run = await atWork()
    expect(await run.care('resend', ID, 'KH01')).toMatchObject({ exitCode: 2 })
  })
})

test.each([
  [['settle', ID, 'KH01', '--as', 'not-sent'], 'KH01'],
  [['resend', ID, 'KH01'], 'KH01'],
  [['pause', 'tenth-of-march'], 'tenth-of-march'],
])('care %j with a reason of ten kilobytes is refused with the limit, and nothing is stored', async (args, who) => {
  const run = await atWork()
  expect(await run.care(...args, '--by', 'Hoa', '--because', 'x'.repeat(10_240))).toMatchObject({
    exitCode: 1,
    refused: [`${who}: --because may have at most 500 characters, and has 10240`],
  })
  expect(await run.stores.occurrences.decisions(ID)).toEqual([])
  expect(await run.stores.campaigns.state('tenth-of-march')).toBe('active')
})

describe('care pause, resume and cancel', () => {
  test('act at once and say what is so already', async () => {
    const run = await atWork()
    const change = async (name: string, ...more: string[]) =>
      run.care(name, 'tenth-of-march', '--because', 'a wrong name', ...more)
    expect(await change('pause')).toMatchObject({ exitCode: 0, printed: 'tenth-of-march: paused' })
    expect(await run.stores.campaigns.state('tenth-of-march')).toBe('paused')
    expect(await change('pause')).toMatchObject({ exitCode: 0, printed: 'tenth-of-march: already paused' })
    expect(JSON.parse((await change('resume', '--json')).printed)).toEqual({
      campaignId: 'tenth-of-march',
      state: 'active',
      changed: true,
    })
    expect(await change('cancel')).toMatchObject({ exitCode: 0, printed: 'tenth-of-march: cancelled' })
    expect(await change('resume')).toMatchObject({
      exitCode: 1,
      printed: '',
      refused: ['tenth-of-march: cancelled for good; to begin anew, accept it under another id'],
    })
    expect(await run.stores.campaigns.state('tenth-of-march')).toBe('cancelled')
  })

  test.each(['pause', 'resume', 'cancel'])(
    '%s: a campaign nobody knows is refused, and no reason is wrong usage',
    async (name) => {
      const run = await atWork()
      const unknown = await run.care(name, 'tet', '--because', 'x', '--json')
      expect(unknown).toMatchObject({ exitCode: 1, refused: [] })
      expect(JSON.parse(unknown.printed)).toEqual({ campaignId: 'tet', refused: 'no-such-campaign' })
      expect(await run.care(name, 'tenth-of-march')).toMatchObject({ exitCode: 2, usage: expect.stringContaining('--because') })
      expect(await run.stores.campaigns.state('tenth-of-march')).toBe('active')
    },
  )

  test('the help of cancel says that there is no way back', async () => {
    const run = await atWork()
    const { usage, exitCode } = await run.care('cancel', '--help')
    expect(exitCode).toBe(0)
    expect(usage).toContain('There is no way back')
  })
})

describe('care redrive', () => {
  test('puts letters back and hands out what is overdue', async () => {
    const run = await atWork()
    run.letters.push({ queue: 'orders', found: 3, putBack: 3, unreadable: 0 })
    const planned = aBatch({ occurrenceId: ID, batchId: '000.001.late', dueAt: '2027-03-10T01:00:00.000Z' })
    await run.stores.occurrences.putBatch(planned)
    for (const slice of await run.stores.occurrences.slices(ID))
      await run.stores.occurrences.putSlice({ ...slice, firstDueAt: planned.dueAt })
    expect(await run.care('redrive')).toMatchObject({
      exitCode: 0,
      printed: `orders: 3 of 3 dead letters put back\n${ID}: 1 overdue handed out again`,
    })
    expect(run.queues.waiting().batches).toEqual([{ occurrenceId: ID, batchId: '000.001.late' }])
  })

  test('letters that are no orders are told, and stay', async () => {
    const run = await atWork()
    const schedules = { queue: 'schedules', found: 2, putBack: 1, unreadable: 1 } as const
    run.letters.push(schedules)
    expect(await run.care('redrive')).toMatchObject({
      exitCode: 1,
      printed: 'schedules: 1 of 2 dead letters put back\nnothing is overdue',
      refused: ['schedules: letters that are no orders stay there, to be read first: 1'],
    })
    expect(JSON.parse((await run.care('redrive', '--json')).printed)).toEqual({ letters: [schedules], overdue: [] })
  })
})

describe('where no queues are', () => {
  test('redrive is refused with the reason, and resend leaves the batch to the look ahead', async () => {
    const run = await atWork()
    run.stop('no system is running: start it with npm start')
    expect(await run.care('redrive')).toMatchObject({ exitCode: 1, refused: ['no system is running: start it with npm start'] })
    expect(await run.care('resend', ID, 'KH01', '--because', 'x')).toMatchObject({
      exitCode: 0,
      warned: ['no system is running: start it with npm start; the hourly look ahead will hand the batch out'],
    })
    expect(await outcomeOf(run, 'KH01')).toMatchObject({ state: 'deferred', because: 'resend' })
  })
})
