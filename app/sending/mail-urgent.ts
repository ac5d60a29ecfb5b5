/** Mails one person about an urgent piece of work: the first who hears of it now. */
import { type DialStopsPorts, dialStops } from '#app/desk/dial-stops.ts'
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ReplyStore } from '#app/ports/listening.ts'
import { type MailFirstPorts, mailFirst } from '#app/sending/mail-first.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { UrgentLetters } from '#app/sending/urgent-letters.ts'
import type { WhoHears } from '#app/sending/who-hears.ts'
import { wordsBehind } from '#app/sending/words-behind.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { inOneSentence } from '#core/reply/in-one-sentence.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { isOpen } from '#core/work/standing.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'

export interface MailUrgentPorts extends MailFirstPorts, DialStopsPorts {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly replies: Pick<ReplyStore, 'get'>
  readonly urgentLetters: UrgentLetters
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'urgentMailed' | 'urgentMailWaits' | 'urgentMailLost' | 'urgentUntold' | 'noOneOnCall'>
}

interface MailingUrgent {
  readonly item: WorkItem
  /** When it was opened, or became urgent again. */
  readonly at: Instant
  readonly mark: string
  readonly hears: WhoHears
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** Whether nothing is left to do: a person was written to, none is left to write to, or the work was done before. */
export async function mailUrgent(
  ports: MailUrgentPorts,
  { item, at, mark, hears, gate, clock }: MailingUrgent,
): Promise<boolean> {
  const { events } = ports
  const { workId } = item
  if (!isOpen(item)) return true
  // Without a roster no person works here yet, in no hours and on no list: there is nothing to interrupt.
  if (hears.team === null) return true
  const mailed = await mailFirst(ports, {
    mails: {
      date: localDateAt(at, ports.companyRules.company.zone),
      about: at === openedAt(item) ? `urgent ${mark}` : `urgent ${mark} ${at}`,
    },
    addresses: hears.addresses,
    write: () => written(ports, { item, at, hears }),
    lost: (outcome) => events.urgentMailLost({ workId, outcome }),
    gate,
    clock,
  })
  switch (mailed.is) {
    case 'sent':
      if (mailed.again) return true
      events.urgentMailed({ workId, because: hears.because })
      if (hears.because === 'no-one') events.noOneOnCall({ workId })
      return true
    case 'waits':
      events.urgentMailWaits({ workId, because: mailed.because })
      return false
    case 'under-way':
      return false
    case 'nobody':
      events.urgentUntold({ workId })
      return true
  }
}

async function written(
  ports: MailUrgentPorts,
  { item, at, hears: { team, because, backAt } }: Pick<MailingUrgent, 'item' | 'at' | 'hears'>,
) {
  const { customers, replies, urgentLetters } = ports
  const { customerId } = item
  const [known] = customerId === null ? [] : await customers.getMany([customerId])
  const words = saidAt(item, at) ?? (await wordsBehind({ replies }, item))
  const stops = await dialStops(ports, { people: known ? [known] : [], items: [item] })
  const stop = stops.get(customerId ?? '') ?? null
  return urgentLetters.write({ item, at, customer: known?.customer ?? null, stop, words, team, because, backAt })
}

/** What the customer said when it became urgent again; null where no words of that moment are kept. */
function saidAt({ events }: WorkItem, at: Instant): string | null {
  const said = events.find((event) => event.at === at && (event.is === 'customer-wrote' || event.is === 'customer-said'))
  return said?.is === 'customer-wrote' || said?.is === 'customer-said' ? inOneSentence(said.note) : null
}
