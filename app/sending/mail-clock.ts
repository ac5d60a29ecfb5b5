/** Mails one person about the clocks of a case, or about news that they wait for: its owner, or the people above; once about each matter, whatever runs break off. */
import { caseThatGoesOn } from '#app/desk/case-that-goes-on.ts'
import { type DialStopsPorts, dialStops } from '#app/desk/dial-stops.ts'
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ReplyStore } from '#app/ports/listening.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { ClockLetters, ClockMatter } from '#app/sending/clock-letters.ts'
import { type MailFirstPorts, mailFirst } from '#app/sending/mail-first.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { WhoHearsPorts } from '#app/sending/who-hears.ts'
import { whoIsTold } from '#app/sending/who-is-told.ts'
import { wordsBehind } from '#app/sending/words-behind.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { raisedOf } from '#core/work/case/case-raised.ts'
import { severityOf } from '#core/work/case/case-standing.ts'
import { decisionRefusal } from '#core/work/case/compensation-act.ts'
import { compensationNamed } from '#core/work/case/compensations.ts'
import { questionNamed } from '#core/work/case/questions.ts'
import type { Case } from '#core/work/work-item.ts'

export interface MailClockPorts extends MailFirstPorts, WhoHearsPorts, DialStopsPorts {
  readonly companyRules: CompanyRules
  readonly work: Pick<WorkStore, 'get'>
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly replies: Pick<ReplyStore, 'get'>
  readonly clockLetters: ClockLetters
  readonly events: Pick<Events, 'urgentMailWaits' | 'urgentMailLost' | 'urgentUntold'>
}

interface MailingClock {
  readonly item: Case
  readonly matter: ClockMatter
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** Who was mailed; null where there is no person left. later: it could not leave yet, or another run is sending it. */
export type Told = { readonly address: string; readonly name: string } | null

export async function mailClock(ports: MailClockPorts, mailing: MailingClock): Promise<Told | 'later'> {
  const { item, matter, gate, clock } = mailing
  const { events, companyRules } = ports
  const { workId } = item
  const { team, people } = await peopleFor(ports, { item, matter, now: clock() })
  const mailed = await mailFirst(ports, {
    mails: { date: localDateAt(matter.at, companyRules.company.zone), about: matter.about },
    addresses: people.map(({ address }) => address),
    write: (address) => written(ports, { item, matter, to: people.find((person) => person.address === address) }),
    lost: (outcome) => events.urgentMailLost({ workId, outcome }),
    gate,
    clock,
  })
  switch (mailed.is) {
    case 'sent':
      return { address: mailed.to, name: people.find(({ address }) => address === mailed.to)?.name ?? mailed.to }
    case 'waits':
      events.urgentMailWaits({ workId, because: mailed.because })
      return 'later'
    case 'under-way':
      return 'later'
    case 'nobody':
      // Without a roster no person works here yet. Of the next person there may be none: the one before was told.
      // Whom to tell of a compensation that no other person may approve, the page of the case says to the one who asked.
      if (team !== null && !(matter.is === 'alert' && matter.turn > 0) && matter.is !== 'news') events.urgentUntold({ workId })
      return null
  }
}

interface Asked {
  readonly item: Case
  readonly matter: ClockMatter
  readonly now: Instant
}

/** A person is told once that a case went up, and the member of staff who took it up is not told. */
async function peopleFor(ports: MailClockPorts, { item, matter, now }: Asked) {
  const { cases } = ports.companyRules
  const isGravest = cases.severities[severityOf(item, cases).severity].clocks.time === 'around-the-clock'
  const ofOwner = { item, at: now, level: null, isUrgent: isGravest }
  if (matter.is === 'remind') return whoIsTold(ports, ofOwner)
  if (matter.is === 'news') {
    if (matter.news.is === 'approval')
      return whoApproves(ports, { item, now, isUrgent: isGravest, compensationId: matter.news.compensationId })
    const whileNobodys = questionNamed(item, matter.news.questionId)?.asked.by.address
    return whoIsTold(ports, { ...ofOwner, ...(whileNobodys !== undefined && { whileNobodys }) })
  }
  const raised = raisedOf(item)
  const byHand = raised?.by.is === 'staff' ? raised.by.address : undefined
  const knows = new Set([byHand, ...(raised?.told ?? []).map((person) => person?.address)])
  const asked = { item, at: now, level: matter.to, isUrgent: isGravest || byHand !== undefined }
  const { team, people } = await whoIsTold(ports, asked)
  return { team, people: people.filter(({ address }) => !knows.has(address)) }
}

interface Approving extends Omit<Asked, 'matter'> {
  readonly isUrgent: boolean
  readonly compensationId: string
}

/** The lead and the head first, whoever of them is at hand; then everybody else on the roster who may approve it. */
async function whoApproves(ports: MailClockPorts, { item, now, isUrgent, compensationId }: Approving) {
  const { team, people } = await whoIsTold(ports, { item, at: now, level: 'lead', isUrgent })
  const roster = await ports.roster.current()
  const [one, goesOn] = [compensationNamed(item, compensationId), await caseThatGoesOn(ports.work, item)]
  const may = ({ role, ...by }: StaffMember) =>
    one !== undefined && decisionRefusal(goesOn, { one, by, role }, ports.companyRules) === null
  const others = (roster?.people ?? []).filter(({ address }) => !people.some((person) => person.address === address))
  return { team, people: team === null ? [] : [...people, ...others].filter(may) }
}

async function written(
  ports: MailClockPorts,
  { item, matter, to }: { readonly item: Case; readonly matter: ClockMatter; readonly to: StaffMember | undefined },
) {
  if (!to) throw new Error('a mail to a person who is not among those who are told')
  const { customers, replies, clockLetters } = ports
  const { customerId } = item
  const [known] = customerId === null ? [] : await customers.getMany([customerId])
  const stops = await dialStops(ports, { people: known ? [known] : [], items: [item] })
  const customer = known?.customer ?? null
  const stop = stops.get(customerId ?? '') ?? null
  return clockLetters.write({ item, matter, to, customer, stop, words: await wordsBehind({ replies }, item) })
}
