/** Mails one person about an urgent piece of work: the first who hears of it now. */
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ReplyStore } from '#app/ports/listening.ts'
import { type MailFirstPorts, mailFirst } from '#app/sending/mail-first.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { UrgentLetters } from '#app/sending/urgent-letters.ts'
import type { WhoHears } from '#app/sending/who-hears.ts'
import { wordsBehind } from '#app/sending/words-behind.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { isOpen } from '#core/work/standing.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'

export interface MailUrgentPorts extends MailFirstPorts {
  readonly customers: Pick<CustomerStore, 'getMany'>
  readonly replies: Pick<ReplyStore, 'get'>
  readonly urgentLetters: UrgentLetters
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'urgentMailed' | 'urgentMailWaits' | 'urgentMailLost' | 'urgentUntold' | 'noOneOnCall'>
}

interface MailingUrgent {
  readonly item: WorkItem
  readonly mark: string
  readonly hears: WhoHears
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** Whether nothing is left to do: a person was written to, none is left to write to, or the work was done before. */
export async function mailUrgent(ports: MailUrgentPorts, { item, mark, hears, gate, clock }: MailingUrgent): Promise<boolean> {
  const { events } = ports
  const { workId } = item
  if (!isOpen(item)) return true
  // Without a roster no person works here yet, in no hours and on no list: there is nothing to interrupt.
  if (hears.team === null) return true
  const mailed = await mailFirst(ports, {
    mails: { date: localDateAt(openedAt(item), ports.companyRules.company.zone), about: `urgent ${mark}` },
    addresses: hears.addresses,
    write: () => written(ports, { item, hears }),
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
  { customers, replies, urgentLetters }: MailUrgentPorts,
  { item, hears: { team, because, backAt } }: { readonly item: WorkItem; readonly hears: WhoHears },
) {
  const { customerId } = item
  const [known] = customerId === null ? [] : await customers.getMany([customerId])
  const words = await wordsBehind({ replies }, item)
  return urgentLetters.write({ item, customer: known?.customer ?? null, words, team, because, backAt })
}
