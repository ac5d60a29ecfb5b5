/** The mails that the local SES accepted, their recipients, and the events still to come about them. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Instant } from '#core/time/instant.ts'
import { suppressionKey } from '#local/aws/ses/email-address.ts'
import type { RecipientState, SendingEvent } from '#local/aws/ses/recipient-outcome.ts'
import type { MailToSend } from '#local/aws/ses/send-email-input.ts'
import { allRows, oneRow } from '#local/aws/sqlite.ts'

/** For values that only this file writes: the type is the writer's. */
const asWritten = <T>() => z.string().transform((text): T => JSON.parse(text))

const MessageSchema = z.object({ seq: z.number(), message_id: z.string(), at: z.string(), mail: asWritten<MailToSend>() })
export type StoredMessage = z.infer<typeof MessageSchema>
const RecipientRow = z.object({ state: asState() })
const EventSchema = z.object({
  seq: z.number(),
  event_id: z.string(),
  message_id: z.string(),
  happened: z.string(),
  due: z.string(),
  failed_attempts: z.number(),
  // The column keeps the name of earlier versions: events that wait are read on.
  happening: asWritten<SendingEvent>(),
})
const DueSchema = z.object({ due: z.string().nullable() })
const NewestSchema = z.object({ message_id: z.string() })
const CountSchema = z.object({ n: z.number() })
const SentSchema = z.object({ at: z.string(), recipients: z.number() })
export type StoredEvent = z.infer<typeof EventSchema>

function asState(): z.ZodType<RecipientState> {
  return z.enum(['accepted', 'delivered', 'delayed', 'bounced', 'complained', 'suppressed'])
}

export interface NewMessage {
  readonly messageId: string
  readonly at: Instant
  readonly mail: MailToSend
  /** How many recipients count against the daily quota. */
  readonly counted: number
  /** One for each recipient of the mail, in its order. */
  readonly states: readonly RecipientState[]
}

interface MessagesAsked {
  readonly before: number
  /** The id of a message. */
  readonly newerThan: string
  readonly search: string
  readonly to: string
  readonly limit: number
}

export function messages(db: DatabaseSync) {
  const put = db.prepare('INSERT INTO messages (message_id, at, counted, mail, search) VALUES (?, ?, ?, ?, ?)')
  const putRecipient = db.prepare('INSERT INTO recipients VALUES (?, ?, ?, ?, ?)')
  const one = db.prepare('SELECT * FROM messages WHERE message_id = ?')
  const page = db.prepare(`SELECT * FROM messages WHERE seq < ?
    AND seq > ifnull((SELECT seq FROM messages WHERE message_id = ?), 0) AND (? = '' OR instr(search, ?) > 0)
    AND (? = '' OR message_id IN (SELECT message_id FROM recipients WHERE address_key = ?)) ORDER BY seq DESC LIMIT ?`)
  const newest = db.prepare('SELECT message_id FROM messages ORDER BY seq DESC LIMIT 1')
  const count = db.prepare('SELECT count(*) AS n FROM messages')
  const states = db.prepare('SELECT state FROM recipients WHERE message_id = ? ORDER BY place')
  const setState = db.prepare('UPDATE recipients SET state = ? WHERE message_id = ? AND address = ?')
  const sent = db.prepare('SELECT at, sum(counted) AS recipients FROM messages WHERE at > ? GROUP BY at ORDER BY at')
  return {
    putMessage({ messageId, at, mail, counted, states }: NewMessage): void {
      put.run(messageId, at, counted, JSON.stringify(mail), searchText(mail))
      for (const [place, { address }] of mail.recipients.entries()) {
        putRecipient.run(messageId, place, address, suppressionKey(address), states[place] ?? 'accepted')
      }
    },
    message: (messageId: string): StoredMessage | undefined => oneRow(MessageSchema, one, messageId),
    /** Newest first. Empty texts mean any. */
    messagesBefore: ({ before, newerThan, search, to, limit }: MessagesAsked) => {
      const [words, address] = [foldSearch(search), suppressionKey(to)]
      return allRows(MessageSchema, page, before, newerThan, words, words, address, address, limit)
    },
    newestMessage: (): string | undefined => oneRow(NewestSchema, newest)?.message_id,
    countMessages: (): number => oneRow(CountSchema, count)?.n ?? 0,
    recipientStates: (messageId: string): readonly RecipientState[] =>
      allRows(RecipientRow, states, messageId).map(({ state }) => state),
    setRecipientState: ({ messageId, address, state }: { messageId: string; address: string; state: RecipientState }) =>
      void setState.run(state, messageId, address),
    sentAfter: (instant: Instant) => allRows(SentSchema, sent, instant),
  }
}

const foldSearch = (text: string): string => text.normalize('NFC').toLowerCase()

const searchText = ({ subject, from, recipients, text, tags }: MailToSend): string =>
  foldSearch(
    [subject, from, ...recipients.map(({ address }) => address), ...tags.map(({ value }) => value), text ?? ''].join('\n'),
  )

export function events(db: DatabaseSync) {
  const put = db.prepare(
    'INSERT INTO events (event_id, message_id, happened, due, failed_attempts, happening) VALUES (?, ?, ?, ?, 0, ?)',
  )
  const dueAt = db.prepare('SELECT * FROM events WHERE due = ? ORDER BY seq')
  const earliestDue = db.prepare('SELECT min(due) AS due FROM events')
  const remove = db.prepare('DELETE FROM events WHERE seq = ?')
  const postpone = db.prepare('UPDATE events SET due = ?, failed_attempts = failed_attempts + 1 WHERE seq = ?')
  return {
    putEvent: ({
      eventId,
      messageId,
      due,
      sendingEvent,
    }: {
      eventId: string
      messageId: string
      due: Instant
      sendingEvent: SendingEvent
    }) => void put.run(eventId, messageId, due, due, JSON.stringify(sendingEvent)),
    eventsDueAt: (due: Instant): readonly StoredEvent[] => allRows(EventSchema, dueAt, due),
    /** Asked before every step of time: without reading the event. */
    earliestDue: (): Instant | undefined => oneRow(DueSchema, earliestDue)?.due ?? undefined,
    removeEvent: ({ seq }: StoredEvent) => void remove.run(seq),
    postponeEvent: ({ seq }: StoredEvent, due: Instant) => void postpone.run(due, seq),
  }
}
