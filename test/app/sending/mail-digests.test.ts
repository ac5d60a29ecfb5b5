/** Each department is told once a week what it was told, in words without names, with a file that runs nothing. */
import { describe, expect, test } from 'vitest'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryMailer } from '#adapters/memory/mailer.ts'
import { memoryPace } from '#adapters/memory/pace.ts'
import { memoryQuestionBook } from '#adapters/memory/question-book.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryStaffMailMarks } from '#adapters/memory/staff-mail-marks.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { events } from '#app/events.ts'
import { mailDigests } from '#app/sending/mail-digests.ts'
import type { AskedDepartment } from '#core/work/case/question-event.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import { digestLetters } from '#functions/wiring/digest-letters.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { ASKED_AT, aDepartment, askedDepartment, QUESTION } from '#test/support/question-builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

/** ASKED_AT is the Tuesday of the week before. */
const MONDAY = '2027-03-15T00:30:00.000Z'
const READERS = ['son@example.com', 'lan@example.com', 'emily@example.com']

async function desk() {
  const said: string[] = []
  const companyRules = theCompanyRules({
    departments: [aDepartment(), aDepartment({ id: 'accounting', name: { vi: 'Kế toán', en: 'Accounting' } })],
  })
  const mailer = memoryMailer()
  const ports = {
    questions: memoryQuestionBook(),
    work: memoryWorkStore(),
    customers: memoryCustomerStore({ addressHash: (address) => address }),
    staffMails: memoryStaffMailMarks(),
    digestLetters: digestLetters(companyRules),
    mailer,
    pace: memoryPace(),
    stops: memorySendingStops(),
    companyRules,
    events: events({ event: (name) => void said.push(name), alarm: (name) => void said.push(`! ${name}`) }),
  }
  await ports.customers.put([aCustomer({ customerId: 'c-001', fullName: 'Nguyễn Thị Lan' })])
  return {
    ports,
    mailer,
    said,
    asked: async (workId: string, over: Partial<AskedDepartment>, ...later: WorkEvent[]) => {
      const asked = askedDepartment({ questionId: `q-${workId}`, ...over })
      const described = { is: 'described', at: asked.at, by: asked.by, category: 'product-quality', fields: {} } as const
      const events = [openedAt('2027-03-08T02:00:00.000Z'), described, asked, ...later] as never
      await ports.work.open(storedCase({ workId, events }))
      const { at: askedAt, questionId, department } = asked
      await ports.questions.put({
        askedAt,
        questionId,
        department,
        workId,
        isMailed: true,
        isHeadTold: false,
        isAnswerCalledFor: false,
        isOver: later.length > 0,
        version: 1,
      })
    },
    runs: (at = MONDAY) => mailDigests(ports, () => at),
    to: () => mailer.staffMails.map(({ to }) => to),
  }
}
const answered = (questionId: string, text: string): WorkEvent => ({
  is: 'department-answered',
  at: '2027-03-10T02:00:00.000Z',
  by: { is: 'system' },
  questionId,
  said: { is: 'link', name: 'Vũ Thị Lan' },
  text,
})

