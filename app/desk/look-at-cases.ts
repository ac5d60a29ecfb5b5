/**
 * What becomes of cases by the mere passing of time, looked for once a day when the company's hours begin (for calls also when the day begins): a
 * customer who was asked often enough and does not answer, and a customer to whom staff come back some days after a complaint was closed. A day that is
 * missed is made up for in the next ones; a look that comes twice changes nothing.
 */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import { openItem } from '#app/desk/open-item.ts'
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { NoticeQueue } from '#app/ports/notices.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { sinceThen } from '#app/since-then.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { isReachable, spokenChannel } from '#core/channel/channel.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { addDays, datesFrom } from '#core/time/local-date.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { localDateAt } from '#core/time/zone.ts'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import { mailsOf } from '#core/work/case/case-mail.ts'
import { dueFollowUp, followUpCall, withFollowUpMail } from '#core/work/case/follow-up-of-case.ts'
import { isUnanswered } from '#core/work/case/solved-question.ts'
import { closed } from '#core/work/history.ts'
import { type Case, reasonOf, type WorkItem } from '#core/work/work-item.ts'

export interface LookAtCasesPorts {
  readonly work: Pick<WorkStore, 'get' | 'update' | 'open' | 'openOn' | 'closedDuring' | 'changedDuring'>
  readonly notices: Pick<NoticeQueue, 'mailOfCase'>
  readonly customers: Pick<CustomerStore, 'get'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'workClosed' | 'workOpened'>
}

const PAGE = 100
/** So many days of looks that did not run, or failed, are made up for. */
const MISSED_DAYS = 7

export async function lookAtCases(ports: LookAtCasesPorts, now: Instant): Promise<void> {
  await handOverAgain(ports, now)
  await closeUnanswered(ports, now)
  await followUpClosed(ports, now, 'calls and mails')
}

/** As a day begins: the calls of that day are to stand on the lists that are made before the company's hours. Mails wait for the hours. */
export const openFollowUpCalls = (ports: LookAtCasesPorts, now: Instant): Promise<void> => followUpClosed(ports, now, 'calls')

/** A mail that is younger may still be on its way. */
const ON_ITS_WAY_MS = HOUR_MS
/** Longer than from one look to the next. */
const LOST_WITHIN_MS = 2 * DAY_MS

/**
 * A mail stands in its case before it is handed over. Where the process ended between the two, its writer may never send the form again; the sender knows
 * by its id a mail that went out.
 */
async function handOverAgain({ work, notices }: LookAtCasesPorts, now: Instant): Promise<void> {
  const [from, to] = [plusMs(now, -LOST_WITHIN_MS), plusMs(now, -ON_ITS_WAY_MS)]
  for await (const page of work.changedDuring(sinceThen(from, now))) {
    for (const item of page) {
      const { customerId, workId } = item
      if (item.kind !== 'case' || customerId === null) continue
      for (const { mail, at } of mailsOf(item))
        if (at >= from && at <= to) await notices.mailOfCase({ customerId, workId, mailId: mail.mailId })
    }
  }
}

/** A case whose customer has not answered in time is due, so the index of open work by due time leads to it. */
async function closeUnanswered({ work, companyRules, events }: LookAtCasesPorts, now: Instant): Promise<void> {
  const on = localDateAt(now, companyRules.company.zone)
  const isOver = (item: WorkItem): item is Case => {
    if (item.kind !== 'case') return false
    const asked = caseClocks(item, companyRules).find(({ is }) => is === 'ask-again')
    return isUnanswered(item, { dueAt: asked?.dueAt ?? null, now }, companyRules.cases.triesBeforeClosing)
  }
  for (let after: string | null = null; ; ) {
    const { found, isMore } = await work.openOn({ desk: { of: 'all' }, after, through: now, limit: PAGE })
    for (const { item: seen } of found) {
      if (!isOver(seen)) continue
      // Decided again from the stored row: the customer may have answered a moment ago.
      const result = await changeWork(work, seen.workId, (item): Change<WorkItem, 'answered'> => {
        if (!isOver(item)) return { instead: 'answered' }
        const closing = {
          is: 'closed',
          at: now,
          on,
          by: { is: 'system' },
          note: null,
          reached: false,
          because: 'no-answer',
        } as const
        return { next: closed(item, closing, companyRules) }
      })
      if ('changed' in result) events.workClosed({ workId: seen.workId, reason: reasonOf(result.changed) })
    }
    const last = found.at(-1)
    if (!isMore || !last) return
    after = last.place
  }
}

async function followUpClosed(ports: LookAtCasesPorts, now: Instant, which: 'calls' | 'calls and mails'): Promise<void> {
  const { work, notices, companyRules, events } = ports
  const { followUp } = companyRules.cases
  if (followUp === null) return
  const today = localDateAt(now, companyRules.company.zone)
  const last = addWorkingDays(companyRules.calendar, today, -followUp.workingDays)
  // What was closed on a day off after that day falls due today too.
  const through = addDays(addWorkingDays(companyRules.calendar, last, 1), -1)
  const days = [...datesFrom(addDays(last, -MISSED_DAYS), through)]
  for await (const page of work.closedDuring(days)) {
    for (const item of page) {
      const closing = item.kind === 'case' ? dueFollowUp(item, { rules: companyRules, now }) : null
      if (item.kind !== 'case' || item.customerId === null || closing === null) continue
      const { customerId, workId } = item
      const call = followUpCall(item, { closing, customerId }, companyRules)
      // A call that an earlier look opened stays, whatever the customer's number is by now: a mail beside it would ask the customer twice.
      if (followUp.by === 'call' && ((await isRingable(ports, customerId)) || (await work.get(call.workId)))) {
        await openItem({ work, events }, call)
        continue
      }
      if (which === 'calls') continue
      let mailId: string | null = null
      await changeWork(work, workId, (stored): Change<Case, 'none'> => {
        mailId = null
        if (stored.kind !== 'case') return { instead: 'none' }
        const mailed = withFollowUpMail(stored, { rules: companyRules, now })
        if (mailed === null) return { instead: 'none' }
        mailId = mailed.mailId
        return mailed.next === null ? { instead: 'none' } : { next: mailed.next }
      })
      if (mailId !== null) await notices.mailOfCase({ customerId, workId, mailId })
    }
  }
}

/** A customer without a number, or whose number is another person's, gets the mail instead of a call that staff could not make. */
async function isRingable({ customers, companyRules }: LookAtCasesPorts, customerId: string): Promise<boolean> {
  const person = await customers.get(customerId)
  return person !== undefined && isReachable(spokenChannel(companyRules.channels), person.customer)
}
