/** The key of suppressions in tests. */
import { suppressionKeys } from '#adapters/crypto/contact-keys.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import type { SuppressionTable } from '#adapters/dynamo/suppression-rows.ts'

export const TEST_KEYS = suppressionKeys({ secret: 'a key of the test for suppressions, long enough' })

export const withKeys = (table: DynamoTable): SuppressionTable => ({ ...table, keys: async () => TEST_KEYS })
