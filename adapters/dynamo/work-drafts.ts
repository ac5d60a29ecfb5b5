/** What staff are typing about an item of work: one row beside the item's own, in no index, removed with it. */
import * as z from 'zod'
import { absent, follows } from '#adapters/dynamo/conditions.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Key, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { DraftNoteSchema } from '#core/work/draft-note.ts'

/** No work id begins with `#`. */
export const draftsKey = (workId: string): Key => ({ workId: `#drafts#${workId}` })

const DraftsRow = z.object({ version: z.int(), notes: z.string() })
const NotesSchema = z.array(DraftNoteSchema)

export const workDrafts = (table: DynamoTable): Pick<WorkStore, 'draftsOf' | 'keepDrafts'> => ({
  draftsOf: async (workId) => {
    const row = await getRow(table, draftsKey(workId))
    if (!row) return { workId, notes: [], version: 0 }
    const name = `drafts on ${workId}`
    const { version, notes } = readAs(DraftsRow, row, name)
    return { workId, notes: readAs(NotesSchema, jsonIn(notes, name), name), version }
  },
  keepDrafts: async ({ workId, notes, version }) =>
    version < 1
      ? 'lost'
      : putRow(
          table,
          { ...draftsKey(workId), version, notes: JSON.stringify(notes) },
          version === 1 ? absent('version') : follows('version', version),
        ),
})

export const removeDrafts = (table: DynamoTable, workId: string): Promise<unknown> => deleteRow(table, draftsKey(workId))
