/** Mails one person about the clocks of a case, or about a department's answer: its owner, or the people above; once about each matter, whatever runs break off. */
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
    write: async (address) => {
      const to = people.find((person) => person.address === address)
      if (!to) throw new Error('a mail to a person who is not among those who are told')
      return writtenTo(ports, { item, matter, to })
    },
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
    const asked = matter.news.is === 'answer' ? questionNamed(item, matter.news.questionId)?.asked : undefined
    const whileNobodys = asked?.by.address
    return whoIsTold(ports, { ...ofOwner, ...(whileNobodys !== undefined && { whileNobodys }) })
  }
  const raised = raisedOf(item)
  const byHand = raised?.by.is === 'staff' ? raised.by.address : undefined
  const knows = new Set([byHand, ...(raised?.told ?? []).map((person) => person?.address)])
  const asked = { item, at: now, level: matter.to, isUrgent: isGravest || byHand !== undefined }
  const { team, people } = await whoIsTold(ports, asked)
  return { team, people: people.filter(({ address }) => !knows.has(address)) }
}

export async function writtenTo(
  ports: MailClockPorts,
  { item, matter, to }: { readonly item: Case; readonly matter: ClockMatter; readonly to: StaffMember },
) {
  const { customers, replies, clockLetters } = ports
  const { customerId } = item
  const [known] = customerId === null ? [] : await customers.getMany([customerId])
  const stops = await dialStops(ports, { people: known ? [known] : [], items: [item] })
  const customer = known?.customer ?? null
  const stop = stops.get(customerId ?? '') ?? null
  return clockLetters.write({ item, matter, to, customer, stop, words: await wordsBehind({ replies }, item) })
}
