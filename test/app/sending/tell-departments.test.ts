/** Departments hear of what they are asked, once, and their heads of what nobody accepted, whatever the provider and the run do. */
import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryDepartmentOrders } from '#adapters/memory/department-orders.ts'
import { memoryMailer } from '#adapters/memory/mailer.ts'
import { memoryPace } from '#adapters/memory/pace.ts'
import { memoryQuestionBook } from '#adapters/memory/question-book.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryStaffMailMarks } from '#adapters/memory/staff-mail-marks.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { askDepartment } from '#app/desk/ask-department.ts'
import { hearDepartment, openQuestion } from '#app/desk/hear-department.ts'
import { events } from '#app/events.ts'
import { type TellDepartmentsPorts, tellDepartments } from '#app/sending/tell-departments.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { QuestionAct } from '#core/work/case/question-act.ts'
import { linkOfFields } from '#core/work/case/question-link.ts'
import { questionNamed } from '#core/work/case/questions.ts'
import { questionLetters } from '#functions/wiring/question-letters.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { ASKED_AT, aDepartment, QUESTION } from '#test/support/question-builders.ts'
import { closedWork, openedAt, storedCase } from '#test/support/work-builders.ts'

const WORK = 'case_0c1d_KH0042'
const ask = (over: Partial<Extract<QuestionAct, { is: 'ask' }>> = {}): QuestionAct => ({
  is: 'ask',
  questionId: QUESTION,
  department: 'production',
  to: '',
  question: 'Lô L-07 có bị ẩm không?',
  extract: 'Khách nói trà có mùi mốc.',
  fields: [],
  replaces: null,
  ...over,
})
const BEFORE_ELEVEN = '2027-03-09T03:59:59.000Z'
const ELEVEN = '2027-03-09T04:00:00.000Z'

async function desk(department = aDepartment()) {
  const said: string[] = []
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const companyRules = theCompanyRules({ departments: [department] })
  const mailer = memoryMailer()
  const ports = {
    questions: memoryQuestionBook(),
    work: memoryWorkStore(),
    staffMails: memoryStaffMailMarks(),
    questionLetters: questionLetters({ companyRules, seals, pages: 'https://pages.example.com' }),
    mailer,
    pace: memoryPace(),
    stops: memorySendingStops(),
    departmentOrders: memoryDepartmentOrders(),
    companyRules,
    events: events({ event: (name) => void said.push(name), alarm: (name) => void said.push(`! ${name}`) }),
  }
  await ports.work.open(storedCase({ workId: WORK, customerId: 'KH0042', events: [openedAt('2027-03-08T02:00:00.000Z')] }))
  const staff = { workId: WORK, by: 'Hạnh', address: 'hanh@example.com' }
  const question = async () => questionNamed((await ports.work.get(WORK))!, QUESTION)
  return {
    ports,
    mailer,
    said,
    seals,
    question,
    asks: (act = ask(), at = ASKED_AT) => askDepartment(ports, { ...staff, act, at }),
    runs: (at = ASKED_AT, over: Partial<TellDepartmentsPorts> = {}) => tellDepartments({ ...ports, ...over }, () => at),
    accepts: (at = ASKED_AT, colleague = '') =>
      hearDepartment(ports, {
        workId: WORK,
        act: { is: 'accept', promisedAt: '2027-03-10T02:00:00.000Z' },
        questionId: QUESTION,
        name: 'Vũ Thị Lan',
        colleague,
        at,
      }),
    to: () => mailer.staffMails.map(({ to }) => to),
  }
}

