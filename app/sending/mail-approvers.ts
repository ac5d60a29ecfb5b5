/**
 * Mails everybody who may approve what waits in a case: nobody knows which of them has time to decide. Each of them gets one mail a turn, whatever runs
 * break off, and who may approve it is asked anew in each turn.
 */
import { caseThatGoesOn } from '#app/desk/case-that-goes-on.ts'
import { type MailClockPorts, type Told, writtenTo } from '#app/sending/mail-clock.ts'
import { mailOnce } from '#app/sending/mail-once.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import { whoIsTold } from '#app/sending/who-is-told.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { decisionRefusal } from '#core/work/case/compensation-act.ts'
import { compensationNamed } from '#core/work/case/compensations.ts'
import type { ApprovalNews } from '#core/work/case/news-event.ts'
import type { RingMatter } from '#core/work/case/ring-matter.ts'
import type { Case } from '#core/work/work-item.ts'

interface MailingApprovers {
  readonly item: Case
  readonly matter: Extract<RingMatter, { is: 'news' }>
  readonly news: ApprovalNews
  readonly gate: SenderGate
  readonly clock: () => Instant
}

/** Empty where no other person may approve it: then the page of the case tells the one who asked whom to turn to. */
export async function mailApprovers(
  ports: MailClockPorts,
  { item, matter, news, gate, clock }: MailingApprovers,
): Promise<readonly NonNullable<Told>[] | 'later'> {
  const { events, companyRules } = ports
  const { workId } = item
  const date = localDateAt(matter.at, companyRules.company.zone)
  const told: NonNullable<Told>[] = []
  let waits = false
  for (const to of await whoApproves(ports, { item, news, now: clock() })) {
    const write = () => writtenTo(ports, { item, matter, to })
    const end = await mailOnce(ports, { date, about: matter.about, address: to.address, write, gate, clock })
    switch (end.is) {
      case 'sent':
      case 'before':
        told.push({ address: to.address, name: to.name })
        break
      case 'waits':
        waits = true
        events.urgentMailWaits({ workId, because: end.because })
        break
      case 'lost':
        if (end.isNew) events.urgentMailLost({ workId, outcome: end.outcome })
    }
  }
  return waits ? 'later' : told
}

interface Asked extends Pick<MailingApprovers, 'item' | 'news'> {
  readonly now: Instant
}

/** The lead and the head first; then everybody else on the roster who may. */
async function whoApproves(ports: MailClockPorts, { item, news, now }: Asked): Promise<readonly StaffMember[]> {
  const { team, people } = await whoIsTold(ports, { item, at: now, level: 'lead', isUrgent: false })
  const [roster, goesOn] = [await ports.roster.current(), await caseThatGoesOn(ports.work, item)]
  const one = compensationNamed(item, news.compensationId)
  if (team === null || one === undefined) return []
  const may = ({ role, ...by }: StaffMember) => decisionRefusal(goesOn, { one, by, role }, ports.companyRules) === null
  const others = (roster?.people ?? []).filter(({ address }) => !people.some((person) => person.address === address))
  return [...people, ...others].filter(may)
}
