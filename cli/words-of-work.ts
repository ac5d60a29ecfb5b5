/** Work for staff in a line for the operator, in the words of the pages: what is late, what it is about, what its mail holds; and its history. */
import { writtenTime } from '#cli/written-clock.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { pointsInWords } from '#core/work/call-subject.ts'
import { type Due, isLate } from '#core/work/deadlines.ts'
import { isExtended } from '#core/work/standing.ts'
import type { Right, WorkFact } from '#core/work/work-fact.ts'
import { scoreOf, type WorkItem } from '#core/work/work-item.ts'
import { RIGHT_WORDS, WORK_WORDS, workInWords } from '#web/words/work.ts'
import { eventInWords } from '#web/words/work-events.ts'

export function lineOfWork({ item, deadlines }: Due, { now, zone }: { now: string; zone: string }): string {
  const { workId, customerId, subject } = item
  const score = scoreOf(item)
  const outOf = subject.is === 'low-score' ? subject.outOf : undefined
  const held = new Map(deadlines.held.map(({ ask, done }) => [ask, done]))
  const about = [
    workInWords(item, 'en'),
    ...(score === null ? [] : [`score ${pointsInWords({ score, outOf })}`]),
    ...item.holds.map((fact) => factInWords(fact, { held, zone })),
    ...(subject.is === 'right' && deadlines.done !== null
      ? [`done by ${writtenTime(deadlines.done, zone)}${isExtended(item) ? ' (extended)' : ''}`]
      : []),
    ...(subject.is === 'many-replies' ? ['many mails at once'] : []),
  ]
  const late = isLate({ item, deadlines }, now) ? 'OVERDUE ' : ''
  return `${late}${writtenTime(deadlines.begin, zone)} ${about.join(', ')}: ${customerId ?? '(nobody known)'} ${workId}`
}

const doneInWords = (done: Instant | null, zone: string) => (done === null ? '' : `, done by ${writtenTime(done, zone)}`)

interface Held {
  readonly held: ReadonlyMap<Right, Instant | null>
  readonly zone: string
}

/** What the mail behind it holds beside its subject. */
function factInWords(fact: WorkFact, { held, zone }: Held): string {
  switch (fact.is) {
    case 'right':
      return `also ${RIGHT_WORDS.en[fact.ask]}${doneInWords(held.get(fact.ask) ?? null, zone)}`
    case 'complaint':
    case 'request':
    case 'low-score':
      return `also ${WORK_WORDS.en[fact.is].toLowerCase()}`
    case 'contradicted-score':
      return 'its words contradict its score'
    case 'words-to-read':
      return 'words beside its score to read'
    case 'answer-refused':
      return 'its answer could not be recorded'
    case 'spam-verdict':
      return 'marked as spam: open nothing in it'
  }
}

/** What happened to it, a line each. */
export function historyOfWork(item: WorkItem, { company, cases, departments, themes }: CompanyRules): readonly string[] {
  const at = (instant: Instant) => writtenTime(instant, company.zone)
  return item.events.map((event) => {
    const { what, note } = eventInWords(event, item, { locale: 'en', at, cases, departments, themes })
    return note === null ? what : `${what}: ${note}`
  })
}