describe('the person who is asked', () => {
  test('gets one mail with the extract and a link of their own, which names no customer and no case', async () => {
    const { asks, runs, mailer, seals, ports, said } = await desk()
    expect(await asks()).toMatchObject({ again: false })
    expect(ports.departmentOrders.ordered()).toBe(1)
    for (let run = 0; run < 3; run++) await runs()
    expect(mailer.staffMails).toHaveLength(1)
    const [mail] = mailer.staffMails
    expect(mail).toMatchObject({ to: 'lan@example.com', subject: 'Hỏi Sản xuất: xin tiếp nhận trước 11:00 09/03/2027' })
    for (const part of [mail?.text ?? '', mail?.html ?? '']) {
      expect(part).toContain('Lô L-07 có bị ẩm không?')
      expect(part).toContain('Khách nói trà có mùi mốc.')
      expect(part).toContain('Liên kết này là của riêng Vũ Thị Lan')
      expect(part).not.toContain('KH0042')
      expect(part).not.toContain(WORK)
    }
    const token = /https:\/\/pages\.example\.com\/q\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
    const opened = await seals.openLink(token, { use: 'question', now: ASKED_AT })
    expect(typeof opened === 'object' && linkOfFields(opened.fields)).toEqual({
      askedAt: ASKED_AT,
      questionId: QUESTION,
      holder: 'addressee',
    })
    expect(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).not.toContain('KH0042')
    expect(said).toContain('question.mailed')
  })

  test('is written to in their language', async () => {
    const { asks, runs, mailer } = await desk()
    await asks(ask({ to: 'emily@example.com' }))
    await runs()
    expect(mailer.staffMails[0]).toMatchObject({
      to: 'emily@example.com',
      subject: 'Question for Production: please accept before 11:00 9 March 2027',
    })
  })

  test('is asked once by a form that comes twice', async () => {
    const { asks, runs, to, ports } = await desk()
    await asks()
    expect(await asks(ask(), '2027-03-09T02:00:05.000Z')).toMatchObject({ again: true })
    await runs()
    expect(to()).toEqual(['lan@example.com'])
    expect(await ports.questions.since('2020-01-01T00:00:00.000Z')).toHaveLength(1)
  })

  test('has no mail of a question that was withdrawn, or of a case that was closed or erased, before the run', async () => {
    const withdrawn = await desk()
    await withdrawn.asks()
    await withdrawn.asks({ is: 'withdraw', questionId: QUESTION, text: 'hỏi nhầm' })
    await withdrawn.runs()
    const closed = await desk()
    await closed.asks()
    await closed.ports.work.update(closedWork((await closed.ports.work.get(WORK))!, '2027-03-09', { at: ASKED_AT }))
    await closed.runs()
    const erased = await desk()
    await erased.asks()
    await erased.ports.work.remove(WORK)
    await erased.runs('2027-03-09T03:00:00.000Z')
    expect([withdrawn, closed, erased].flatMap(({ to }) => to())).toEqual([])
    expect(await erased.ports.questions.since(ASKED_AT)).toMatchObject([{ isOver: true, workId: null }])
  })
})

describe('the head of the department', () => {
  test('hears once, when nobody has accepted in time, by a link of their own, and it stands in the case', async () => {
    const { asks, runs, to, mailer, question } = await desk()
    await asks()
    await runs()
    await runs(BEFORE_ELEVEN)
    expect(to()).toEqual(['lan@example.com'])
    for (let run = 0; run < 3; run++) await runs(ELEVEN)
    expect(to()).toEqual(['lan@example.com', 'son@example.com'])
    expect(mailer.staffMails[1]).toMatchObject({ subject: 'Chưa ai tiếp nhận: câu hỏi gửi Sản xuất' })
    expect(mailer.staffMails[1]?.text).toContain('Câu hỏi này gửi cho Vũ Thị Lan, hẹn tiếp nhận trước 11:00 09/03/2027')
    expect((await question())?.headToldAt).toBe(ELEVEN)
  })

  test('hears nothing of what was accepted in time, answered or withdrawn', async () => {
    for (const settle of ['accept', 'told', 'withdraw'] as const) {
      const { asks, runs, accepts, to } = await desk()
      await asks()
      await runs()
      if (settle === 'accept') await accepts()
      else if (settle === 'told') await asks({ is: 'answered-elsewhere', questionId: QUESTION, text: 'không ẩm' })
      else await asks({ is: 'withdraw', questionId: QUESTION, text: 'thôi' })
      await runs('2027-03-10T01:59:59.999Z')
      expect(to()).toEqual(['lan@example.com'])
    }
  })
})