describe('the digest of a week', () => {
  test('goes to the head and those who can be asked, in their language, once, with counts, what is open and the words without names', async () => {
    const { asked, runs, to, mailer, said } = await desk()
    await asked('w-1', { extract: 'Chị Nguyễn Thị Lan, 0912 345 678, nói trà mốc.' }, answered('q-w-1', 'Không ẩm.'))
    await asked('w-2', { question: 'Hộp nào bị vỡ?', at: '2027-03-14T09:00:00.000Z' })
    for (let run = 0; run < 3; run++) await runs()
    await runs('2027-03-19T00:30:00.000Z')
    expect(to()).toEqual(READERS)
    expect(said.filter((name) => name === 'digest.mailed')).toHaveLength(3)
    const [vi, , en] = mailer.staffMails
    expect(vi?.subject).toBe('Sản xuất: câu hỏi trong tuần, 08/03/2027 đến 14/03/2027')
    for (const part of [vi?.text ?? '', vi?.html ?? '']) {
      expect(part).toContain('đã gửi cho bộ phận 2 câu hỏi')
      expect(part).toContain('Chất lượng sản phẩm')
      expect(part).toContain('Hộp nào bị vỡ?')
      expect(part).toContain('Chị […], […], nói trà mốc.')
      expect(part).not.toContain('Nguyễn Thị Lan')
      expect(part).not.toContain('0912')
    }
    expect(en?.text).toContain('asked the department 2 questions')
    const [file] = vi?.attachments ?? []
    expect(file?.fileName).toBe('cau-hoi-production-2027-03-08.csv')
    const csv = new TextDecoder().decode(file?.bytes)
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(csv).toContain('Không ẩm.')
    expect(csv).not.toContain('Nguyễn Thị Lan')
  })

  test('has no cell that a spreadsheet runs, and no tag that a mail program runs', async () => {
    const { asked, runs, mailer } = await desk()
    await asked('w-1', { question: '=HYPERLINK("http://x")', extract: '' }, answered('q-w-1', '@SUM(1)<script>alert(1)</script>'))
    await asked('w-2', { question: '<img src=x onerror=alert(1)>', extract: '' })
    await runs()
    const csv = new TextDecoder().decode(mailer.staffMails[0]?.attachments[0]?.bytes)
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(csv).toContain("'@SUM(1)")
    expect(mailer.staffMails[0]?.html).not.toMatch(/<img|<script/)
  })

  test('begins on Monday when the day of the company does, and tells of the week before alone, beside all that is open', async () => {
    const { asked, runs, to, mailer } = await desk()
    await asked('w-1', { at: '2027-03-07T16:59:59.000Z' })
    await asked('w-2', { at: '2027-03-14T17:00:00.000Z', question: 'Của tuần này?' }, answered('q-w-2', 'x'))
    await runs('2027-03-15T00:29:59.000Z')
    expect(to()).toEqual([])
    await runs()
    expect(mailer.staffMails[0]?.text).toContain('Tuần trước, bộ phận chăm sóc khách hàng không gửi câu hỏi nào.')
    expect(mailer.staffMails[0]?.text).toContain('chưa ai tiếp nhận, trễ')
    expect(mailer.staffMails[0]?.text).not.toContain('Của tuần này?')
    await runs('2027-03-22T00:30:00.000Z')
    expect(mailer.staffMails[3]?.text).toContain('Của tuần này?')
  })

  test('of a week without a question does not go when one is asked after it', async () => {
    const { asked, runs, to, mailer } = await desk()
    await asked('w-1', { at: '2027-03-16T02:00:00.000Z' })
    await runs('2027-03-16T03:00:00.000Z')
    expect(to()).toEqual([])
    await runs('2027-03-22T00:30:00.000Z')
    expect(to()).toEqual(READERS)
    expect(mailer.staffMails[0]?.text).toContain('đã gửi cho bộ phận 1 câu hỏi')
  })

  test('of a week without a question does not go, nor to a department that was not asked', async () => {
    const { asked, runs, to } = await desk()
    await runs()
    expect(to()).toEqual([])
    await asked('w-1', {}, answered('q-w-1', 'x'))
    await runs('2027-03-23T00:30:00.000Z')
    expect(to()).toEqual([])
  })

  test('counts and tells nothing of what was withdrawn, or asked anew of another person', async () => {
    const { asked, runs, to, mailer } = await desk()
    const withdrawn = { is: 'question-withdrawn', at: '2027-03-10T02:00:00.000Z', by: { is: 'staff', name: 'Hạnh' } } as const
    await asked('w-1', { question: 'Hỏi nhầm?' }, { ...withdrawn, questionId: 'q-w-1', because: 'hỏi nhầm' })
    await runs()
    expect(to()).toEqual([])
    const anew = askedDepartment({ questionId: 'q-w-3', replaces: 'q-w-2', question: 'Hộp nào?', at: '2027-03-10T02:00:00.000Z' })
    await asked('w-2', { question: 'Hộp nào?' }, anew)
    await runs()
    expect(to()).toEqual(READERS)
    const [mail] = mailer.staffMails
    expect(mail?.text).toContain('đã gửi cho bộ phận 1 câu hỏi')
    expect(mail?.text).not.toContain('Hỏi nhầm?')
    expect(new TextDecoder().decode(mail?.attachments[0]?.bytes).split('\r\n').filter(Boolean)).toHaveLength(2)
  })

  test('of an erased customer leaves the case out', async () => {
    const { asked, runs, ports, to } = await desk()
    await asked('w-1', {})
    await ports.work.remove('w-1')
    await runs()
    expect(to()).toEqual([])
  })

  test('waits for a provider that is busy, and one that is lost for one reader goes to the others', async () => {
    const { asked, runs, to, mailer, said } = await desk()
    await asked('w-1', {})
    mailer.answer('son@example.com', { refused: 'MessageRejected' })
    mailer.answer('lan@example.com', { busy: 'daily-quota', detail: 'over' })
    await runs()
    await runs('2027-03-15T01:00:00.000Z')
    expect(new Set(to())).toEqual(new Set(['lan@example.com', 'emily@example.com']))
    expect(said.filter((name) => name === 'digest.mailLost')).toHaveLength(1)
    expect(said.filter((name) => name === 'digest.mailed')).toHaveLength(2)
  })

  test('rows forget their case when no digest needs it, and are removed when no link opens', async () => {
    const { asked, runs, ports } = await desk()
    await asked('w-1', { questionId: QUESTION }, answered(QUESTION, 'x'))
    await runs('2027-03-24T01:00:00.000Z')
    expect(await ports.questions.since(ASKED_AT)).toMatchObject([{ workId: 'w-1' }])
    await runs('2027-03-25T01:00:00.000Z')
    expect(await ports.questions.since(ASKED_AT)).toMatchObject([{ workId: null }])
    await runs('2027-04-14T01:00:00.000Z')
    expect(await ports.questions.since('2020-01-01T00:00:00.000Z')).toEqual([])
  })
})
