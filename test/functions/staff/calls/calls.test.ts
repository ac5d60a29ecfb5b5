/** The page of the calls of a day: whose lines, in which order, and how each stands now. */
import { expect, test } from 'vitest'
import type { Attempted } from '#core/work/work-event.ts'
import {
  BAO,
  CARE,
  CHAU,
  callsOffice,
  DATE,
  HANH,
  KHO,
  linesOn,
  MAI,
  onDay,
  VY,
} from '#test/functions/staff/calls/calls-office.ts'
import { aMissedCall, assignedTo, closingOn, openedAt } from '#test/support/work-builders.ts'

const attempt = (at: string, over: Partial<Attempted> = {}): Attempted => ({
  is: 'attempted',
  at,
  by: { is: 'staff', name: 'Hanh', address: HANH.address },
  disposition: 'no-answer',
  way: 'phone',
  note: null,
  callBackAt: null,
  ...over,
})
const promise = (at: string) =>
  attempt(onDay('11:00', '2027-03-09'), {
    disposition: 'call-back',
    callBackAt: at,
    by: { is: 'staff', name: 'Hanh', address: HANH.address },
  })

const A_SCORE = { is: 'low-score', campaignId: 'nps', occurrenceId: 'nps_2027-02-03', score: 3, replyId: null } as const

async function workingDay() {
  const office = await callsOffice()
  const { due } = office
  await due('hoa', {
    events: [promise(onDay('10:30'))],
    phone: '+84912345678',
    fullName: 'Lê Thị Hoa',
  })
  await due('lan', { phone: '+84987654321' })
  await due('minh', { phone: '+84987654321', over: { workId: 'call-minh' } })
  for (const customerId of ['an', 'binh', 'chi']) await due(customerId)
  await office.make()
  return office
}

test('an agent sees their own part, with whom to ring, how to address them, by which number, and why it stands there', async () => {
  const { page } = await workingDay()
  const html = await page(HANH)
  const [first] = linesOn(html)
  expect(first).toContain('1. Call back: low score Lê Thị Hoa hoa · Chị Lan · 0912 345 678')
  expect(first).toContain('Agreed for 10:30 10 March 2027')
  expect(first).toContain(
    'Why here: agreed with the customer for 10:30 10 March 2027; the customer gave a 3; work of the one who rings.',
  )
  expect(html).toContain('href="tel:+84912345678"')
  expect(html).toContain('href="/work/call-hoa"')
  expect(linesOn(html)).toHaveLength(2)
  expect(linesOn(await page(BAO))).toHaveLength(2)
  expect(html).not.toContain('By person')
  expect(await page(HANH, `/calls?agent=${BAO.address}`)).toContain('Lê Thị Hoa')
  expect(await page(HANH, '/calls', 'vi')).toContain('đã hẹn khách lúc 10:30 10/03/2027')
})

test('customers who share a number are one line with both; each task is named after its customer, and the line asks who answers', async () => {
  const { page, due, make } = await callsOffice()
  await due('lan', { phone: '+84987654321', honorific: 'chi', addressName: 'Lan' })
  await due('minh', { phone: '+84987654321', honorific: 'anh', addressName: 'Minh' })
  await make()
  const html = await page(MAI)
  expect(linesOn(html)).toHaveLength(1)
  expect(html).toMatch(
    /href="\/work\/call-lan">Call back: low score: Chị Lan<.*href="\/work\/call-minh">Call back: low score: Anh Minh</s,
  )
  expect(linesOn(html)[0]).toContain('Ask who answers, and open the task of that customer.')
  expect(linesOn(html)[0]).toContain('2 customers share the number')
  expect(await page(MAI, '/calls', 'vi')).toContain('Hãy hỏi ai nghe máy, rồi mở việc của người ấy.')
})

test('a lead sees the whole team: who is on shift, given, done and left, promises of the next two hours, and what was not given out', async () => {
  const { page, add } = await workingDay()
  await add('call-hoa', attempt(onDay('09:00'), { disposition: 'satisfied' }), {
    ...closingOn(DATE),
    at: onDay('09:00'),
    as: 'reached',
  })
  const html = await page(MAI)
  expect(html).toContain('By person')
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  expect(rows).toContain('Hanh 08:00–12:00, 13:00–17:00 2 1 1 2')
  expect(rows).toContain('Bao 08:00–12:00, 13:00–17:00 2 0 2 2')
  expect(html).toContain('Nothing is agreed for the next two hours.')
  expect(html).toMatch(/data-not-given="capacity">1</)
  expect(linesOn(html)).toHaveLength(5)
  expect(linesOn(await page(MAI, '/calls?agent=none'))).toHaveLength(1)
  expect(linesOn(await page(MAI, `/calls?agent=${BAO.address}`))).toHaveLength(2)
})