describe('who takes over from a person who has left', () => {
  const minh = { name: 'Trần Minh', address: 'minh@example.com', language: 'vi' } as const
  const emily = { name: 'Emily Carter', address: 'emily@example.com', language: 'en' } as const
  const under = (ports: TellDepartmentsPorts, addressees: readonly (typeof minh | typeof emily)[]) => ({
    ...ports.companyRules,
    departments: [aDepartment({ addressees: [...addressees] })],
  })
  const PROMISED = '2027-03-10T02:00:00.000Z'

  test('is told once of what is open, by a link of their own that says from whom, and answers by it in their own name', async () => {
    const { asks, runs, to, mailer, seals, ports } = await desk()
    await asks()
    await runs()
    const companyRules = under(ports, [minh, emily])
    for (let run = 0; run < 3; run++) await runs('2027-03-09T02:30:00.000Z', { companyRules })
    expect(to()).toEqual(['lan@example.com', 'minh@example.com'])
    const mail = mailer.staffMails[1]
    expect(mail?.subject).toBe('Bạn phụ trách thay Vũ Thị Lan: câu hỏi gửi Sản xuất')
    expect(mail?.text).toContain('Lô L-07 có bị ẩm không?')
    expect(mail?.text).toContain('Xin tiếp nhận trước 11:00 09/03/2027')
    const links = await Promise.all(
      mailer.staffMails.map(async ({ text }) => {
        const token = /\/q\/(\S+)/.exec(text)?.[1] ?? ''
        const fields = await seals.openLink(token, { use: 'question', now: ASKED_AT })
        return (typeof fields === 'object' && linkOfFields(fields.fields)) || undefined
      }),
    )
    const holder = async (link: (typeof links)[number], rules: CompanyRules = companyRules) =>
      link && (await openQuestion({ ...ports, companyRules: rules }, link))?.holder.name
    expect(await Promise.all(links.map((link) => holder(link)))).toEqual([undefined, 'Trần Minh'])
    // Who comes back has what was theirs, and the link of the one between opens nothing.
    expect(await Promise.all(links.map((link) => holder(link, ports.companyRules)))).toEqual(['Vũ Thị Lan', undefined])
    await runs('2027-03-09T03:00:00.000Z')
    expect(to()).toHaveLength(2)
  })

  test('is the same person where only the address is another, before the first of the department', async () => {
    const { asks, runs, to, ports } = await desk()
    await asks(ask({ to: 'emily@example.com' }))
    await runs()
    const newAddress = { ...emily, address: 'emily.carter@example.com' } as unknown as typeof emily
    await runs('2027-03-09T02:30:00.000Z', { companyRules: under(ports, [minh, newAddress]) })
    expect(to()).toEqual(['emily@example.com', 'emily.carter@example.com'])
  })

  test('is told what was promised, and called for when that time is over; late already, by one mail', async () => {
    const { asks, runs, accepts, to, mailer, ports } = await desk()
    await asks()
    await runs()
    await accepts()
    const companyRules = under(ports, [minh])
    await runs('2027-03-09T03:00:00.000Z', { companyRules })
    expect(to()).toEqual(['lan@example.com', 'minh@example.com'])
    expect(mailer.staffMails[1]?.text).toContain('Vũ Thị Lan đã tiếp nhận')
    expect(mailer.staffMails[1]?.text).toContain('Xin trả lời trước 09:00 10/03/2027')
    expect(mailer.staffMails[1]?.text).not.toContain('Xin tiếp nhận')
    await runs(PROMISED, { companyRules })
    expect(to().slice(2)).toEqual(['minh@example.com', 'son@example.com'])
    const late = await desk()
    await late.asks()
    await late.runs()
    await late.accepts()
    for (let run = 0; run < 2; run++) await late.runs(PROMISED, { companyRules })
    expect(late.to()).toEqual(['lan@example.com', 'minh@example.com', 'son@example.com'])
  })

  test('hears nothing of what is answered or withdrawn, and gets what waits for the provider with the next run', async () => {
    const { asks, runs, to, mailer, ports } = await desk()
    await asks()
    await runs()
    const companyRules = under(ports, [minh])
    mailer.answer('minh@example.com', { busy: 'daily-quota', detail: 'over' })
    await runs('2027-03-09T02:30:00.000Z', { companyRules })
    await runs('2027-03-09T03:00:00.000Z', { companyRules })
    expect(to()).toEqual(['lan@example.com', 'minh@example.com'])
    const over = await desk()
    await over.asks()
    await over.runs()
    await over.asks({ is: 'withdraw', questionId: QUESTION, text: 'thôi' })
    await over.runs('2027-03-09T02:30:00.000Z', { companyRules })
    expect(over.to()).toEqual(['lan@example.com'])
  })
})

