/**
 * Writes to departments what they are asked, to a department's head the questions that were not accepted in time, and to both what was accepted and not
 * answered when it was promised. It runs when staff ask, and every half hour with the schedule of the lists of calls: what one run leaves undone is done
 * by the next, and the marks of the mails keep each from going twice.
 */
import type { Events } from '#app/events.ts'
import type { QuestionBook, QuestionRow } from '#app/ports/questions.ts'
import type { StaffMail } from '#app/ports/sending.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type MailOncePorts, mailOnce } from '#app/sending/mail-once.ts'
import { noteHeadTold } from '#app/sending/note-head-told.ts'
import { type SenderGate, type SenderGatePorts, senderGate } from '#app/sending/sender-gate.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type DepartmentPerson, departmentOf } from '#core/campaign/departments.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { headsTold, type QuestionLink, readerInLink, whoAnswers } from '#core/work/case/question-link.ts'
import { isOpenQuestion, type Question, questionClock, questionNamed } from '#core/work/case/questions.ts'

/** taken-over: the person who was asked has left. unaccepted: in time. unanswered: accepted, and the promised time is over. */
export type WhyWritten = 'asked' | 'taken-over' | 'unaccepted' | 'unanswered'

/** The words of the mails, with the link of their reader. */
export interface QuestionLetters {
  write(order: {
    readonly why: WhyWritten
    readonly question: Question
    readonly link: QuestionLink
    readonly reader: DepartmentPerson
    readonly acceptBy: Instant | null
    readonly answerBy: Instant | null
  }): Omit<StaffMail, 'to'>
}

export interface TellDepartmentsPorts extends MailOncePorts, Omit<SenderGatePorts, 'events'> {
  readonly questions: Omit<QuestionBook, 'get'>
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly questionLetters: QuestionLetters
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'questionMailed' | 'questionMailWaits' | 'questionUntold'> & SenderGatePorts['events']
}

/** A link opens for 30 days (question-link.ts); after them nothing comes of a question. */
const LOOKED_BACK_MS = 35 * DAY_MS
/** Many times what a form takes: a row whose question the case does not have by then was left behind by a crash. */
const UNWRITTEN_MS = HOUR_MS

export async function tellDepartments(ports: TellDepartmentsPorts, clock: () => Instant): Promise<void> {
  const at = clock()
  const rows = (await ports.questions.since(plusMs(at, -LOOKED_BACK_MS))).filter(({ isOver }) => !isOver)
  if (rows.length === 0) return
  const gate = senderGate(ports, clock)
  const failures: unknown[] = []
  // One question's failure keeps no other waiting.
  for (const row of rows) await tell(ports, { row, gate, clock }).catch((failure: unknown) => failures.push(failure))
  await gate.leave()
  if (failures.length > 0) throw failures[0]
}

interface Telling {
  readonly row: QuestionRow
  readonly gate: SenderGate
  readonly clock: () => Instant
}

