/** Words in the table of campaigns: one row for each hash, and one that names the words in force for each notice. */
import * as z from 'zod'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { packWords, unpackWords } from '#adapters/packed-words.ts'
import type { WordsStore } from '#app/ports/campaigns.ts'

/** No campaign id has a `#`. */
const scopeOf = (hash: string) => `words#${hash}`
const ITEM = 'packed'
const NOTICES = '#notices'

export const dynamoWordsStore = (table: DynamoTable): WordsStore => ({
  keep: async (words) => {
    const { hash, packed } = packWords(words)
    // Overwrites: the same hash has the same content, and a damaged row is repaired.
    await putRow(table, { scope: scopeOf(hash), item: ITEM, template: words.template, packed })
    return hash
  },
  // Consistent: a version is stored after its words, so a sender that knows the version must find them.
  read: async (hash) => {
    const row = await getRow(table, { scope: scopeOf(hash), item: ITEM })
    return row && unpackWords({ hash, packed: row.packed })
  },
  noticeInForce: async (template) => {
    const row = await getRow(table, { scope: NOTICES, item: template })
    return row && readAs(NoticeRow, row, `the words of notice ${template}`).words
  },
  putNoticeInForce: async ({ template, words, at, by }) => {
    await putRow(table, { scope: NOTICES, item: template, words, acceptedAt: at, acceptedBy: by })
  },
})

const NoticeRow = z.object({ words: z.string() })