describe('a head who comes while a question is open', () => {
  const thu = { name: 'Đỗ Thị Thu', address: 'thu@example.com', language: 'vi' } as const
  const PROMISED = '2027-03-10T02:00:00.000Z'

  test('hears once of what nobody has accepted, and it stands in the case; the person who is asked hears nothing twice', async () => {
    const { asks, runs, to, ports, question } = await desk()
    const departments = { companyRules: { ...ports.companyRules, departments: [aDepartment({ head: thu })] } }
    await asks()
    await runs(ELEVEN)
    for (let run = 0; run < 3; run++) await runs('2027-03-09T07:00:00.000Z', departments)
    expect(to()).toEqual(['lan@example.com', 'son@example.com', 'thu@example.com'])
    const told = (await ports.work.get(WORK))?.events.flatMap((event) =>
      event.is === 'department-head-told' ? [event.name] : [],
    )
    expect(told).toEqual(['Hoàng Văn Sơn', 'Đỗ Thị Thu'])
    expect((await question())?.headToldAt).toBe('2027-03-09T07:00:00.000Z')
  })

  test('of an answer that is late as well, and of neither before its time is over', async () => {
    const { asks, runs, accepts, to, ports } = await desk()
    const departments = { companyRules: { ...ports.companyRules, departments: [aDepartment({ head: thu })] } }
    await asks()
    await runs(BEFORE_ELEVEN, departments)
    await accepts()
    await runs('2027-03-10T01:59:59.999Z', departments)
    expect(to()).toEqual(['lan@example.com'])
    await runs(PROMISED)
    for (let run = 0; run < 3; run++) await runs('2027-03-10T04:00:00.000Z', departments)
    expect(to()).toEqual(['lan@example.com', 'lan@example.com', 'son@example.com', 'thu@example.com'])
  })

  test('also where the row is of the version before, which says no head; the one who was told then hears nothing twice', async () => {
    const { asks, runs, to, ports } = await desk()
    await asks()
    await runs(ELEVEN)
    const [stored] = await ports.questions.since(ASKED_AT)
    const { headTold: _, ...before } = stored!
    await ports.questions.put({ ...before, version: before.version + 1 })
    // Longer than the marks of mails are kept.
    const later = { staffMails: memoryStaffMailMarks() }
    await runs('2027-03-30T04:00:00.000Z', later)
    expect(to()).toEqual(['lan@example.com', 'son@example.com'])
    await runs('2027-03-30T05:00:00.000Z', {
      ...later,
      companyRules: { ...ports.companyRules, departments: [aDepartment({ head: thu })] },
    })
    expect(to().slice(2)).toEqual(['thu@example.com'])
  })
})