test('a call that ended by itself in the night is done by no one: it is neither done nor left', async () => {
  const { page, add } = await workingDay()
  const ended = { ...closingOn(DATE), by: { is: 'system' }, at: onDay('09:00'), as: 'expired', reached: false } as const
  await add('call-hoa', ended)
  const html = (await page(MAI)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(html).toContain('Hanh 08:00–12:00, 13:00–17:00 2 0 1 2')
  expect(html).toContain('0 done')
  expect(html).toContain('the days for the call are over')
})

test('a promise that comes due within two hours, and one that was missed, stand before the lead', async () => {
  const { page, clock } = await workingDay()
  expect(await page(MAI)).toContain(`data-promise="${onDay('10:30')}"`)
  clock.at = onDay('08:00')
  expect(await page(MAI)).not.toContain('data-promise')
  clock.at = onDay('11:00')
  expect(await page(MAI)).toMatch(/data-promise="[^"]*"><b>[^<]*<\/b> <span class="chip warn">missed/)
})

test('a promise that was missed says so on the line of the one who gave it, from a quarter of an hour after its time', async () => {
  const { page, clock } = await workingDay()
  clock.at = onDay('10:44')
  expect(linesOn(await page(HANH))[0]).toMatch(/Agreed for 10:30 10 March 2027 Why here/)
  clock.at = onDay('10:45')
  expect(linesOn(await page(HANH))[0]).toMatch(/Agreed for 10:30 10 March 2027 missed Why here/)
  expect(linesOn(await page(HANH, '/calls', 'vi'))[0]).toContain('Hẹn 10:30 10/03/2027 đã lỡ')
})

test('what was done today stands below with how it ended, and who rang', async () => {
  const { page, add } = await workingDay()
  await add('call-hoa', attempt(onDay('09:00'), { disposition: 'satisfied' }), {
    ...closingOn(DATE),
    at: onDay('09:00'),
    as: 'reached',
  })
  const lines = linesOn(await page(HANH))
  expect(lines.at(-1)).toContain('Lê Thị Hoa')
  expect(lines.at(-1)).toContain('Spoken with: satisfied Hanh, 09:00 10 March 2027')
  expect(await page(HANH)).toContain('1 call left, 1 done.')
})

test('a call-back that was agreed today for later today stands first from then on, by its time', async () => {
  const { page, add, clock } = await workingDay()
  clock.at = onDay('09:40')
  const agreed = (time: string) => attempt(onDay('09:35'), { disposition: 'call-back', callBackAt: onDay(time) })
  await add('call-chi', agreed('09:50'))
  await add('call-binh', agreed('11:00'))
  const ids = linesOn(await page(MAI)).map((line) => /Call back: low score.*? (hoa|lan|an|binh|chi) /.exec(line)?.[1])
  expect(ids).toEqual(['chi', 'hoa', 'binh', 'an', 'lan'])
})

test('a call-back that was agreed today for another day says for when', async () => {
  const { page, add } = await workingDay()
  await add('call-hoa', attempt(onDay('10:31'), { disposition: 'call-back', callBackAt: onDay('15:00', '2027-03-11') }))
  expect(linesOn(await page(HANH)).at(-1)).toContain('Call-back agreed: 15:00 11 March 2027 Hanh, 10:31 10 March 2027')
})

test('a call for which a time was agreed since the list was made stands there by that time, not by what was true before', async () => {
  const { page, add } = await workingDay()
  await add('call-an', attempt(onDay('09:00'), { disposition: 'call-back', callBackAt: onDay('10:00') }))
  const [first] = linesOn(await page(MAI))
  expect(first).toContain('Agreed for 10:00 10 March 2027')
  expect(first).toContain('Why here: agreed with the customer for 10:00 10 March 2027; the customer gave a 3')
  expect(first).not.toContain('due at')
})

test('a missed call to the hotline beside a promise keeps its own hour', async () => {
  const { page, due, make, work } = await callsOffice()
  await due('hoa', { events: [promise(onDay('16:45'))] })
  await work.open(aMissedCall({ customerId: 'hoa' }, { events: [openedAt(onDay('09:58'))], dueAt: onDay('10:58') }))
  await make()
  const [line] = linesOn(await page(HANH))
  expect(line).toContain('Agreed for 16:45 10 March 2027')
  expect(line).toContain('Due at 10:58 10 March 2027 (Call back: missed call to the hotline)')
})

test('a stranger who rang from a number noted as wrong with a customer stands apart from that customer, by the number', async () => {
  const { page, due, make, work, customers } = await callsOffice()
  await due('hoa', { phone: '+84912345678', fullName: 'Trần Thị Hoa' })
  await customers.setWrongPhone({ customerId: 'hoa', phone: '+84912345678' })
  await work.open(aMissedCall({ phone: '+84912345678' }, { events: [openedAt(onDay('06:58'))], dueAt: onDay('07:58') }))
  await make()
  const html = await page(MAI)
  const lines = linesOn(html)
  expect(lines).toHaveLength(2)
  const [strangers, hers] = ['missed call', 'low score'].map((what) => lines.find((line) => line.includes(what)) ?? '')
  expect(strangers).not.toMatch(/Hoa|do not ring/)
  expect(hers).toContain('0912 345 678 wrong number: do not ring')
  expect(html.match(/href="tel:/g)).toHaveLength(1)
})

test.each([
  ['still open: it is rung back, whoever has the number', [], '0912 345 678 noted as a wrong number: ask who rang', 1],
  ['that is over: nobody waits at that number', [closingOn('2027-03-09')], 'wrong number: do not ring', 0],
] as const)(
  'a missed call of a customer before their number was noted as wrong, still %s',
  async (_what, events, said, links) => {
    const { page, due, make, work, customers, add } = await callsOffice()
    await due('hoa', { phone: '+84912345678' })
    const missed = aMissedCall({ customerId: 'hoa' }, { events: [openedAt(onDay('06:58'))], dueAt: onDay('07:58') })
    await work.open(missed)
    await customers.setWrongPhone({ customerId: 'hoa', phone: '+84912345678' })
    await make()
    await add(missed.workId, ...events)
    const html = await page(MAI)
    expect(linesOn(html)[0]).toContain(said)
    expect(html.match(/href="tel:/g) ?? []).toHaveLength(links)
  },
)

test('two calls to one customer that read alike are told apart', async () => {
  const { page, due, make } = await callsOffice()
  await due('hoa')
  await due('hoa', { over: { workId: 'call-2', subject: { ...A_SCORE, campaignId: 'csat' } } })
  await make()
  const html = await page(MAI)
  expect(html).toContain('>Call back: low score (nps)</a>')
  expect(html).toContain('>Call back: low score (csat)</a>')
})

test('a call that was not answered is done for today', async () => {
  const { page, add } = await workingDay()
  await add('call-hoa', attempt(onDay('10:31')))
  expect(linesOn(await page(HANH)).at(-1)).toContain('No answer Hanh, 10:31 10 March 2027')
})

test('what a colleague has taken since, and a customer who wants no calls any more, says so; the number is no link then', async () => {
  const { page, add, customers, suppressions } = await workingDay()
  await add('call-hoa', assignedTo({ is: 'person', address: BAO.address, name: 'Bao', team: CARE }, onDay('09:00')))
  const withdrawn = { decision: 'withdrawn', at: onDay('09:10') } as const
  await customers.setConsents('hoa', { 'care/call': withdrawn })
  const html = await page(HANH)
  expect(linesOn(html)[0]).toContain('Bao has taken it')
  expect(linesOn(html)[0]).toContain('the customer wants no more calls')
  expect(html).not.toContain('tel:+84912345678')
  await suppressions.add({
    contactKey: '+84987654321',
    kind: 'phone',
    reason: 'legal',
    at: onDay('09:00'),
    evidence: 'x',
  } as never)
  const team = await page(MAI)
  expect(team).toContain('suppressed: do not ring')
  expect(team).not.toContain('tel:+84987654321')
})

test('a customer who is not stored any more is passed over', async () => {
  const { page, customers, work } = await workingDay()
  const person = await customers.get('hoa')
  if (person) await customers.remove(person.customer)
  await work.remove('call-hoa')
  expect(linesOn(await page(HANH)).at(-1)).toContain('This customer is not stored any more: pass over.')
})

test('another team: a head and an operator choose, a lead and an agent stay in theirs', async () => {
  const { page } = await workingDay()
  expect(linesOn(await page(CHAU))).toHaveLength(0)
  expect(linesOn(await page(CHAU, `/calls?team=${encodeURIComponent(CARE)}`))).toHaveLength(5)
  expect(await page(KHO)).toContain('name="team"')
  const vy = await page(VY, `/calls?team=${encodeURIComponent(CARE)}`)
  expect(vy).not.toContain('name="team"')
  expect(vy).not.toContain('Lê Thị Hoa')
})

test('a day that is over is shown to read: no number to tap, and nothing of today', async () => {
  const { page, clock } = await workingDay()
  clock.at = onDay('09:00', '2027-03-11')
  const html = await page(HANH, `/calls?date=${DATE}`)
  expect(html).toContain('to read only')
  expect(linesOn(html)).toHaveLength(2)
  expect(html).not.toContain('tel:')
  expect(linesOn(html)[0]).toContain('0912 345 678')
  expect(html).toContain('<h2>Not done</h2>')
})

test.each([
  ['before the start of the day', '07:00', DATE, 'today’s is made at 07:30'],
  ['after it', '07:40', DATE, 'There is no list of today yet'],
  ['on a Sunday', '09:00', '2027-03-14', 'The team does not work on this day'],
])('no list yet: %s it says when one is made', async (_when, time, date, said) => {
  const { page, clock } = await callsOffice()
  clock.at = onDay(time, date)
  expect(await page(HANH)).toContain(said)
  expect(await page(HANH)).toMatch(/The next list is made on \w+, \d\d March 2027 at 07:30/)
  expect(await page(HANH, '/calls?date=2027-02-30')).toContain(said)
  expect(await page(HANH, '/calls?date=2027-03-08')).toContain('Lists are kept for 7 days')
})

test('a list with nothing on it, and a day without anyone on shift, say so', async () => {
  const { page, make, dutyBook, due } = await callsOffice()
  await make()
  expect(await page(HANH)).toContain('You have no calls on this list.')
  expect(await page(MAI)).toContain('There are no calls on this list.')
  await due('an')
  for (const [at, { address }] of [HANH, BAO, MAI].entries())
    await dutyBook.add({
      is: 'away',
      changeId: `000${at + 1}`,
      date: DATE,
      at: onDay('06:00'),
      by: MAI.address,
      byName: 'Mai',
      address,
      because: 'ill',
      from: null,
    })
  await make({ which: 'again' })
  const html = await page(MAI)
  expect(html).toContain('No one is on shift on this day')
  expect(linesOn(html)[0]).toContain('no one is on shift: the list is the lead’s')
})

test('the head, who has the list of a team without a lead, is not said to have left that team; who did is', async () => {
  const { page, make, dutyBook, due, dayLists } = await callsOffice()
  const team = VY.team
  await due('an', { events: [assignedTo({ is: 'team', team })] })
  const away = {
    is: 'away',
    date: DATE,
    at: onDay('06:00'),
    by: CHAU.address,
    byName: 'Chau',
    because: 'ill',
    from: null,
  } as const
  await dutyBook.add({ ...away, changeId: '0001', address: VY.address })
  await make({ team })
  const shown = () => page(CHAU, `/calls?team=${encodeURIComponent(team)}`)
  expect(linesOn(await shown())).toHaveLength(1)
  expect(await shown()).toMatch(/agent=chau%40example.com/)
  expect(await shown()).not.toContain('not in the team any more')
  const list = await dayLists.get({ team, date: DATE })
  if (list) await dayLists.put({ ...list, version: 2, lines: list.lines.map((line) => ({ ...line, agent: HANH.address })) })
  expect(await shown()).toContain('not in the team any more')
})

test('an agent’s own calls are numbered from 1 without a gap, also once some are done; the lead sees the order of the team', async () => {
  const { page, make, due, add } = await callsOffice()
  for (const id of ['an', 'binh', 'chi', 'dung']) await due(id)
  await make()
  const numbersOf = (html: string) => linesOn(html).map((line) => Number(/^(\d+)\./.exec(line)?.[1]))
  expect(numbersOf(await page(MAI))).toEqual([1, 2, 3, 4])
  for (const agent of [HANH, BAO]) {
    expect(numbersOf(await page(agent))).toEqual([1, 2])
    expect(numbersOf(await page(MAI, `/calls?agent=${agent.address}`))).toEqual([1, 2])
  }
  const id = /href="\/work\/call-(\w+)"/.exec(await page(HANH))?.[1] ?? ''
  const by = { is: 'staff', name: 'Hanh', address: HANH.address } as const
  await add(`call-${id}`, {
    is: 'attempted',
    at: onDay('09:00'),
    by,
    disposition: 'no-answer',
    way: 'phone',
    note: null,
    callBackAt: null,
  })
  expect(numbersOf(await page(HANH)), 'the done one stands below with its number').toEqual([2, 1])
})

test('on a public holiday the page names it, and says when the next list comes', async () => {
  const { page, clock } = await callsOffice()
  clock.at = onDay('09:00', '2027-04-30')
  expect(await page(HANH, '/calls', 'vi')).toMatch(/Ngày Chiến thắng 30\/4: nhóm nghỉ ngày này nên không có danh sách/)
  expect(await page(HANH, '/calls', 'vi')).toMatch(/Danh sách tiếp theo được lập Thứ \S+ \d\d\/05\/2027 lúc 07:30/)
  expect(await page(HANH)).toMatch(/: the team is off on this day, so there is no list/)
})
