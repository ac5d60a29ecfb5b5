/** The people of care are told once a week how the cases were and what recurs, without a name of a customer; what the page shows is counted once a day. */
import { describe, expect, test } from 'vitest'
import { memoryFindingsBook } from '#adapters/memory/findings-book.ts'
import { memoryMailer } from '#adapters/memory/mailer.ts'
import { memoryPace } from '#adapters/memory/pace.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryStaffMailMarks } from '#adapters/memory/staff-mail-marks.ts'
import { memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { events } from '#app/events.ts'
import { DaysNotFilledError } from '#app/ports/days-not-filled.ts'
import { mailCareDigest } from '#app/sending/mail-care-digest.ts'
import { stopped } from '#core/planning/sending-stop.ts'
import type { Role } from '#core/staff/role.ts'
import { careDigestLetters } from '#functions/wiring/care-digest-letters.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aComplaint } from '#test/support/recurring-builders.ts'
import { closingOn } from '#test/support/work-builders.ts'

/** Half past seven, when the day of the company begins. */
const MONDAY = '2027-03-15T00:30:00.000Z'
const ROLES: readonly Role[] = ['agent', 'lead', 'head', 'director', 'marketing', 'operator']
const READERS = ['agent@example.com', 'lead@example.com', 'head@example.com']

async function desk(...complaints: readonly Parameters<typeof aComplaint>[0][]) {
  const said: string[] = []
  const companyRules = theCompanyRules()
  const { company, cases } = companyRules
  const mailer = memoryMailer()
  const roster = memoryRosterStore()
  const people = ROLES.map((role) => ({ name: role, address: `${role}@example.com`, team: 'Chăm sóc', role }))
  await roster.publish({ people, version: 1, publishedAt: MONDAY, publishedBy: 'a test' })
  const ports = {
    work: memoryWorkStore(),
    purchases: memoryPurchaseStore(),
    findings: memoryFindingsBook(),
    roster,
    staffMails: memoryStaffMailMarks(),
    careDigestLetters: careDigestLetters({ company, cases, staffUrl: 'https://staff.example.com' }),
    mailer,
    pace: memoryPace(),
    stops: memorySendingStops(),
    companyRules,
    events: events({ event: (name) => void said.push(name), alarm: (name) => void said.push(`! ${name}`) }),
  }
  for (const each of complaints) await ports.work.open(aComplaint(each))
  return {
    ports,
    mailer,
    said,
    runs: (at = MONDAY, over: Partial<typeof ports> = {}) => mailCareDigest({ ...ports, ...over }, () => at),
    to: () => mailer.staffMails.map(({ to }) => to),
  }
}
const late = (workId: string, at = '2027-03-09T02:00:00.000Z') => ({ workId, at, fields: { product: 'Trà sen' } as const })
const three = [late('a'), late('b'), late('c')]

describe('the weekly mail about cases', () => {
  test('goes once to each of the people of care, with counts, what is late, and what recurs with its cases', async () => {
    const { runs, to, mailer, said } = await desk(...three, {
      workId: 'd',
      at: '2027-03-03T02:00:00.000Z',
      category: 'service',
      later: [closingOn('2027-03-10')],
    })
    for (let run = 0; run < 3; run++) await runs()
    await runs('2027-03-19T00:30:00.000Z')
    expect(to()).toEqual(READERS)
    expect(said).toEqual(Array(3).fill('careDigest.mailed'))
    const [{ subject, text, html } = { subject: '', text: '', html: '' }] = mailer.staffMails
    expect(subject).toBe('Vụ việc trong tuần, 08/03/2027 đến 14/03/2027')
    for (const part of [text, html]) {
      expect(part).toContain('Tuần trước có 3 vụ việc mới, 1 vụ việc đã đóng.')
      expect(part).toContain('Tuần trước nữa: 1 mới, 0 đã đóng.')
      expect(part).toContain('Đang mở: 3, trong đó 3 đã quá hạn.')
      expect(part).toContain('Giao hàng chậm, thiếu, sai · Trà sen')
      expect(part).toContain('3 khách, kỳ trước 0')
      for (const { workId } of three) expect(part).toContain(`https://staff.example.com/work/${workId}`)
      expect(part).toContain('https://staff.example.com/recurring')
      expect(part).not.toContain('c-a')
    }
    expect(text).toContain('- Giao hàng chậm, thiếu, sai: 3 (0)\n- Thái độ phục vụ: 0 (1)')
  })

  test('counts both weeks whole where what recurs is looked for in a shorter time, and the mail goes out late in its week', async () => {
    const { ports, runs, mailer } = await desk(late('old', '2027-03-02T02:00:00.000Z'), ...three)
    const { cases } = ports.companyRules
    const companyRules = { ...ports.companyRules, cases: { ...cases, recurring: { ...cases.recurring, days: 7 } } }
    await runs('2027-03-21T00:30:00.000Z', { companyRules })
    expect(mailer.staffMails[0]?.text).toContain('Tuần trước nữa: 1 mới, 0 đã đóng.')
  })

  test('goes again the next week, and says where nothing recurs', async () => {
    const { runs, to, mailer } = await desk(...three.slice(1))
    await runs()
    expect(mailer.staffMails[0]?.text).toContain('Không có phản ánh nào lặp lại trong 28 ngày qua.')
    await runs('2027-03-22T00:30:00.000Z')
    expect(to()).toEqual([...READERS, ...READERS])
  })

  test('waits for the beginning of the day, and does not go where there is nothing to tell', async () => {
    const { runs, to } = await desk(...three)
    await runs('2027-03-15T00:29:59.000Z')
    expect(to()).toEqual([])
    const quiet = await desk()
    await quiet.runs()
    expect(quiet.to()).toEqual([])
  })

  test('is written in English for a company that writes English, and runs nothing that staff typed', async () => {
    const { ports, mailer, runs } = await desk(
      ...three.map((one) => ({ ...one, fields: { product: '<script>alert(1)</script>' } })),
    )
    const { company, cases } = theCompanyRules({ company: { locale: 'en' } })
    await runs(MONDAY, { ...ports, careDigestLetters: careDigestLetters({ company, cases, staffUrl: null }) })
    const [mail] = mailer.staffMails
    expect(mail?.text).toContain('Last week 3 cases came in and 0 were closed.')
    expect(mail?.html).not.toMatch(/<script|href=/)
  })
})

describe('what is kept for the page', () => {
  test('is counted by the first run of a day, and again where it was removed', async () => {
    const { ports, runs } = await desk(...three)
    let counted = 0
    const work = {
      ...ports.work,
      changedDuring: (span: Parameters<typeof ports.work.changedDuring>[0]) => {
        counted++
        return ports.work.changedDuring(span)
      },
    }
    for (const at of [MONDAY, '2027-03-15T01:00:00.000Z', '2027-03-15T09:00:00.000Z']) await runs(at, { work })
    expect(counted).toBe(1)
    expect(await ports.findings.latest()).toMatchObject({ day: '2027-03-15', groups: [{ recurs: true, behind: [{}, {}, {}] }] })
    await runs('2027-03-16T01:00:00.000Z', { work })
    expect(counted).toBe(2)
    await ports.findings.remove()
    await runs('2027-03-16T01:30:00.000Z', { work })
    expect(counted).toBe(3)
  })
})

describe('when something fails', () => {
  test.each(['work', 'findings', 'roster', 'staffMails'] as const)(
    '%s: no mail goes twice, and the next run makes up for it',
    async (broken) => {
      const { ports, runs, to } = await desk(...three)
      const failing = new Proxy({}, { get: () => () => Promise.reject(new Error('down')) })
      const work = { ...ports.work, openOn: () => Promise.reject(new Error('down')) }
      await expect(runs(MONDAY, { [broken]: broken === 'work' ? work : failing })).rejects.toThrow('down')
      expect(to()).toEqual([])
      for (let run = 0; run < 2; run++) await runs()
      expect(to()).toEqual(READERS)
    },
  )

  test('cases that are not found by their days yet: nothing is counted, nothing goes, and no failure rings', async () => {
    const { ports, runs, to, said } = await desk(...three)
    // biome-ignore lint/correctness/useYield: it fails before it has anything.
    const changedDuring = async function* () {
      throw new DaysNotFilledError('run care migrate days once')
    }
    await runs(MONDAY, { work: { ...ports.work, changedDuring } })
    expect(to()).toEqual([])
    expect(said).toEqual(['cases.notCounted'])
    await runs()
    expect(to()).toEqual(READERS)
  })

  test('a stopped sender lets it wait', async () => {
    const { ports, runs, to, said } = await desk(...three)
    await ports.stops.put({ stop: stopped('credentials', MONDAY), version: 1 })
    await runs()
    expect(to()).toEqual([])
    expect(said).toContain('careDigest.mailWaits')
  })
})
