/** A clock of a case rings: who is mailed, once, whatever rings twice, late, breaks off or is refused; and the next alarm is set. */
import { describe, expect, test } from 'vitest'
import { memoryDutyBook } from '#adapters/memory/staff-stores.ts'
import type { StaffMail } from '#app/ports/sending.ts'
import type { UrgentPost } from '#app/ports/urgent-hook.ts'
import { type RingCasePorts, ringCase } from '#app/sending/ring-case.ts'
import { DAY_MS, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { nextRingAt, ringsToCome } from '#core/work/case/case-rings.ts'
import { MOST_EVENTS } from '#core/work/history.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { Case } from '#core/work/work-item.ts'
import { clockLetters } from '#functions/wiring/clock-letters.ts'
import { at, BAO, DATE, HANH, MAI, someone, TEAM, teamDays } from '#test/app/sending/team-days.ts'
import { aCustomer } from '#test/support/builders.ts'
import { memoryCaseAlarms } from '#test/support/case-alarms.ts'
import { aCatalogue, askedCompensation, COMPENSATION } from '#test/support/compensation-builders.ts'
import { aDepartment, askedDepartment, QUESTION } from '#test/support/question-builders.ts'
import { aMailSubject, assignedTo, closedWork, closingOn, notedBy, openedAt, storedCase } from '#test/support/work-builders.ts'

const WORK = 'complaint_r-1'
const CHAU = 'chau@example.com'
const PEOPLE = [
  someone('mai', { role: 'lead' }),
  someone('hanh'),
  someone('bao'),
  someone('chau', { role: 'head', team: 'Ban' }),
  someone('dung', { role: 'director', team: 'Ban' }),
]
const NIGHT = {
  onCall: [
    {
      people: [BAO, HANH],
      hours: [
        { from: '00:00', to: '08:00' },
        { from: '17:00', to: '24:00' },
      ],
    },
  ],
}
const hers = { is: 'person', address: HANH, name: 'Hanh', team: TEAM } as const
const graded = (when: string, severity: 's1' | 's2' | 's3'): CaseEvent => ({
  is: 'severity-set',
  at: when,
  by: { is: 'system' },
  severity,
  because: { is: 'rule', rule: 'words' },
})

/** A complaint that was opened at that time of the day, on Hạnh's desk. */
async function desk({
  opened = '08:00',
  events = [assignedTo(hers, at('08:00'))],
  ...over
}: { opened?: string; events?: readonly WorkEvent[] } & Parameters<typeof teamDays>[0] = {}) {
  const made = await teamDays({ plan: NIGHT, people: PEOPLE, ...over })
  const memory = memoryCaseAlarms()
  const companyRules = { ...made.ports.companyRules, compensation: aCatalogue(), departments: [aDepartment()] }
  const staffUrl = 'https://staff.example.com'
  const ports: RingCasePorts = {
    ...made.ports,
    companyRules,
    alarms: memory,
    clockLetters: clockLetters({ ...companyRules, staffUrl }),
  }
  const item = storedCase({
    workId: WORK,
    customerId: 'lan',
    subject: aMailSubject('complaint', { replyId: 'r-1' }),
    events: [openedAt(at(opened)), ...events] as unknown as Case['events'],
  })
  await made.ports.work.open(item)
  await made.ports.customers.put([aCustomer({ customerId: 'lan', fullName: 'Nguyễn Thị Lan', honorific: 'chi', email: null })])
  const rings = (now: Instant, with_: Partial<RingCasePorts> = {}) =>
    ringCase({ ...ports, ...with_ }, { workId: WORK, clock: () => now })
  const stored = async () => {
    const found = await made.ports.work.get(WORK)
    if (found?.kind !== 'case') throw new Error('no case')
    return found
  }
  const happened = async (is: CaseEvent['is']) => (await stored()).events.filter((event) => event.is === is)
  const removed = () => made.ports.work.remove(WORK)
  const to = () => made.mailer.staffMails.map((mail) => mail.to)
  const opens = (other: Case) => made.ports.work.open(other)
  const { customers, suppressions, work } = made.ports
  return {
    ...made,
    ports,
    opens,
    customers,
    suppressions,
    work,
    memory,
    rings,
    stored,
    happened,
    removed,
    to,
    rules: companyRules,
  }
}

describe('a reminder', () => {
  test('goes to the owner with the clock, when it is due, who the customer is and a link, and is noted', async () => {
    const { rings, happened, mailer, memory, stored, rules } = await desk()
    await rings(at('13:00'))
    const [mail] = mailer.staffMails
    expect(mail?.to).toBe(HANH)
    expect(mail?.subject).toBe('Nhắc hạn: bắt đầu, đã qua 50% thời gian (khiếu nại, mức S3 Thường)')
    expect(mail?.subject).not.toContain('Lan')
    for (const part of [mail?.text, mail?.html])
      for (const said of [
        'Nguyễn Thị Lan',
        `https://staff.example.com/work/${WORK}`,
        'Bắt đầu: đã qua 50% thời gian, hạn lúc 17:00 02/03/2027.',
      ])
        expect(part).toContain(said)
    expect(await happened('reminded')).toMatchObject([{ to: { address: HANH, name: 'Hanh' } }])
    expect(memory.alarms.at(-1)?.at).toBe(nextRingAt(await stored(), rules))
  })

  test('goes to an owner who is back from leave and at work before the night of the others is over', async () => {
    const week = [{ weekdays: [1, 2, 3, 4, 5], hours: [{ from: '07:00', to: '16:00' }] }]
    const { rings, to } = await desk({
      plan: { ...NIGHT, week },
      opened: '06:30',
      events: [assignedTo(hers, at('06:30')), graded(at('06:30'), 's1')],
    })
    const leave = { is: 'away', date: '2027-03-01', address: HANH, because: 'leave', from: null } as const
    const change = { ...leave, changeId: '0001', at: '2027-02-26T03:00:00.000Z', by: MAI, byName: 'Mai' }
    const dutyBook = memoryDutyBook()
    await dutyBook.add(change)
    await rings(at('07:10'), { dutyBook })
    // The clock goes up to the head at the same time.
    expect(to()).toEqual([CHAU, HANH])
  })

  test.each([
    [false, '0912 345 678'],
    [true, '0912 345 678 (số bị chặn: không gọi)'],
  ])('links the number of a customer unless it is suppressed: %s', async (isSuppressed, said) => {
    const { ports, customers, suppressions, rings, mailer } = await desk()
    const phone = '+84912345678'
    await customers.put([aCustomer({ customerId: 'lan', phone, email: null })])
    const contactKey = ports.seals.contactKey({ kind: 'phone', value: phone })
    if (isSuppressed) await suppressions.add({ contactKey, kind: 'phone', reason: 'opt-out', at: at('08:00'), evidence: 'x' })
    await rings(at('13:00'))
    expect(mailer.staffMails[0]?.text).toContain(`${said}\n`)
    expect(mailer.staffMails[0]?.html.includes('tel:')).toBe(!isSuppressed)
  })

  test('in English where the company is', async () => {
    const { rings, mailer } = await desk({ locale: 'en' })
    await rings(at('16:00'))
    expect(mailer.staffMails[0]?.subject).toContain('Reminder: ')
    expect(mailer.staffMails[0]?.text).toContain('You get this mail because the case is on your desk.')
  })

  test('what is due together is one mail, and rings that come twice, at once or late, bring no second one', async () => {
    const { rings, to, happened } = await desk()
    const late = plusMs(at('16:59'), 0)
    await Promise.all([rings(late), rings(late), rings(late)])
    await rings(plusMs(late, MINUTE_MS))
    const mails = to().length
    expect(mails).toBeGreaterThan(0)
    const points = (await happened('reminded')).flatMap((event) => (event.is === 'reminded' ? event.clocks : []))
    expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(points.length)
    await rings(plusMs(late, 2 * MINUTE_MS))
    expect(to()).toHaveLength(mails)
  })

  test('of an owner who is away, or of a case that nobody has, goes to the lead; to the head where there is none', async () => {
    const away = await desk()
    await away.isAway('hanh', '08:00')
    await away.rings(at('13:00'))
    expect(away.to()).toEqual([MAI])
    const nobodys = await desk({ events: [] })
    await nobodys.rings(at('13:00'))
    expect(nobodys.to()[0]).toBe(MAI)
    const without = await desk({ events: [], people: PEOPLE.filter(({ role }) => role !== 'lead') })
    await without.rings(at('13:00'))
    expect(without.to()[0]).toBe(CHAU)
  })

  test('of the gravest at night goes to who is on call', async () => {
    const { rings, to } = await desk({ opened: '22:00', events: [graded(at('22:00'), 's1'), assignedTo(hers, at('22:01'))] })
    await rings(at('23:59'))
    expect(to()[0]).toBe(BAO)
  })

  test('for a case that is closed, that moved on, or whose customer was erased: nothing', async () => {
    const { rings, to, ports, stored } = await desk()
    await ports.work.update(closedWork(await stored(), DATE))
    await rings(at('17:00'))
    const erased = await desk()
    await erased.removed()
    await erased.rings(at('17:00'))
    expect([to(), erased.to()]).toEqual([[], []])
  })
})

describe('going up', () => {
  test('by time: the head is told, then the next person, until one takes it up', async () => {
    const { rings, to, happened, stored, ports } = await desk({
      events: [graded(at('08:00'), 's2'), assignedTo(hers, at('08:00'))],
    })
    // Four hours of work: it goes up at noon, and is told when work goes on.
    await rings(at('13:00'))
    expect(await happened('escalated')).toMatchObject([{ to: 'head', by: { is: 'system' }, clock: { percent: 100 } }])
    expect(to()).toContain(CHAU)
    await rings(at('13:10'))
    expect(await happened('alerted')).toHaveLength(1)
    await rings(at('13:30'))
    expect((await happened('alerted')).map((event) => (event.is === 'alerted' ? event.to?.address : null))).toEqual([CHAU, MAI])
    const item = await stored()
    await ports.work.update({
      ...item,
      version: item.version + 1,
      events: [
        ...item.events,
        { ...notedBy('Mai', 'tôi gọi', at('13:40')), by: { is: 'staff', name: 'Mai', address: MAI } },
      ] as never,
    })
    const before = to().length
    await rings(at('14:30'))
    expect(await happened('alerted')).toHaveLength(2)
    expect(
      to()
        .slice(before)
        .filter((address) => address === CHAU),
    ).toEqual([])
  })

  test('two runs of one ringing, one of which stands still before its note: the person was told once, and stands there once', async () => {
    const { ports, rings, happened, to } = await desk({ events: [assignedTo(hers, at('08:00')), graded(at('08:00'), 's2')] })
    const now = plusMs(at('08:00'), 20 * 60 * MINUTE_MS)
    let isFirst = true
    const update: typeof ports.work.update = async (item) => {
      if (item.kind === 'case' && item.events.at(-1)?.is === 'alerted' && isFirst) {
        isFirst = false
        await rings(now)
      }
      return ports.work.update(item)
    }
    await rings(now, { work: { ...ports.work, update } })
    expect(isFirst).toBe(false)
    const told = (await happened('alerted')).map((event) => event.is === 'alerted' && event.to?.address)
    expect(new Set(told).size).toBe(told.length)
    expect(new Set(to()).size).toBeGreaterThan(0)
  })

  test('by hand at night: who is on call, with the reason; not the one who took it up there', async () => {
    const by = { is: 'staff', name: 'Bao', address: BAO } as const
    const up: CaseEvent = { is: 'escalated', at: at('22:00'), by, to: 'lead', because: 'khách dọa kiện' }
    const { rings, to, mailer } = await desk({ opened: '16:50', events: [assignedTo(hers, at('16:55')), up] })
    await rings(at('22:00'))
    expect(to()).toEqual([HANH])
    expect(mailer.staffMails[0]?.subject).toBe('Vụ việc báo lên trưởng nhóm (khiếu nại, mức S3 Thường)')
    expect(mailer.staffMails[0]?.text).toContain('Bao báo lên trưởng nhóm: “khách dọa kiện”')
  })

  test('a director is told without the name of the customer, and the head after them', async () => {
    const by = { is: 'staff', name: 'Mai', address: MAI } as const
    const up: CaseEvent = { is: 'escalated', at: at('09:00'), by, to: 'director', because: 'chị Lan dọa kiện' }
    const { rings, mailer, to } = await desk({ events: [assignedTo(hers, at('08:30')), up] })
    await rings(at('09:00'))
    const [mail] = mailer.staffMails
    expect(mail?.to).toBe('dung@example.com')
    for (const part of [mail?.subject, mail?.text, mail?.html]) expect(part).not.toMatch(/Lan|\/work\//)
    await rings(at('09:30'))
    expect(to()[1]).toBe(CHAU)
  })

  test('goes further up at the very same instant, as on a clock that stands still, and the people there are told too', async () => {
    const up = (level: 'lead' | 'director'): CaseEvent => ({
      is: 'escalated',
      at: at('09:00'),
      by: { is: 'staff', name: 'Hanh', address: HANH },
      to: level,
      because: 'khách dọa kiện',
    })
    const { rings, to, stored, work } = await desk({ events: [assignedTo(hers, at('08:30')), up('lead')] })
    await rings(at('09:00'))
    const item = await stored()
    const next = { ...item, events: [...item.events, up('director')], version: item.version + 1 }
    await work.update(next as Case)
    for (let run = 0; run < 2; run++) await rings(at('09:00'))
    expect(to()).toEqual([MAI, 'dung@example.com'])
  })
})

/** What tells of a compensation, among the mails about clocks. */
const news = ({ staffMails }: { readonly staffMails: readonly StaffMail[] }) =>
  staffMails.filter(({ subject }) => subject.includes('ù đắp'))

describe('news', () => {
  const asked = askedDepartment({ at: at('08:10') })
  const answered = (when: string, over: object = {}): CaseEvent => ({
    is: 'department-answered',
    at: when,
    by: { is: 'system' },
    questionId: QUESTION,
    said: { is: 'link', name: 'Vũ Thị Lan', colleague: 'Tư' },
    text: 'Lô L-07 bị ẩm, xin đổi hộp mới.',
    ...over,
  })
  const onHersDesk = [assignedTo(hers, at('08:00')), asked]
  const waits = askedCompensation({ at: at('08:20'), amount: 200_000 })

  test('of a department that answered goes to the owner at once, with the words and a link; once', async () => {
    const { rings, mailer, to, happened } = await desk({ events: [...onHersDesk, answered(at('08:30'))] })
    await Promise.all([rings(at('08:30')), rings(at('08:30'))])
    await rings(at('08:40'))
    expect(to()).toEqual([HANH])
    const [mail] = mailer.staffMails
    expect(mail?.subject).toBe('Bộ phận Sản xuất đã trả lời (khiếu nại, mức S3 Thường)')
    for (const part of [mail?.text, mail?.html])
      for (const said of ['Lô L-07 có bị ẩm khi đóng gói không?', 'Lô L-07 bị ẩm, xin đổi hộp mới.', `/work/${WORK}`, 'Tư'])
        expect(part).toContain(said)
    expect(mail?.text).toContain('Bạn nhận thư này vì vụ việc đang ở bàn của bạn.')
    expect(await happened('told-news')).toMatchObject([{ to: { address: HANH }, news: { is: 'answer', questionId: QUESTION } }])
  })

  test('that came at night waits for the next opening; of the gravest it goes to who is on call', async () => {
    const { rings, to, memory } = await desk({ events: [...onHersDesk, answered(at('21:00'))] })
    await rings(at('21:00'))
    expect(to().filter((address) => address !== HANH)).toEqual([])
    expect(memory.alarms.at(-1)?.at).not.toBe(at('21:00'))
    const grave = await desk({ events: [graded(at('08:00'), 's1'), ...onHersDesk, answered(at('21:00'))] })
    await grave.rings(at('21:00'))
    expect(grave.mailer.staffMails.find(({ subject }) => subject.includes('đã trả lời'))?.to).toBe(BAO)
  })

  test('is none where staff noted the answer themselves, went on since, or closed the case', async () => {
    const byZalo = answered(at('08:30'), { by: { is: 'staff', name: 'Hanh', address: HANH }, said: { is: 'zalo' } })
    const seen = [answered(at('08:30')), notedBy('Hanh', 'đã đọc', at('08:31'))]
    for (const events of [[byZalo], seen]) {
      const { rings, to } = await desk({ events: [...onHersDesk, ...events] })
      await rings(at('08:40'))
      expect(to()).toEqual([])
    }
  })

  test('of an owner who is away goes to the lead', async () => {
    const { rings, to, isAway } = await desk({ events: [...onHersDesk, answered(at('08:30'))] })
    await isAway('hanh', '08:00')
    await rings(at('08:30'))
    expect(to()).toEqual([MAI])
  })

  test('of a case that nobody has goes to who asked the department', async () => {
    const { rings, mailer } = await desk({ events: [askedDepartment({ at: at('08:10') }), answered(at('08:30'))] })
    await rings(at('08:30'))
    expect(mailer.staffMails).toMatchObject([{ to: HANH }])
    expect(mailer.staffMails[0]?.text).toContain('Bạn nhận thư này vì bạn đã hỏi, và chưa ai nhận vụ việc.')
  })

  test('of a compensation that waits goes to everybody who may approve it, with who asked, what and why; once', async () => {
    const { rings, mailer, to, happened } = await desk({ events: [assignedTo(hers, at('08:00')), waits] })
    await Promise.all([rings(at('08:20')), rings(at('08:20'))])
    for (const time of ['08:20', '08:30']) await rings(at(time))
    expect(to()).toEqual([MAI, CHAU])
    for (const mail of mailer.staffMails) {
      expect(mail.subject).toMatch(/^Bù đắp chờ bạn duyệt: 200\.000\s₫ \(khiếu nại/)
      expect(mail.text).toMatch(/Hanh đề nghị lúc 08:20 02\/03\/2027: Hoàn tiền, 200\.000\s₫\. “trà bị mốc”/)
    }
    const told = { to: { address: MAI }, others: [{ address: CHAU, name: 'Chau' }], news: { is: 'approval' } }
    expect(await happened('told-news')).toMatchObject([told])
  })

  test('reminds them a working day later, and again, until somebody has decided; each time whoever may approve it then', async () => {
    const { rings, mailer, to, stored, rules, memory, work, happened } = await desk({
      events: [assignedTo(hers, at('08:00')), waits],
    })
    await rings(at('08:20'))
    const next = () => ringsToCome(item, rules).find((ring) => ring.is === 'news')?.at
    let item = await stored()
    // Another working day of eight hours: the same time of the next day.
    const second = plusMs(at('08:20'), DAY_MS)
    expect(next()).toBe(second)
    await rings(plusMs(second, -MINUTE_MS))
    expect(news(mailer)).toHaveLength(2)
    for (let run = 0; run < 2; run++) await rings(second)
    expect(news(mailer).map((mail) => mail.to)).toEqual([MAI, CHAU, MAI, CHAU])
    const [again] = news(mailer).slice(2)
    expect(again?.subject).toMatch(/^Nhắc: bù đắp chờ bạn duyệt: 200\.000\s₫/)
    expect(again?.text).toContain('Chưa ai duyệt. Đây là lần nhắc thứ 1')
    expect(await happened('told-news')).toHaveLength(2)
    expect(memory.alarms.at(-1)?.at).toBe(nextRingAt(await stored(), rules))
    item = await stored()
    const by = { is: 'staff', name: 'Mai', address: MAI } as const
    const refused = { is: 'compensation-refused', at: second, by, compensationId: COMPENSATION, because: 'đã đổi hàng' } as const
    await work.update({ ...item, events: [...item.events, refused], version: item.version + 1 })
    await rings(plusMs(second, DAY_MS))
    expect(news(mailer)).toHaveLength(4)
    expect(to().filter((address) => address === 'dung@example.com')).toEqual([])
  })

  test('a mail that one of them does not get keeps the others from nothing; one that waits comes with the next run, and nothing twice', async () => {
    const { rings, mailer, to, said, happened } = await desk({ events: [assignedTo(hers, at('08:00')), waits] })
    mailer.answer(MAI, { refused: 'no such mailbox' })
    mailer.answer(CHAU, { busy: 'daily-quota', detail: 'full' })
    await rings(at('08:20'))
    expect([to(), await happened('told-news')]).toEqual([[], []])
    await rings(at('08:25'))
    expect(to()).toEqual([CHAU])
    expect(await happened('told-news')).toMatchObject([{ to: { address: CHAU } }])
    expect(said.filter((name) => name.includes('urgent.mailLost'))).toHaveLength(1)
  })

  test('goes to nobody who may not approve it: above a lead to the head; never to the one who asked', async () => {
    const much = await desk({ events: [assignedTo(hers, at('08:00')), { ...waits, amount: 800_000 }] })
    await much.rings(at('08:20'))
    expect(much.to()).toEqual([CHAU])
    const by = { is: 'staff', name: 'Chau', address: CHAU } as const
    const own = await desk({ events: [assignedTo(hers, at('08:00')), { ...waits, by, amount: 800_000 }] })
    await own.rings(at('08:20'))
    expect([own.to(), own.said.includes('urgent.untold')]).toEqual([[], false])
  })

  test('goes out when working time begins, also of a case that was closed or became part of another in the night', async () => {
    const by = { is: 'staff', name: 'Hanh', address: HANH } as const
    const night = { opened: '05:00', plan: {} }
    const asked = { ...waits, at: at('05:30') }
    const ended = closingOn(DATE, { at: at('05:40'), by, contact: 'not-needed' })
    for (const events of [
      [asked, ended],
      [asked, { is: 'merged', at: at('05:40'), by, into: 'older' } as const, ended],
    ]) {
      const { rings, to, happened, stored, rules, memory } = await desk({
        ...night,
        events: [assignedTo(hers, at('05:00')), ...events],
      })
      await rings(at('05:45'))
      expect([to(), memory.alarms]).toEqual([[], [{ workId: WORK, at: at('08:00') }]])
      for (const time of ['08:00', '08:01']) await rings(at(time))
      expect(to()).toEqual([MAI, CHAU])
      expect(await happened('told-news')).toMatchObject([{ to: { address: MAI } }])
      expect(nextRingAt(await stored(), rules)).toBe(plusMs(at('08:00'), DAY_MS))
    }
  })

  test('goes by the sum of the case of which it became a part: to the head where the lead may not approve so much', async () => {
    const by = { is: 'staff', name: 'Hanh', address: HANH } as const
    const { rings, to, opens } = await desk({
      events: [
        waits,
        { is: 'merged', at: at('08:16'), by, into: 'older' },
        closingOn(DATE, { at: at('08:16'), by, contact: 'not-needed' }),
      ],
    })
    const given = askedCompensation({ at: at('08:01'), compensationId: 'other', amount: 600_000, alone: true })
    const took = { is: 'took-over', at: at('08:16'), by, from: WORK, compensated: 200_000 } as const
    await opens(storedCase({ workId: 'older', customerId: 'lan', events: [openedAt(at('07:00')), given, took] }))
    await rings(at('08:20'))
    expect(to()).toEqual([CHAU])
  })

  test('is told and noted also where the history takes nothing more, and reminded of there no more than thrice', async () => {
    const notes = Array.from({ length: MOST_EVENTS - 2 }, () => notedBy('Hanh', 'gọi lại', at('08:01')))
    const { rings, to, memory, stored, rules } = await desk({ events: [...notes, waits] })
    for (const time of ['08:20', '08:30']) await rings(at(time))
    expect(to()).toEqual([MAI, CHAU])
    for (let day = 1; day < 40; day++) await rings(plusMs(at('08:30'), day * DAY_MS))
    expect(to()).toHaveLength(8)
    expect(nextRingAt(await stored(), rules)).toBeNull()
    expect(memory.alarms.every(({ at: when }) => when > at('08:30'))).toBe(true)
  })

  test('is none of what was approved meanwhile, nor of what may be given alone', async () => {
    const by = { is: 'staff', name: 'Mai', address: MAI } as const
    const approved: CaseEvent = { is: 'compensation-approved', at: at('08:25'), by, compensationId: COMPENSATION }
    for (const events of [[waits, approved], [{ ...waits, alone: true }]]) {
      const { rings, to } = await desk({ events: [assignedTo(hers, at('08:00')), ...events] })
      await rings(at('08:30'))
      expect(to()).toEqual([])
    }
  })
})

describe('what goes wrong', () => {
  test('a history that takes no more rings no more: no mail, and no alarm again and again', async () => {
    const notes = Array.from({ length: MOST_EVENTS - 1 }, () => notedBy('Hanh', 'gọi lại', at('08:01')))
    const { rings, to, memory, happened } = await desk({ events: [...notes] })
    for (const hours of [20, 30]) await rings(plusMs(at('08:00'), hours * 60 * MINUTE_MS))
    expect([to(), memory.alarms, await happened('escalated')]).toEqual([[], [], []])
  })

  test('a mail that could not leave is tried again some minutes later, and nothing is noted before', async () => {
    const { rings, to, mailer, happened, memory } = await desk()
    mailer.answer(HANH, { busy: 'daily-quota', detail: 'full' })
    await rings(at('13:00'))
    expect([to(), await happened('reminded')]).toEqual([[], []])
    expect(memory.alarms).toEqual([{ workId: WORK, at: at('13:05') }])
    await rings(at('13:05'))
    expect(to()).toEqual([HANH])
  })

  test('a mail that is refused goes to the next person; with nobody left an alarm rings, once', async () => {
    const { rings, to, mailer, said, happened } = await desk()
    mailer.answer(HANH, { refused: 'no such mailbox' })
    await rings(at('13:00'))
    expect(to()).toEqual([MAI])
    const nobody = await desk()
    for (const { address } of PEOPLE) nobody.mailer.answer(address, { refused: 'no such mailbox' })
    await nobody.rings(at('13:00'))
    await nobody.rings(at('13:05'))
    expect(nobody.said.filter((name) => name === 'urgent.untold')).toHaveLength(1)
    expect(await nobody.happened('reminded')).toMatchObject([{ to: null }])
    expect([said.includes('urgent.untold'), await happened('reminded')]).toMatchObject([false, [{ to: { address: MAI } }]])
  })

  test.each(['staffMails.claim', 'staffMails.settle', 'work.update', 'alarms.set'] as const)(
    'a run that dies at %s leaves it to the next, and nobody gets a second mail',
    async (where) => {
      for (const when of ['before', 'after'] as const) {
        const { rings, ports, to, happened } = await desk()
        const [port, method] = where.split('.') as ['staffMails', 'claim']
        const whole = ports[port]
        const dies = {
          ...whole,
          [method]: async (...given: never[]) => {
            if (when === 'after') await (whole[method] as (...of: never[]) => Promise<unknown>)(...given)
            throw new Error('the run died')
          },
        }
        await expect(rings(at('13:00'), { [port]: dies })).rejects.toThrow('the run died')
        for (const later of [1, 20, 40]) await rings(plusMs(at('13:00'), later * MINUTE_MS))
        // Of a claim that was left behind nobody knows whether its mail left: then the next person is told too.
        expect(to().length).toBeGreaterThan(0)
        expect(new Set(to()).size).toBe(to().length)
        if (where !== 'staffMails.settle') expect(to()).toHaveLength(1)
        expect(await happened('reminded')).toHaveLength(1)
      }
    },
  )

  test('the webhook hears of it without a word about the customer, again when it fails, and by the same id', async () => {
    const posts: UrgentPost[] = []
    let fails = 1
    const hook = {
      post: async (post: UrgentPost) => {
        posts.push(post)
        return fails-- > 0 ? { failed: 'status 500' } : { taken: true as const }
      },
    }
    const { rings, ports } = await desk()
    await rings(at('13:00'), { hook })
    await rings(at('13:00'), { hook })
    const [row] = await ports.interruptions.since(at('08:00'))
    expect(row).toMatchObject({ kind: 'reminder', isMailed: true, isPosted: false, failedPosts: 1 })
    expect(posts).toMatchObject([{ workId: WORK, kind: 'reminder', team: TEAM }])
    expect(JSON.stringify(posts)).not.toContain('Lan')
  })
})