async function tell(ports: TellDepartmentsPorts, { row, gate, clock }: Telling): Promise<void> {
  const { questions, work, companyRules: rules } = ports
  const item = row.workId === null ? undefined : await work.get(row.workId)
  const named = item?.kind === 'case' ? questionNamed(item, row.questionId) : undefined
  // A form that was sent again after a crash asked at another instant: the row of the first time leads to nothing.
  const question = named?.asked.at === row.askedAt ? named : undefined
  const put = (change: Partial<QuestionRow>) => questions.put({ ...row, ...change, version: row.version + 1 })
  if (!question) {
    if (plusMs(row.askedAt, UNWRITTEN_MS) <= clock()) await put({ isOver: true, workId: null })
    return
  }
  if (!isOpenQuestion(question)) {
    await put({ isOver: true })
    return
  }
  const { zone } = rules.company
  const { acceptBy, answerBy } = questionClock(question, { rules, now: clock() })
  const mail = (why: WhyWritten, kind: QuestionLink['holder'], reader: DepartmentPerson, date: Instant) =>
    mailed(ports, { row, why, kind, reader, date: localDateAt(date, zone), question, acceptBy, answerBy, gate, clock })
  const { to } = question.asked
  // Who has left is written to no more, and could open nothing.
  const reader = whoAnswers(question.asked, rules.departments)
  const isTakenOver = reader.address !== to.address
  const knows = row.readerTold === undefined ? !isTakenOver : row.readerTold === readerInLink(reader)
  const isNew = !row.isMailed || !knows
  const isMailed = !isNew || (await mail(isTakenOver ? 'taken-over' : 'asked', 'addressee', reader, row.askedAt)) !== 'waits'
  const readerTold = isMailed && (isTakenOver || row.readerTold !== undefined) ? readerInLink(reader) : row.readerTold
  const head = departmentOf(rules.departments, question.asked.department)?.head
  const isOver = (by: Instant | null): by is Instant => by !== null && by <= clock()
  let { isHeadTold, isAnswerCalledFor } = isKnownTo(head) ? row : NOT_TOLD
  if (!isHeadTold && head && question.state === 'asked' && isOver(acceptBy)) {
    const end = await mail('unaccepted', 'head', head, acceptBy)
    isHeadTold = end !== 'waits'
    if (end === 'told') await noteHeadTold(ports, { row, name: head.name, late: 'accept', at: clock() })
  }
  if (!isAnswerCalledFor && question.state === 'accepted' && isOver(answerBy)) {
    // Called for before, while another person was the head.
    // Who takes over at this moment reads in that mail by when it was promised.
    const isCalledFor = row.isAnswerCalledFor || (isTakenOver && isNew && isMailed)
    const asked = isCalledFor ? 'told' : await mail('unanswered', 'addressee', reader, answerBy)
    // A head who was asked in person has one mail.
    const above = head && head.address !== reader.address ? await mail('unanswered', 'head', head, answerBy) : asked
    isAnswerCalledFor = asked !== 'waits' && above !== 'waits'
    if (head && above === 'told') await noteHeadTold(ports, { row, name: head.name, late: 'answer', at: clock() })
  }
  const headTold = head && (isHeadTold || isAnswerCalledFor) ? readerInLink(head) : row.headTold
  const isSame = isHeadTold === row.isHeadTold && isAnswerCalledFor === row.isAnswerCalledFor && headTold === row.headTold
  // Lost: another run does the same, and its marks hold for this one too.
  if (isMailed !== row.isMailed || readerTold !== row.readerTold || !isSame) {
    const told = { ...(readerTold !== undefined && { readerTold }), ...(headTold !== undefined && { headTold }) }
    await put({ isMailed, isHeadTold, isAnswerCalledFor, ...told })
  }

  /** Whether what the row says of a head says it of this one: who became the head since has been told nothing. */
  function isKnownTo(person: DepartmentPerson | undefined): boolean {
    if (!person) return true
    if (row.headTold !== undefined) return row.headTold === readerInLink(person)
    return item === undefined || headsTold(item, row.questionId).every((name) => name === person.name)
  }
}

const NOT_TOLD = { isHeadTold: false, isAnswerCalledFor: false } as const

interface Mailing extends Telling {
  readonly why: WhyWritten
  readonly kind: QuestionLink['holder']
  readonly reader: DepartmentPerson
  readonly date: string
  readonly question: Question
  readonly acceptBy: Instant | null
  readonly answerBy: Instant | null
}

async function mailed(
  ports: TellDepartmentsPorts,
  { row: { askedAt, questionId }, why, kind, reader, date, question, acceptBy, answerBy, gate, clock }: Mailing,
): Promise<'told' | 'lost' | 'waits'> {
  const { questionLetters, events } = ports
  const isNamed = kind === 'addressee' && reader.address === question.asked.to.address
  const link = { askedAt, questionId, holder: kind, ...(!isNamed && { reader: readerInLink(reader) }) }
  const end = await mailOnce(ports, {
    date,
    about: `question ${why === 'unanswered' ? 'answer ' : ''}${kind} ${questionId}`,
    address: reader.address,
    write: async () => questionLetters.write({ why, question, link, reader, acceptBy, answerBy }),
    gate,
    clock,
  })
  switch (end.is) {
    case 'sent':
      events.questionMailed({ questionId, to: kind })
      return 'told'
    case 'before':
      return 'told'
    case 'waits':
      events.questionMailWaits({ questionId, because: end.because })
      return 'waits'
    case 'lost':
      if (end.isNew) events.questionUntold({ questionId, to: kind, outcome: end.outcome })
      return 'lost'
  }
}
