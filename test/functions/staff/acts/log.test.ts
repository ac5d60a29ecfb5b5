import { describe, expect, test } from 'vitest'
import { memoryAuditLog, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { type AuditQuery, auditPlace } from '#app/ports/staff.ts'
import { type AuditEntry, type AuditLine, closingEntry } from '#core/staff/audit-entry.ts'
import type { Role } from '#core/staff/role.ts'
import { logRoutes } from '#functions/staff/acts/log.ts'
import { deskSystem, visiting } from '#test/functions/staff/acts/desk.ts'

const entry = (over: Partial<AuditEntry>): AuditEntry => ({
  auditId: 'a-1',
  at: '2027-03-10T02:00:00.000Z',
  by: 'hoa@trasen.example.com',
  act: 'pause-campaign',
  on: { kind: 'campaign', id: 'tet-greeting' },
  people: 1_234,
  result: 'begun',
  ...over,
})

interface Office {
  readonly role?: Role
  /** Since when the address on the roster is the person's. */
  readonly addressSince?: string
  readonly entries?: readonly AuditEntry[]
  /** Places of rows that are no entries. */
  readonly unreadable?: readonly string[]
  /** Hears how many lines were read. */
  readonly onRead?: (lines: number) => void
}

async function office({ role = 'lead', addressSince, entries = [], unreadable = [], onRead = () => {} }: Office = {}) {
  const log = memoryAuditLog()
  const { system, auditLog, said } = deskSystem({
    auditLog: {
      ...log,
      page: async (query) => {
        const lines = await log.page(query)
        onRead(lines.length)
        return withUnreadable(lines, query)
      },
    },
  })
  const withUnreadable = (lines: readonly AuditLine[], { month }: AuditQuery): readonly AuditLine[] =>
    [
      ...lines,
      ...unreadable.filter((place) => place.startsWith(month)).map((place) => ({ place, result: 'unreadable' as const })),
    ].toSorted((a, b) => (auditPlace(a) < auditPlace(b) ? 1 : -1))
  const roster = memoryRosterStore()
  await roster.publish({
    people: [
      {
        name: 'Nguyễn Hoa',
        address: 'hoa@trasen.example.com',
        team: 'Chăm sóc',
        role: 'head',
        ...(addressSince && { addressSince }),
      },
    ],
    version: 1,
    publishedAt: '2027-01-01T00:00:00.000Z',
    publishedBy: 'operator',
  })
  for (const each of entries) await auditLog.add(each)
  return { ...visiting(logRoutes({ ...system, stores: { auditLog, roster } }), { role, auditLog }), said, auditLog }
}

test('taking and handing over are told apart; entries from before, which did not, are still told', async () => {
  const acts = ['assign-work', 'take-work', 'hand-over-work'] as const
  const { page } = await office({
    entries: acts.map((act, nth) => entry({ auditId: `a-${nth}`, act, on: { kind: 'work', id: 'w-1' }, people: 1 })),
  })
  const told = async (language: string) => {
    const html = await page('/log', language)
    return ['Nhận hoặc giao việc', 'Nhận việc', 'Giao việc', 'Take work or hand it over', 'Take work', 'Hand work over'].filter(
      (word) => html.includes(`>${word}<`),
    )
  }
  expect(await told('vi')).toEqual(['Nhận hoặc giao việc', 'Nhận việc', 'Giao việc'])
  expect(await told('en')).toEqual(['Take work or hand it over', 'Take work', 'Hand work over'])
})

test('a line says when in the company’s time, who, what, on what, how many people, and what became of it', async () => {
  const { page } = await office({
    entries: [
      entry({}),
      entry({
        auditId: 'a-2',
        act: 'erase-person',
        on: { kind: 'customer', id: 'KH01' },
        people: 1,
        result: 'failed',
        ground: 'customer-asked',
      }),
    ],
  })
  const html = await page('/log')
  for (const text of [
    '09:00 10/03/2027',
    'Nguyễn Hoa',
    'Tạm dừng chiến dịch',
    'href="/campaigns/tet-greeting"',
    '1.234',
    'Xóa dữ liệu khách',
    'khách yêu cầu',
    'href="/customers/KH01"',
    'bị lỗi',
  ])
    expect(html).toContain(text)
  const english = await page('/log', 'en')
  for (const text of ['Pause the campaign', 'the customer asks for it', 'broke off', '1,234']) expect(english).toContain(text)
})

test('an act is one line with what became of it; one whose end is missing is seen as such, and only that', async () => {
  const named = (id: string) => entry({ auditId: id, on: { kind: 'work', id } })
  const { page } = await office({
    entries: [
      ...(['done', 'refused', 'failed'] as const).flatMap((result) => [named(result), closingEntry(named(result), result)]),
      named('cut-off'),
    ],
  })
  const html = await page('/log', 'en')
  const rows = html.split('<tr>').slice(2)
  expect(rows).toHaveLength(4)
  const chipOf = (id: string) =>
    rows
      .find((row) => row.includes(` ${id}<`))
      ?.match(/class="chip (\w+)">([^<]*)</)
      ?.slice(1)
  expect(['done', 'refused', 'failed', 'cut-off'].map(chipOf)).toEqual([
    ['quiet', 'done'],
    ['warn', 'refused'],
    ['warn', 'broke off'],
    ['warn', 'begun, end not known'],
  ])
})

test('lines from before closing lines were linked are read, the second one as a line of its own', async () => {
  const { page } = await office({ entries: [entry({}), entry({ auditId: 'a-2', result: 'refused' })] })
  const html = await page('/log', 'en')
  expect(html).toContain('begun, end not known')
  expect(html).toContain('>refused<')
})

test('who has left the roster is named as they were called when they acted', async () => {
  const { page } = await office({ entries: [entry({ by: 'mai@trasen.example.com', byName: 'Lê Ngọc Mai' })] })
  expect(await page('/log')).toMatch(/Lê Ngọc Mai<br><small>mai@trasen/)
})

test('somebody of whom only the address is known stands with their address', async () => {
  const { page } = await office({ entries: [entry({ by: 'mai@trasen.example.com' })] })
  expect(await page('/log')).toContain('mai@trasen.example.com')
})

test('the months are the company’s: the night of the first is not last month', async () => {
  const { page } = await office({
    entries: [
      entry({ auditId: 'night', at: '2027-02-28T17:30:00.000Z', on: { kind: 'work', id: 'w-march' } }),
      entry({ auditId: 'evening', at: '2027-02-28T16:30:00.000Z', on: { kind: 'work', id: 'w-february' } }),
      entry({ auditId: 'end', at: '2027-03-31T17:30:00.000Z', on: { kind: 'work', id: 'w-april' } }),
    ],
  })
  const shown = async (month: string) => [...(await page(`/log?month=${month}`)).matchAll(/ w-(\w+)</g)].map(([, name]) => name)
  expect([await shown('2027-02'), await shown('2027-03')]).toEqual([['february'], ['march']])
})

test.each([
  ['each closed', true],
  ['none closed', false],
])('fifty acts to a page, the newest first, each once: %s', async (_what, isClosed) => {
  const entries = Array.from({ length: 120 }, (_, n) => {
    const number = String(n).padStart(3, '0')
    const begun = entry({
      auditId: `a-${number}`,
      at: `2027-03-0${1 + (n % 9)}T0${n % 7}:00:00.000Z`,
      on: { kind: 'work', id: `w-${number}` },
    })
    return isClosed ? [begun, closingEntry(begun, 'done')] : [begun]
  }).flat()
  const { page } = await office({ entries })
  const seen: string[] = []
  let path: string | undefined = '/log'
  const sizes: number[] = []
  while (path) {
    const html: string = await page(path)
    const ids = [...html.matchAll(/ w-(\d{3})</g)].map(([, id = '']) => id)
    seen.push(...ids)
    sizes.push(ids.length)
    path = html.match(/href="([^"]*before=[^"]*)"/)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(sizes).toEqual([50, 50, 20])
  expect(new Set(seen).size).toBe(120)
})

test('a row that cannot be read stands in its place, the others beside it, and an event counts it', async () => {
  const { page, said } = await office({ entries: [entry({})], unreadable: ['2027-03-09T02:00:00.000Z#a-0'] })
  const html = await page('/log')
  expect(html).toContain('2027-03-09T02:00:00.000Z#a-0')
  expect(html).toContain('Không đọc được dòng này')
  expect(html).toContain('href="/campaigns/tet-greeting"')
  expect(said).toEqual([{ name: 'audit.unreadable', values: { month: '2027-03', lines: 1 } }])
})

test('an empty month says what will stand there; there is no month after this one', async () => {
  const { page } = await office()
  expect(await page('/log?month=2026-12')).toContain('Tháng 12/2026 chưa có ai làm gì')
  expect(await page('/log?month=2026-12', 'en')).toContain('Nobody did anything in December 2026')
  expect(await page('/log?month=2026-12')).toContain('month=2027-01')
  expect(await page('/log')).not.toContain('month=2027-04')
  expect(await page('/log?month=2027-13')).toContain('Tháng 3/2027')
})

test('days that do not exist or stand the wrong way round are told, with the way to what was meant', async () => {
  const { page } = await office({ entries: [entry({})] })
  const reversed = await page('/log?from=2027-03-31&to=2027-03-01&by=hoa%40trasen.example.com')
  expect(reversed).toContain('data-wrong="reversed"')
  expect(reversed).toContain('href="/log?by=hoa%40trasen.example.com&amp;from=2027-03-01&amp;to=2027-03-31')
  expect(await page('/log?from=2027-02-31&to=x', 'en')).toContain('There is no day “2027-02-31”')
  expect(await page('/log?from=2027-03-01&to=2027-03-31')).not.toContain('data-wrong')
})

test.each<[Role, number]>([
  ['lead', 200],
  ['head', 200],
  ['operator', 200],
  ['agent', 403],
  ['marketing', 403],
  ['director', 403],
])('a %s: %i', async (role, status) => {
  const { open } = await office({ role })
  expect((await open('/log')).status).toBe(status)
})

/** Ids of work in the order of the page. */
const worksOn = (html: string) => [...html.matchAll(/ w-([\w-]+)</g)].map(([, id = '']) => id)

describe('the log is narrowed', () => {
  const work = (id: string, over: Partial<AuditEntry> = {}) => {
    const begun = entry({ auditId: id, on: { kind: 'work', id: `w-${id}` }, act: 'close-work', ...over })
    return [begun, closingEntry(begun, 'done')]
  }
  const entries = [
    ...work('mai-closed', { by: 'mai@trasen.example.com' }),
    ...work('hoa-closed', { at: '2027-03-09T02:00:00.000Z' }),
    ...work('hoa-noted', { act: 'note-work', at: '2027-03-08T02:00:00.000Z' }),
    ...work('hoa-february', { at: '2027-02-08T02:00:00.000Z' }),
  ]
  const HOA = 'by=hoa%40trasen.example.com'

  test.each([
    ['to a person', HOA, ['hoa-closed', 'hoa-noted']],
    ['to a kind of act', 'act=close-work', ['mai-closed', 'hoa-closed']],
    ['to both', `${HOA}&act=close-work`, ['hoa-closed']],
    ['to a person of another month', `${HOA}&month=2027-02`, ['hoa-february']],
    ['to days of two months', 'from=2027-02-08&to=2027-03-08', ['hoa-noted', 'hoa-february']],
    ['to days since', 'from=2027-03-09', ['mai-closed', 'hoa-closed']],
    ['to days until', 'to=2027-03-08', ['hoa-noted', 'hoa-february']],
    ['to days the wrong way round', 'from=2027-03-09&to=2027-03-01', []],
    ['to one thing, whatever the month', 'about=w-hoa-february', ['hoa-february']],
    ['to one thing and days', 'about=w-hoa-february&from=2027-03-01', []],
    ['to what there is not', 'about=w-x&act=nothing', []],
    ['to what cannot be meant, which asks nothing', 'act=nothing&from=2027-02-30', ['mai-closed', 'hoa-closed', 'hoa-noted']],
  ])('%s', async (_what, query, expected) => {
    const { page } = await office({ entries })
    const html = await page(`/log?${query}`)
    expect(worksOn(html)).toEqual(expected)
    if (expected.length === 0) expect(html).toContain('Không có dòng nào như thế.')
  })

  test('days that do not exist, and days the wrong way round, are told as on other pages, with the way to turn them', async () => {
    const { page } = await office({ entries })
    const turned = await page(`/log?${HOA}&from=2027-03-09&to=2027-03-01`)
    expect(turned).toContain('Ngày bắt đầu 09/03/2027 đứng sau ngày kết thúc 01/03/2027')
    expect(turned.replaceAll('&amp;', '&')).toMatch(
      /href="\/log\?by=hoa%40trasen.example.com&from=2027-03-01&to=2027-03-09&month=2027-03"/,
    )
    const unknown = await page('/log?from=2027-02-30&to=9.3.', 'en')
    expect(unknown).toContain('data-wrong="no-such-day no-such-day"')
    expect(unknown).toContain('There is no day “2027-02-30”')
    expect(await page('/log?from=2027-03-01&to=2027-03-09')).not.toContain('data-wrong')
  })

  test('and what was asked for stays in the form and in the links', async () => {
    const { page } = await office({ entries })
    const html = await page(`/log?${HOA}&act=close-work&from=2027-03-01&about=w-1`)
    for (const text of [
      'value="hoa@trasen.example.com" selected',
      'value="close-work" selected',
      'value="2027-03-01"',
      'value="w-1"',
    ])
      expect(html).toContain(text)
    expect(await page(`/log?${HOA}`)).toContain(`href="/log?${HOA}&amp;month=2027-02"`)
  })

  test('to a rare person among very many lines: each page reads so many at most and says how far back it has looked', async () => {
    const many = Array.from({ length: 4_000 }, (_, nth) =>
      entry({ auditId: `a-${String(nth).padStart(4, '0')}`, at: '2027-03-09T02:00:00.000Z', by: 'mai@trasen.example.com' }),
    )
    let read = 0
    const { page } = await office({
      entries: [...work('hoa', { at: '2027-03-02T02:00:00.000Z' }), ...many].flat(),
      onRead: (lines) => {
        read += lines
      },
    })
    const first = await page(`/log?${HOA}`, 'en')
    expect(worksOn(first)).toEqual([])
    expect(first).toContain('Looked back as far as 9 March 2027')
    expect(read).toBeLessThan(3_200)
    const next = first.match(/href="([^"]*before=[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(worksOn(await page(next, 'en'))).toEqual(['hoa'])
  })
})

test('who was turned away stands among the acts: how often in the hour, why, and the person where one was signed in', async () => {
  const { page, auditLog } = await office({ entries: [entry({ on: { kind: 'work', id: 'w-1' } })] })
  const at = '2027-03-10T02:10:00.000Z'
  for (const _ of [1, 2])
    await auditLog.countTurnedAway({ at, because: 'role', permission: 'erase-person', by: 'hoa@trasen.example.com' })
  await auditLog.countTurnedAway({ at, because: 'not-ours', permission: null, by: null })
  const texts = [
    'The role may not',
    'erase a customer',
    '2 times in this hour',
    'Nguyễn Hoa',
    'A session that this system did not give',
    'once in this hour',
    'a visitor who was not signed in',
  ]
  const all = await page('/log', 'en')
  for (const text of [...texts, ' w-1<']) expect(all).toContain(text)
  const alone = await page('/log?act=turned-away', 'en')
  for (const text of texts) expect(alone).toContain(text)
  expect(worksOn(alone)).toEqual([])
  const hers = await page('/log?by=hoa%40trasen.example.com&act=turned-away', 'en')
  expect(hers).toContain('The role may not')
  expect(hers).not.toContain('A session that this system did not give')
  expect(await page('/log?act=close-work', 'en')).not.toContain('The role may not')
})

test('a decision about one customer’s mail names the customer beside the occurrence', async () => {
  const on = { kind: 'occurrence', id: 'tet-greeting_2027-02-04' } as const
  const { page } = await office({ entries: [entry({ act: 'resend', on, people: 1, customerId: 'KH01', result: 'done' })] })
  const html = await page('/log')
  for (const path of ['/occurrences/tet-greeting_2027-02-04', '/customers/KH01']) expect(html).toContain(`href="${path}"`)
  expect(await page('/log?about=KH01')).toContain('<span>Gửi lại một lần</span></td>')
})

test('a line of who was turned away names who had the address then, never who has it now', async () => {
  const { page, auditLog } = await office({ addressSince: '2027-03-10' })
  const request = { because: 'role', permission: 'erase-person', by: 'hoa@trasen.example.com' } as const
  await auditLog.countTurnedAway({ ...request, at: '2027-03-08T02:10:00.000Z', byName: 'Phan Hoa' })
  await auditLog.countTurnedAway({ ...request, at: '2027-03-09T02:10:00.000Z' })
  const before = await page('/log?act=turned-away')
  expect(before.match(/Phan Hoa<br>/g)?.length).toBe(1)
  expect(before).not.toContain('Nguyễn Hoa<br>')
  expect(before.match(/hoa@trasen.example.com<\//g)?.length).toBe(2)
  await auditLog.countTurnedAway({ ...request, at: '2027-03-10T02:10:00.000Z' })
  expect((await page('/log?act=turned-away')).match(/Nguyễn Hoa<br>/g)?.length).toBe(1)
})

test('very many lines of those turned away and of acts are paged, each once', async () => {
  const { page, auditLog } = await office({
    entries: Array.from({ length: 150 }, (_, n) =>
      entry({ auditId: `a-${n}`, at: `2027-03-0${1 + (n % 9)}T0${n % 7}:30:00.000Z`, on: { kind: 'work', id: `w-${n}` } }),
    ),
  })
  for (let n = 0; n < 130; n++)
    await auditLog.countTurnedAway({
      at: `2027-03-0${1 + (n % 9)}T0${n % 7}:00:00.000Z`,
      because: 'role',
      permission: 'see-audit',
      by: `p${n}@trasen.example.com`,
    })
  const seen: string[] = []
  let path: string | undefined = '/log'
  while (path) {
    const html: string = await page(path)
    seen.push(
      ...[...html.matchAll(/ (w-\d+)<| <span>(p\d+)@|>(p\d+)@/g)].map(([, work, one, other]) => work ?? one ?? other ?? ''),
    )
    path = html
      .slice(html.indexOf('</table>'))
      .match(/href="([^"]*before=[^"]*)"/)?.[1]
      ?.replaceAll('&amp;', '&')
  }
  expect([seen.length, new Set(seen).size]).toEqual([280, 280])
})