describe('an answer that does not come when it was promised', () => {
  const PROMISED = '2027-03-10T02:00:00.000Z'

  test('is called for once, from the person who was asked and from the head, each by their own link, and it stands in the case', async () => {
    const { asks, runs, accepts, to, mailer, question } = await desk()
    await asks()
    await runs()
    await accepts()
    await runs('2027-03-10T01:59:59.999Z')
    expect(to()).toEqual(['lan@example.com'])
    for (let run = 0; run < 3; run++) await runs(PROMISED)
    expect(to()).toEqual(['lan@example.com', 'lan@example.com', 'son@example.com'])
    for (const mail of mailer.staffMails.slice(1)) {
      expect(mail.subject).toBe('Quá giờ hẹn trả lời: câu hỏi gửi Sản xuất')
      expect(mail.text).toContain('Câu hỏi này đã được tiếp nhận (Vũ Thị Lan), hẹn trả lời trước 09:00 10/03/2027.')
      expect(mail.text).not.toContain('Xin tiếp nhận')
    }
    const links = mailer.staffMails.map(({ text }) => /\/q\/(\S+)/.exec(text)?.[1])
    expect(links[1]).toBe(links[0])
    expect(links[2]).not.toBe(links[0])
    expect(await question()).toMatchObject({ headToldAt: null, headToldOfAnswerAt: PROMISED })
  })

  test('is called for after nobody had accepted in time as well, and of a colleague by name', async () => {
    const { asks, runs, accepts, to, question, mailer } = await desk()
    await asks(ask({ to: 'emily@example.com' }))
    await runs(ELEVEN)
    await accepts(ELEVEN, 'Minh')
    await runs(PROMISED)
    expect(to()).toEqual(['emily@example.com', 'son@example.com', 'emily@example.com', 'son@example.com'])
    expect(await question()).toMatchObject({ headToldAt: ELEVEN, headToldOfAnswerAt: PROMISED })
    expect(mailer.staffMails[2]).toMatchObject({ subject: 'The promised time is over: a question to Production' })
    expect(mailer.staffMails[2]?.text).toContain('accepted by Minh, who answers for Vũ Thị Lan, to be answered before')
  })

  test('is not called for once it is there, the question was withdrawn, or the case was closed', async () => {
    for (const settle of ['answer', 'withdraw', 'close'] as const) {
      const { asks, runs, accepts, to, ports } = await desk()
      await asks()
      await runs()
      await accepts()
      if (settle === 'answer') await asks({ is: 'answered-elsewhere', questionId: QUESTION, text: 'không ẩm' })
      else if (settle === 'withdraw') await asks({ is: 'withdraw', questionId: QUESTION, text: 'thôi' })
      else await ports.work.update(closedWork((await ports.work.get(WORK))!, '2027-03-09', { at: ASKED_AT }))
      await runs('2027-03-12T04:00:00.000Z')
      expect(to()).toEqual(['lan@example.com'])
    }
  })

  test('a person who has left is not called for, and neither their link nor that of a head before opens anything', async () => {
    const { asks, runs, accepts, to, mailer, seals, ports } = await desk()
    await asks()
    await runs()
    await accepts()
    const opened = async (departments: readonly ReturnType<typeof aDepartment>[]) =>
      Promise.all(
        mailer.staffMails.map(async ({ text }) => {
          const token = /\/q\/(\S+)/.exec(text)?.[1] ?? ''
          const fields = await seals.openLink(token, { use: 'question', now: PROMISED })
          const link = typeof fields === 'object' ? linkOfFields(fields.fields) : undefined
          const companyRules = { ...ports.companyRules, departments: [...departments] }
          return link && (await openQuestion({ ...ports, companyRules }, link))?.holder.name
        }),
      )
    const minh = { name: 'Minh', address: 'minh@example.com', language: 'vi' } as const
    const withoutLan = aDepartment({ addressees: [minh] })
    await runs(PROMISED, { companyRules: { ...ports.companyRules, departments: [withoutLan] } })
    expect(to()).toEqual(['lan@example.com', 'minh@example.com', 'son@example.com'])
    expect(await opened([aDepartment()])).toEqual(['Vũ Thị Lan', undefined, 'Hoàng Văn Sơn'])
    expect(await opened([withoutLan])).toEqual([undefined, 'Minh', 'Hoàng Văn Sơn'])
    expect(await opened([aDepartment({ head: minh })])).toEqual(['Vũ Thị Lan', undefined, undefined])
  })

  test('a head who was asked in person has one mail, and a department that is gone from the file has none above', async () => {
    const { head } = aDepartment()
    const { asks, runs, accepts, to, question, ports } = await desk(aDepartment({ addressees: [head] }))
    await asks(ask({ to: head.address }))
    await runs()
    await accepts()
    await runs(PROMISED)
    expect(to()).toEqual(['son@example.com', 'son@example.com'])
    expect((await question())?.headToldOfAnswerAt).toBe(PROMISED)
    const gone = await desk()
    await gone.asks()
    await gone.runs()
    await gone.accepts()
    await gone.runs(PROMISED, { companyRules: { ...ports.companyRules, departments: [] } })
    expect(gone.to()).toEqual(['lan@example.com', 'lan@example.com'])
    expect((await gone.question())?.headToldOfAnswerAt).toBeNull()
  })

  test('waits for the provider, and is noted by the next run where one broke off', async () => {
    const { asks, runs, accepts, to, mailer, question, ports } = await desk()
    await asks()
    await runs()
    await accepts()
    mailer.answer('son@example.com', { busy: 'daily-quota', detail: 'over' })
    await runs(PROMISED)
    expect((await question())?.headToldOfAnswerAt).toBeNull()
    const work = { ...ports.work, update: () => Promise.reject(new Error('away')) }
    await expect(runs('2027-03-10T02:30:00.000Z', { work })).rejects.toThrow('away')
    await runs('2027-03-10T03:00:00.000Z')
    expect((await question())?.headToldOfAnswerAt).toBe('2027-03-10T03:00:00.000Z')
    expect(to().filter((address) => address === 'lan@example.com')).toHaveLength(2)
  })
})

