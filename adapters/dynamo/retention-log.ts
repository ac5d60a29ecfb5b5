/** The records of the nightly deletion in DynamoDB: two kinds of rows under a key of their own beside the occurrences. They name no customer. */
import * as z from 'zod'
import { queryPages } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { PURGED_KINDS, type PurgeProof, type RetentionLog } from '#app/ports/retention.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

/** No occurrence has this id. */
const PARTITION = '#retention'
const WALK = 'walk'
const PROOF = 'proof#'

export function dynamoRetentionLog(table: DynamoTable): RetentionLog {
  const walkKey = { occurrenceId: PARTITION, item: WALK }
  return {
    walk: async () => {
      const row = await getRow(table, walkKey)
      return row && readAs(WalkRow, row, 'how far the ledgers were walked')
    },
    putWalk: async (walk) => {
      await putRow(table, { ...walkKey, ...walk })
    },
    addProof: async (proof) => {
      await putRow(table, { occurrenceId: PARTITION, item: `${PROOF}${proof.at}`, proof: JSON.stringify(proof) })
    },
    latestProofs: async (limit) => {
      const proofs: PurgeProof[] = []
      const query = {
        partition: { attribute: 'occurrenceId', is: PARTITION },
        sort: { attribute: 'item', beginsWith: PROOF },
        latestFirst: true,
        pageSize: limit,
      }
      for await (const rows of queryPages(table, query)) {
        proofs.push(...rows.map(proofOf))
        if (proofs.length >= limit) break
      }
      return proofs.slice(0, limit)
    },
  }
}

function proofOf(row: Row): PurgeProof {
  const name = `the proof ${String(row.item)}`
  return readAs(ProofSchema, jsonIn(row.proof, name), name)
}

const WalkRow = z.object({ next: z.int(), began: LocalDateSchema, people: z.int() })
const counts = z.record(z.enum(PURGED_KINDS), z.int())
const ProofSchema = z.object({
  at: InstantSchema,
  finished: z.boolean(),
  until: z.record(z.enum(PURGED_KINDS), LocalDateSchema),
  removed: counts,
  left: z.object({ rawMails: z.int(), verbatims: z.int(), replies: z.int(), contacts: z.int(), work: z.int() }),
  tombstones: z.int(),
})
