/** What the local SES was told: identities, configuration sets with their destinations, and suppressed addresses. */
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
import { allRows, oneRow } from '#local/aws/sqlite.ts'

const asJson = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)))

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

export function configuration(db: DatabaseSync) {
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

export function suppressions(db: DatabaseSync) {
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