describe('what a run cannot do', () => {
  test('a provider that is stopped or busy keeps the mail for the next run', async () => {
    const { asks, runs, mailer, to, said } = await desk()
    await asks()
    mailer.answer('lan@example.com', { busy: 'daily-quota', detail: 'over' })
    await runs()
    expect(said).toContain('question.mailWaits')
    await runs('2027-03-09T02:30:00.000Z')
    expect(to().at(-1)).toBe('lan@example.com')
    expect(said.filter((name) => name === 'question.mailed')).toHaveLength(1)
  })

  test.each([
    ['refused', { refused: 'MessageRejected' }],
    ['unknown', { unknown: 'no answer' }],
  ] as const)('a mail that is %s rings an alarm once, and is not sent again', async (_what, result) => {
    const { asks, runs, mailer, said, to } = await desk()
    await asks()
    mailer.answer('lan@example.com', result)
    for (let run = 0; run < 3; run++) await runs()
    expect(said.filter((name) => name === '! question.untold')).toHaveLength(1)
    expect(to().length).toBeLessThan(2)
    // The head hears of it all the same.
    await runs(ELEVEN)
    expect(to().at(-1)).toBe('son@example.com')
  })

  test('a row that breaks, or a case that cannot be read, keeps no other question waiting', async () => {
    const { asks, runs, to, ports } = await desk()
    await asks()
    await ports.work.open(storedCase({ workId: 'case_2', events: [openedAt('2027-03-08T02:00:00.000Z')] }))
    await askDepartment(ports, {
      workId: 'case_2',
      by: 'Hạnh',
      act: ask({ questionId: 'q-2', to: 'emily@example.com' }),
      at: '2027-03-09T02:00:01.000Z',
    })
    const work = {
      ...ports.work,
      get: async (id: string) => {
        if (id === WORK) throw new Error('unreadable')
        return ports.work.get(id)
      },
    }
    await expect(runs('2027-03-09T02:00:02.000Z', { work })).rejects.toThrow('unreadable')
    expect(to()).toEqual(['emily@example.com'])
  })

  test('a form that ended between the book and the case asked nobody, and its row is forgotten; sent again it asks once', async () => {
    const { ports, runs, to } = await desk()
    const broken = { ...ports, work: { ...ports.work, update: () => Promise.reject(new Error('away')) } }
    const asking = { workId: WORK, by: 'Hạnh', act: ask(), at: ASKED_AT }
    await expect(askDepartment(broken, asking)).rejects.toThrow('away')
    await runs()
    expect(to()).toEqual([])
    await askDepartment(ports, { ...asking, at: '2027-03-09T02:00:05.000Z' })
    await runs('2027-03-09T03:10:00.000Z')
    expect(to()).toEqual(['lan@example.com'])
    expect((await ports.questions.since(ASKED_AT)).map(({ isOver }) => isOver)).toEqual([true, false])
  })

  test('a run that ended after the mail to the head writes into the case with the next one, and mails nothing twice', async () => {
    const { asks, runs, to, ports, question } = await desk()
    await asks()
    await runs()
    const work = { ...ports.work, update: () => Promise.reject(new Error('away')) }
    await expect(runs(ELEVEN, { work })).rejects.toThrow('away')
    expect((await question())?.headToldAt).toBeNull()
    await runs('2027-03-09T04:30:00.000Z')
    expect((await question())?.headToldAt).toBe('2027-03-09T04:30:00.000Z')
    expect(to()).toEqual(['lan@example.com', 'son@example.com'])
  })
})
