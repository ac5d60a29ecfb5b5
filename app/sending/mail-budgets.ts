/**
 * Tells once, by mail, who is to act on a budget: the directors that one waits for them, the heads of care that one was returned or approved. A budget whose step is
 * longer ago is told by the pages alone.
 */
import type { Events } from '#app/events.ts'
import type { BudgetPlans } from '#app/ports/budget-plans.ts'
import type { StaffMail } from '#app/ports/sending.ts'
import type { PublishedRoster } from '#app/ports/staff.ts'
import { type MailOncePorts, mailOnce } from '#app/sending/mail-once.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type BudgetPlan, type PlanState, stepThatAsks } from '#core/planned-budget/budget-plan.ts'
import type { Role } from '#core/staff/role.ts'
import type { Instant } from '#core/time/instant.ts'
import { daysBetween } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

/** The words of the mail. */
export interface BudgetLetters {
  write(plan: BudgetPlan): Promise<Omit<StaffMail, 'to'>>
}

export interface MailBudgetsPorts extends MailOncePorts {
  readonly budgetPlans: Pick<BudgetPlans, 'all'>
  readonly budgetLetters: BudgetLetters
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'budgetTold' | 'budgetMailWaits' | 'budgetMailLost'>
}

/** Who is to act next; nobody on a draft, which the head of care has at hand, and on one that is locked. */
const TOLD: Readonly<Record<PlanState, Role | null>> = {
  draft: null,
  proposed: 'director',
  returned: 'head',
  approved: 'head',
  locked: null,
}

/** Days after the step on which it is still told; marks of mails are kept for longer. */
const LAST_DAY = 5

export async function mailBudgets(
  ports: MailBudgetsPorts,
  { roster, gate, clock }: { readonly roster: PublishedRoster; readonly gate: SenderGate; readonly clock: () => Instant },
): Promise<void> {
  const { company } = ports.companyRules
  if (localTimeAt(clock(), company.zone) < company.startOfDay) return
  const today = localDateAt(clock(), company.zone)
  for (const plan of await ports.budgetPlans.all()) {
    const step = stepThatAsks(plan)
    const role = TOLD[plan.state]
    if (!step || role === null) continue
    const date = localDateAt(step.at, company.zone)
    if (daysBetween(date, today) > LAST_DAY) continue
    // Who did it knows of it.
    const people = roster.people.filter((person) => person.role === role && person.address !== step.by)
    for (const { address } of people) {
      const { budgetId } = plan
      const about = `budget ${budgetId} v${step.version}`
      const end = await mailOnce(ports, { date, about, address, write: () => ports.budgetLetters.write(plan), gate, clock })
      if (end.is === 'sent') ports.events.budgetTold({ budgetId, version: step.version })
      else if (end.is === 'waits') ports.events.budgetMailWaits({ budgetId, because: end.because })
      else if (end.is === 'lost' && end.isNew) ports.events.budgetMailLost({ budgetId, outcome: end.outcome })
    }
  }
}
