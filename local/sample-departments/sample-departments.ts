/**
 * The people of the sample company's departments reading their mail: they open the link of a question, accept it and answer, on time, late, or wrongly.
 * They see only their mailbox and the page. What they do follows from the mail, and a question that is settled takes nothing more: after a restart the
 * mails of the last days are read again.
 */
import type { EventSink } from '#app/events.ts'
import type { Department } from '#core/campaign/departments.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import type { Mailbox, MailboxMessage } from '#local/aws/ses/mailbox.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'
import { chance } from '#local/sample-company/chance.ts'
import { ANSWERS, type DepartmentManner, HOURS, mannerOf } from '#local/sample-departments/department-habits.ts'
import { customerBrowser, type Pages } from '#local/sample-listeners/browser.ts'
import { type CarriedOut, type Fields, type Reading, readAndPress, seen } from '#local/sample-listeners/read-pages.ts'
import { ANSWER_FIELD, PROMISE_FIELD } from '#web/customer/question.ts'

export interface DepartmentsParts {
  readonly mailbox: Pick<Mailbox, 'list' | 'newest'>
  readonly pages: Pages
  /** The address that links in mails lead to. */
  readonly pagesAt: string
  readonly departments: readonly Department[]
  readonly sink: Pick<EventSink, 'event'>
  readonly now: Instant
}

interface Waiting {
  readonly at: Instant
  readonly link: string
  readonly address: string
  readonly manner: DepartmentManner
  readonly does: 'accept' | 'answer'
  /** The person has the page open. */
  readonly reading?: Reading
}

const LOOKED_BACK_MS = 7 * DAY_MS
const MAILS_AT_ONCE = 20

export function sampleDepartments({ mailbox, pages, pagesAt, departments, sink, now }: DepartmentsParts): DueEngine {
  let waiting: readonly Waiting[] = []
  let newest: string | undefined

  /** Called before every step of time, so without a new mail it reads none. */
  function look(): void {
    const present = mailbox.newest()
    if (present === newest) return
    const oldest = plusMs(now, -LOOKED_BACK_MS)
    const come: MailboxMessage[] = []
    for (let after: string | undefined; ; ) {
      const { messages, next } = mailbox.list({ newerThan: newest, limit: MAILS_AT_ONCE, ...(after && { after }) })
      come.push(...messages.filter(({ at }) => at >= oldest))
      if (next === null || messages.some(({ at }) => at < oldest)) break
      after = next
    }
    newest = present
    waiting = inOrder([...waiting, ...come.flatMap(planned)])
  }

  function planned(message: MailboxMessage): readonly Waiting[] {
    const address = message.to[0] ?? ''
    const manner = mannerOf(departments, address)
    const link = message.text?.match(/https?:\/\/\S+/g)?.find((one) => one.startsWith(`${pagesAt}/q/`))
    if (manner === undefined || link === undefined) return []
    return (['accept', 'answer'] as const).map((does) => ({
      at: plusMs(message.at, HOURS[manner][does] * HOUR_MS),
      link,
      address,
      manner,
      does,
    }))
  }

  async function act(one: Waiting, at: Instant): Promise<void> {
    const done = await (one.reading ? one.reading.goOn(at) : begun(one, at))
    if ('readsUntil' in done) waiting = inOrder([...waiting, { ...one, at: done.readsUntil, reading: done }])
    else sink.event('department.acted', { does: one.does, manner: one.manner, because: done.done ? null : done.because })
  }

  async function begun({ link, address, manner, does }: Waiting, at: Instant): Promise<CarriedOut | Reading> {
    const browser = customerBrowser(pages, address)
    const page = await browser.open(link)
    const field = does === 'accept' ? PROMISE_FIELD : ANSWER_FIELD
    // Accepted or answered meanwhile, by the head or as staff wrote down: there is nothing to do.
    if (!page.body.includes(`name="${field}"`)) return { done: false, because: 'settled before' }
    const luck = chance(stableHash(link))
    const answers = ANSWERS[manner][/<html lang="en"/.test(page.body) ? 'en' : 'vi']
    const fill = ({ filled, choices }: { readonly filled: Fields; readonly choices: Fields }): Fields => {
      const offered = choices.filter(([name]) => name === PROMISE_FIELD)
      const chosen = offered[Math.min(3, offered.length - 1)]
      const own: Fields = does === 'accept' ? (chosen ? [chosen] : []) : [[ANSWER_FIELD, luck.pick(answers)]]
      return [...filled.filter(([name]) => name !== field), ...own]
    }
    return readAndPress({ browser, manner: 'calm', at }, { page, fill, next: seen })
  }

  return {
    name: 'sample departments',
    nextDue() {
      look()
      return waiting[0]?.at
    },
    async fireDue(at) {
      look()
      const due = waiting.filter((one) => one.at <= at)
      waiting = waiting.filter((one) => one.at > at)
      for (const one of due) await act(one, at)
      return due
    },
  }
}

const inOrder = (acts: readonly Waiting[]): readonly Waiting[] => acts.toSorted((a, b) => (a.at < b.at ? -1 : 1))
