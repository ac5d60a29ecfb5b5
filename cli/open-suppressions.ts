/** The suppressions of the place that a command works on. Their key is read when a command first needs it: the other commands need no permission. */

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { suppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { countSuppressions } from '#adapters/dynamo/count-suppressions.ts'
import { dynamoDoNotCallList } from '#adapters/dynamo/do-not-call-list.ts'
import { dynamoSuppressionList } from '#adapters/dynamo/suppression-list.ts'
import type { SuppressionTable } from '#adapters/dynamo/suppression-rows.ts'
import { mayNotRead, readSecret, type SecretPlace } from '#adapters/secrets-manager/secrets.ts'
import type { DoNotCallList, SuppressionList } from '#app/ports/consent.ts'
import { VariablesMissingError } from '#cli/variables-missing.ts'
import { type Instant, instantOf } from '#core/time/instant.ts'

export interface Suppressions {
  readonly table: SuppressionTable
  readonly list: SuppressionList
  readonly doNotCall: DoNotCallList
  /** Why this command has no right to read the key; undefined when it has. Every other failure is thrown. */
  readonly keyOutOfReach: () => Promise<string | undefined>
  readonly keyMadeAt: () => Promise<Instant>
  /** How many contact points are suppressed, which needs no key. */
  readonly count: () => Promise<number>
  /** On this machine functions run in one process, which keys the table when it starts. */
  readonly local: boolean
}

interface Opening {
  readonly client: DynamoDBClient
  readonly tableName: string
  /** Undefined when the environment names no secret. */
  readonly secret: SecretPlace | undefined
  readonly local: boolean
}

const NO_SECRET = new VariablesMissingError(['SUPPRESSION_SECRET_ARN'])

export function openSuppressions({ client, tableName, secret, local }: Opening): Suppressions {
  const read = async () => {
    if (secret === undefined) throw NO_SECRET
    const { text, storedAt } = await readSecret(secret)
    return { keys: suppressionKeys({ secret: text }), madeAt: instantOf(storedAt.getTime()) }
  }
  let kept: ReturnType<typeof read> | undefined
  const key = () => {
    kept ??= read()
    return kept
  }
  const table = { client, tableName, keys: async () => (await key()).keys }
  return {
    table,
    list: dynamoSuppressionList(table),
    doNotCall: dynamoDoNotCallList(table),
    keyOutOfReach: async () => {
      if (secret === undefined) return NO_SECRET.message
      try {
        await key()
        return undefined
      } catch (error) {
        if (mayNotRead(error)) return `no permission to read ${secret.secretId}`
        throw error
      }
    },
    keyMadeAt: async () => (await key()).madeAt,
    count: () => countSuppressions(table),
    local,
  }
}
