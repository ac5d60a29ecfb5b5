/**
 * The sample company's customers reading their mail: some answer, some reply by mail, some opt out, most do nothing, and for some a mail scanner
 * opens every link first. They see only their mailbox.
 */
import { TAG_NAMES } from '#adapters/ses/tags.ts'
import type { EventSink } from '#app/events.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { allOrFailure } from '#local/all-or-failure.ts'
import type { Mailbox, MailboxMessage } from '#local/aws/ses/mailbox.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'
import type { PlannedAct } from '#local/sample-listeners/act.ts'
import { carryOut, type WaysOut } from '#local/sample-listeners/carry-out.ts'
import { openListenedUntil } from '#local/sample-listeners/listened-until.ts'
import { type MailAsRead, mailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import { LATEST_ACT_MS, plannedActs } from '#local/sample-listeners/planned-acts.ts'
import { type CarriedOut, pressedAt, type Reading } from '#local/sample-listeners/read-pages.ts'

export interface SampleListeners extends DueEngine {
  close(): void
}

export interface ListenersParts extends WaysOut {
  readonly mailbox: Mailbox
  /** The address that links in mails lead to. */
  readonly pagesAt: string
  readonly sink: Pick<EventSink, 'event'>
  /** The folder for their progress; null keeps it in memory. */
  readonly folder: string | null
  readonly now: Instant
  /** What a customer does with a mail; the usual habits when left out. */
  readonly plan?: (mail: MailAsRead) => readonly PlannedAct[]
}

interface Waiting extends PlannedAct {
  readonly messageId: string
  /** The customer's, who does one thing after the other. */
  readonly address: string
  /** The customer's open page: the act continues there. */
  readonly reading?: Reading
}

const MAILS_AT_ONCE = 20

/** Continues where the last run ended: the mails in the mailbox are read again, and finished acts are not repeated. */
export function sampleListeners(parts: ListenersParts): SampleListeners {
  const { mailbox, pagesAt, sink, folder, now, plan = plannedActs } = parts
  const until = openListenedUntil({ folder, now })
  let waiting: readonly Waiting[] = []
  let newest: string | undefined

  /** Called before every step of time, so without a new mail it reads none. */
  function look(): void {
    const present = mailbox.newest()
    if (present === newest) return
    const come: MailboxMessage[] = []
    const oldest = plusMs(until.get(), -LATEST_ACT_MS)
    for (let after: string | undefined; ; ) {
      const { messages, next } = mailbox.list({ newerThan: newest, limit: MAILS_AT_ONCE, ...(after && { after }) })
      const end = messages.findIndex(({ at }) => at < oldest)
      come.push(...(end === -1 ? messages : messages.slice(0, end)))
      if (end !== -1 || next === null) break
      after = next
    }
    newest = present
    if (come.length === 0) return
    const acts = come
      .filter(isToCustomer)
      .map((message) => mailAsRead(message, pagesAt))
      .flatMap((mail) => plan(mail).map((planned) => ({ ...planned, messageId: mail.message.messageId, address: mail.address })))
    waiting = [...waiting, ...acts.filter((each) => pressedAt(each) > until.get())].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  }

  async function act({ messageId, at, act: doing, reading }: Waiting, now: Instant): Promise<CarriedOut | Reading | 'not-there'> {
    const message = mailbox.get(messageId)
    // A mail that was not delivered is not read.
    if (message?.recipients[0]?.state !== 'delivered') return 'not-there'
    const mail = mailAsRead(message, pagesAt)
    const { address } = mail
    const done = await (reading ? reading.goOn(now) : carryOut(parts, { mail, act: doing, at, now }))
    if ('readsUntil' in done) {
      const open = { messageId, address, at: done.readsUntil, act: doing, reading: done }
      waiting = [...waiting, open].toSorted((a, b) => (a.at < b.at ? -1 : 1))
    } else if (doing.kind !== 'scan') {
      const way = doing.kind === 'answer' ? doing.by : doing.kind
      sink.event('listener.acted', { messageId, way, because: done.done ? null : done.because })
    }
    return done
  }

  /** Each customer does one thing after the other, and beside the other customers. */
  async function actBesideOthers(due: readonly Waiting[], at: Instant): Promise<readonly (CarriedOut | Reading | 'not-there')[]> {
    const lines = Map.groupBy([...due.entries()], ([, { address }]) => address)
    const done = new Array<CarriedOut | Reading | 'not-there'>(due.length).fill('not-there')
    await allOrFailure(
      [...lines.values()].map(async (own) => {
        for (const [place, each] of own) done[place] = await act(each, at)
      }),
    )
    return done
  }

  return {
    name: 'sample listeners',
    nextDue() {
      look()
      return waiting[0]?.at
    },
    async fireDue(at) {
      look()
      const due = waiting.filter((each) => each.at <= at)
      // Pages opened now are read until later: they wait beside the other acts.
      waiting = waiting.filter((each) => each.at > at)
      const done = await actBesideOthers(due, at)
      const scanned = due.filter(({ act: { kind } }, place) => kind === 'scan' && done[place] !== 'not-there').length
      if (scanned > 0) sink.event('listener.scanned', { mails: scanned })
      until.set(at)
      return done
    },
    close: until.close,
  }
}

/** Mails to staff lie in the same mailbox, without tags: no customer reads them. */
const isToCustomer = ({ tags }: MailboxMessage): boolean => tags.some(({ name }) => name === TAG_NAMES.customerId)
