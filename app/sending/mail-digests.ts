/**
 * Tells each department once a week what it was told in the week before and what it still has open: from Monday's start of the day on, whenever a run
 * comes; its head and those who can be asked, one mail each.
 */
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { QuestionBook, QuestionRow } from '#app/ports/questions.ts'
import type { StaffMail } from '#app/ports/sending.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type MailOncePorts, mailOnce } from '#app/sending/mail-once.ts'
import { type SenderGatePorts, senderGate } from '#app/sending/sender-gate.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Department, DepartmentPerson } from '#core/campaign/departments.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { instantAt, localDateAt } from '#core/time/zone.ts'
import { type AskedAbout, type DepartmentDigest, departmentDigest, weekBefore } from '#core/work/case/department-digest.ts'

/** The words of the mail, with its file. */
export interface DigestLetters {
  write(order: { readonly digest: DepartmentDigest; readonly reader: DepartmentPerson }): Promise<Omit<StaffMail, 'to'>>
}

export interface MailDigestsPorts extends MailOncePorts, Omit<SenderGatePorts, 'events'> {
  readonly questions: Pick<QuestionBook, 'since' | 'put' | 'removeBefore'>
  readonly work: Pick<WorkStore, 'getMany'>
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly digestLetters: DigestLetters
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'digestMailed' | 'digestWaits' | 'digestLost'> & SenderGatePorts['events']
}

/** Every question that may still be open: a link opens for 30 days. */
const LOOKED_BACK_MS = 35 * DAY_MS
/** Until the digest of its week is surely out. After it the row forgets the case, whose id may name a customer. */
const CASE_KEPT_MS = 15 * DAY_MS

export async function mailDigests(ports: MailDigestsPorts, clock: () => Instant): Promise<void> {
  const { companyRules: rules, questions, staffMails } = ports
  const { zone, startOfDay } = rules.company
  const now = clock()
  const { from, to, monday } = weekBefore(localDateAt(now, zone))
  const rows = await questions.since(plusMs(now, -LOOKED_BACK_MS))
  if (now >= instantAt(monday, startOfDay, zone)) {
    const gate = senderGate(ports, clock)
    for (const department of rules.departments) {
      const readers = readersOf(department)
      const about = `digest ${department.id}`
      const told = new Set(
        (await staffMails.of({ date: monday, about })).flatMap(({ address, outcome }) =>
          outcome === 'sending' ? [] : [address],
        ),
      )
      const asked = rows.filter((row) => row.department === department.id)
      // While all have it, or nothing was asked, each run of the week comes here: it reads no case.
      if (asked.length === 0 || readers.every(({ address }) => told.has(address))) continue
      const digest = departmentDigest(await casesOf(ports, asked), { department: department.id, from, to, rules, now })
      if (digest) for (const reader of readers) await mail(ports, { digest, reader, mark: { date: monday, about }, gate, clock })
    }
    await gate.leave()
  }
  await forget(ports, rows, now)
}

/** A head who can be asked too has one mail. */
const readersOf = ({ head, addressees }: Department): readonly DepartmentPerson[] => [
  head,
  ...addressees.filter(({ address }) => address !== head.address),
]

async function casesOf({ work, customers }: MailDigestsPorts, rows: readonly QuestionRow[]): Promise<readonly AskedAbout[]> {
  const items = await work.getMany(rows.flatMap(({ workId }) => workId ?? []))
  const people = await customers.getMany(items.flatMap(({ customerId }) => customerId ?? []))
  const names = new Map(people.map(({ customer }) => [customer.customerId, customer.fullName]))
  return items.flatMap((item) =>
    item.kind === 'case' ? [{ item, fullName: item.customerId === null ? null : (names.get(item.customerId) ?? null) }] : [],
  )
}

interface MailingDigest {
  readonly digest: DepartmentDigest
  readonly reader: DepartmentPerson
  readonly mark: { readonly date: string; readonly about: string }
  readonly gate: ReturnType<typeof senderGate>
  readonly clock: () => Instant
}

async function mail(ports: MailDigestsPorts, { digest, reader, mark, gate, clock }: MailingDigest): Promise<void> {
  const { digestLetters, events } = ports
  const week = { department: digest.department, week: digest.from }
  const write = () => digestLetters.write({ digest, reader })
  const end = await mailOnce(ports, { ...mark, address: reader.address, write, gate, clock })
  if (end.is === 'sent') events.digestMailed(week)
  else if (end.is === 'waits') events.digestWaits({ ...week, because: end.because })
  else if (end.is === 'lost' && end.isNew) events.digestLost({ ...week, outcome: end.outcome })
}

async function forget({ questions }: MailDigestsPorts, rows: readonly QuestionRow[], now: Instant): Promise<void> {
  for (const row of rows)
    if (row.isOver && row.workId !== null && row.askedAt < plusMs(now, -CASE_KEPT_MS))
      await questions.put({ ...row, workId: null, version: row.version + 1 })
  await questions.removeBefore(plusMs(now, -LOOKED_BACK_MS))
}
