/**
 * What staff were told has been added is named by the case once, and lies in the bucket as it was sent. Nothing else lies there but what a form left behind
 * that was refused or never answered, under a case that is there.
 */
import { createHash } from 'node:crypto'
import { hashOf } from '#local/torture/cases/case-acts.ts'
import type { CaseFacts } from '#local/torture/cases/case-evidence.ts'
import { actsNamed, isDone, isLeft } from '#local/torture/cases/case-log.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'

export function filesStand({ desk: { cases: evidence } }: Evidence): readonly Breach[] {
  const { cases, files, log } = evidence
  const named = cases.flatMap((item) => hashesOf(item).map((sha256) => ({ item, sha256, key: keyOf(item.workId, sha256) })))
  const stored = new Map(files.map((file) => [file.key, file]))
  const keys = new Set(named.map(({ key }) => key))
  const sent = actsNamed(log, 'add-file')
  const standing = new Set(cases.map(({ workId }) => workId))
  const left = new Set(
    sent.flatMap((done) =>
      isLeft(done) && standing.has(done.act.workId) ? [keyOf(done.act.workId, hashOf(done.act.picture))] : [],
    ),
  )
  return [
    ...sent.filter(isDone).flatMap(({ act: { workId, picture } }) =>
      keys.has(keyOf(workId, hashOf(picture)))
        ? []
        : [
            breach('file-lost', {
              occurrenceId: workId,
              detail: `${picture}: added, as was said, and the case does not know it`,
            }),
          ],
    ),
    ...named.flatMap(({ item: { workId, customerId }, sha256, key }) =>
      stored.get(key)?.sha256 === sha256
        ? []
        : [breach('file-missing', { occurrenceId: workId, customerId, detail: `${sha256}: named by the case, and not there` })],
    ),
    ...cases.flatMap((item) => {
      const hashes = hashesOf(item)
      return hashes.length === new Set(hashes).size
        ? []
        : [breach('file-twice', { occurrenceId: item.workId, customerId: item.customerId, detail: hashes.join(', ') })]
    }),
    ...files.flatMap(({ key }) =>
      keys.has(key) || left.has(key) ? [] : [breach('file-without-event', { occurrenceId: key, detail: 'no case names it' })],
    ),
  ]
}

const hashesOf = ({ events }: CaseFacts): readonly string[] => events.flatMap(({ sha256 }) => sha256 ?? [])

/** Written down here apart from the product's own key. */
const keyOf = (workId: string, sha256: string): string => `cases/${createHash('sha256').update(workId).digest('hex')}/${sha256}`
