/** The state of the local SES, kept on disk: accepted mails, events still to come, identities, configuration sets, suppressions. */
import { events, messages } from '#local/aws/ses/ses-messages.ts'
import { configuration, suppressions } from '#local/aws/ses/ses-settings.ts'
import { inTransaction, openDatabase } from '#local/aws/sqlite.ts'

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
