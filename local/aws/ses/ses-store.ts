/** The state of the local SES, kept on disk: accepted mails, events still to come, identities, configuration sets, suppressions. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Instant } from '#core/time/instant.ts'
import {
  type ConfigurationSet,
  ConfigurationSetSchema,
  type EventDestination,
  EventDestinationSchema,
  type SuppressionReason,
  SuppressionReasonSchema,
} from '#local/aws/ses/configuration-set.ts'
import { suppressionKey } from '#local/aws/ses/email-address.ts'
import type { RecipientState, SesHappening } from '#local/aws/ses/recipient-outcome.ts'
import type { MailToSend } from '#local/aws/ses/send-email-input.ts'
import { allRows, inTransaction, oneRow, openDatabase } from '#local/aws/sqlite.ts'

const TABLES = `
  CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, message_id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, counted INTEGER NOT NULL,
    mail TEXT NOT NULL, search TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS messages_by_time ON messages (at, counted);
  CREATE TABLE IF NOT EXISTS recipients (
    message_id TEXT NOT NULL, place INTEGER NOT NULL, address TEXT NOT NULL, address_key TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (message_id, place));
  CREATE INDEX IF NOT EXISTS recipients_by_address ON recipients (address_key);
  CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT NOT NULL, message_id TEXT NOT NULL, happened TEXT NOT NULL, due TEXT NOT NULL,
    failed_attempts INTEGER NOT NULL, happening TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS events_by_due ON events (due, seq);
  CREATE TABLE IF NOT EXISTS identities (name TEXT PRIMARY KEY, configuration_set TEXT);
  CREATE TABLE IF NOT EXISTS configuration_sets (name TEXT PRIMARY KEY, definition TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS event_destinations (
    set_name TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, PRIMARY KEY (set_name, name));
  CREATE TABLE IF NOT EXISTS suppressions (
    address_key TEXT PRIMARY KEY, address TEXT NOT NULL, reason TEXT NOT NULL, updated TEXT NOT NULL, message_id TEXT, feedback_id TEXT);
`

const asJson = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)))
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
  happening: asWritten<SesHappening>(),
})
export type StoredEvent = z.infer<typeof EventSchema>
const IdentitySchema = z.object({ name: z.string(), configuration_set: z.string().nullable() })
const DestinationRow = z.object({ name: z.string(), definition: asJson(EventDestinationSchema) })
const SuppressionSchema = z.object({
  address: z.string(),
  address_key: z.string(),
  reason: SuppressionReasonSchema,
  updated: z.string(),
  message_id: z.string().nullable(),
  feedback_id: z.string().nullable(),
})
type Suppression = z.infer<typeof SuppressionSchema>

function asState(): z.ZodType<RecipientState> {
  return z.enum(['accepted', 'delivered', 'delayed', 'bounced', 'complained', 'suppressed'])
}

export type SesStore = ReturnType<typeof openSesStore>

export function openSesStore(folder: string | null) {
  const db = openDatabase({ folder, name: 'ses', schema: TABLES })
  return {
    transaction: <T>(work: () => T): T => inTransaction(db, work),
    close: () => db.close(),
    ...messages(db),
    ...events(db),
    ...configuration(db),
    ...suppressions(db),
  }
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

function messages(db: DatabaseSync) {
  const put = db.prepare('INSERT INTO messages (message_id, at, counted, mail, search) VALUES (?, ?, ?, ?, ?)')
  const putRecipient = db.prepare('INSERT INTO recipients VALUES (?, ?, ?, ?, ?)')
  const one = db.prepare('SELECT * FROM messages WHERE message_id = ?')
  const page = db.prepare(`SELECT * FROM messages WHERE seq < ? AND (? = '' OR instr(search, ?) > 0)
    AND (? = '' OR message_id IN (SELECT message_id FROM recipients WHERE address_key = ?)) ORDER BY seq DESC LIMIT ?`)
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
    messagesBefore: ({ before, search, to, limit }: { before: number; search: string; to: string; limit: number }) =>
      allRows(MessageSchema, page, before, foldSearch(search), foldSearch(search), suppressionKey(to), suppressionKey(to), limit),
    countMessages: (): number => oneRow(z.object({ n: z.number() }), count)?.n ?? 0,
    recipientStates: (messageId: string): readonly RecipientState[] =>
      allRows(RecipientRow, states, messageId).map(({ state }) => state),
    setRecipientState: ({ messageId, address, state }: { messageId: string; address: string; state: RecipientState }) =>
      void setState.run(state, messageId, address),
    sentAfter: (instant: Instant) => allRows(z.object({ at: z.string(), recipients: z.number() }), sent, instant),
  }
}

const foldSearch = (text: string): string => text.normalize('NFC').toLowerCase()

const searchText = ({ subject, from, recipients, text, tags }: MailToSend): string =>
  foldSearch(
    [subject, from, ...recipients.map(({ address }) => address), ...tags.map(({ value }) => value), text ?? ''].join('\n'),
  )

function events(db: DatabaseSync) {
  const put = db.prepare(
    'INSERT INTO events (event_id, message_id, happened, due, failed_attempts, happening) VALUES (?, ?, ?, ?, 0, ?)',
  )
  const earliest = db.prepare('SELECT * FROM events ORDER BY due, seq LIMIT 1')
  const remove = db.prepare('DELETE FROM events WHERE seq = ?')
  const postpone = db.prepare('UPDATE events SET due = ?, failed_attempts = failed_attempts + 1 WHERE seq = ?')
  return {
    putEvent: ({
      eventId,
      messageId,
      due,
      happening,
    }: {
      eventId: string
      messageId: string
      due: Instant
      happening: SesHappening
    }) => void put.run(eventId, messageId, due, due, JSON.stringify(happening)),
    earliestEvent: (): StoredEvent | undefined => oneRow(EventSchema, earliest),
    removeEvent: ({ seq }: StoredEvent) => void remove.run(seq),
    postponeEvent: ({ seq }: StoredEvent, due: Instant) => void postpone.run(due, seq),
  }
}

function configuration(db: DatabaseSync) {
  const identity = db.prepare('SELECT * FROM identities WHERE name = ?')
  const putIdentity = db.prepare('INSERT OR IGNORE INTO identities VALUES (?, ?)')
  const set = db.prepare('SELECT definition FROM configuration_sets WHERE name = ?')
  const putSet = db.prepare('INSERT INTO configuration_sets VALUES (?, ?)')
  const removeSet = db.prepare('DELETE FROM configuration_sets WHERE name = ?')
  const removeSetDestinations = db.prepare('DELETE FROM event_destinations WHERE set_name = ?')
  const destinations = db.prepare('SELECT name, definition FROM event_destinations WHERE set_name = ? ORDER BY name')
  const putDestination = db.prepare('INSERT INTO event_destinations VALUES (?, ?, ?)')
  const SetRow = z.object({ definition: asJson(ConfigurationSetSchema) })
  return {
    identity: (name: string) => oneRow(IdentitySchema, identity, name.toLowerCase()),
    putIdentity: (name: string, configurationSet: string | null) => void putIdentity.run(name.toLowerCase(), configurationSet),
    configurationSet: (name: string): ConfigurationSet | undefined => oneRow(SetRow, set, name)?.definition,
    putConfigurationSet: (definition: ConfigurationSet) =>
      void putSet.run(definition.ConfigurationSetName, JSON.stringify(definition)),
    removeConfigurationSet: (name: string) => {
      removeSet.run(name)
      removeSetDestinations.run(name)
    },
    eventDestinations: (setName: string) => allRows(DestinationRow, destinations, setName),
    putEventDestination: (setName: string, name: string, definition: EventDestination) =>
      void putDestination.run(setName, name, JSON.stringify(definition)),
  }
}

function suppressions(db: DatabaseSync) {
  const one = db.prepare('SELECT * FROM suppressions WHERE address_key = ?')
  const put = db.prepare('INSERT OR REPLACE INTO suppressions VALUES (?, ?, ?, ?, ?, ?)')
  return {
    suppression: (address: string): Suppression | undefined => oneRow(SuppressionSchema, one, suppressionKey(address)),
    putSuppression: ({ address, reason, updated, messageId, feedbackId }: NewSuppression) =>
      void put.run(suppressionKey(address), address, reason, updated, messageId ?? null, feedbackId ?? null),
  }
}

interface NewSuppression {
  readonly address: string
  readonly reason: SuppressionReason
  readonly updated: Instant
  readonly messageId?: string
  readonly feedbackId?: string
}
