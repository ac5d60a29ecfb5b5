/** `care purged`: the proofs of the nightly deletion of data whose retention has ended. */
import { Command } from 'commander'
import type { PurgeProof } from '#app/ports/retention.ts'
import { PURGED_KINDS } from '#app/ports/retention.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { timesAre, writtenTime } from '#cli/written-clock.ts'

const NIGHTS = 14
const MOST_NIGHTS = 1_000

export function purgedCommand({ output, place }: CareFrame): Command {
  return new Command('purged')
    .description('what was deleted in the last nights because its time was over: until which day, how much, and what was left')
    .option('--nights <number>', `how many nights, at most ${MOST_NIGHTS}`, String(NIGHTS))
    .option('--json', 'print [{ at, finished, until, removed, left, tombstones }]')
    .action(async ({ nights, json }: { readonly nights: string; readonly json?: true }) => {
      if (!/^\d{1,4}$/.test(nights) || Number(nights) < 1 || Number(nights) > MOST_NIGHTS)
        return output.refuse([`--nights ${nights}: expected a number from 1 to ${MOST_NIGHTS}`])
      const { retentionLog, company } = await place.stores()
      const proofs = await retentionLog.latestProofs(Number(nights))
      if (json) output.print(JSON.stringify(proofs, null, 2))
      else if (proofs.length === 0) output.print('no night has deleted anything yet')
      else {
        for (const proof of proofs) output.print(line(proof, company.zone))
        output.print(timesAre(company.zone))
      }
    })
}

/** `2027-03-11 03:40: contacts to 2024-03-10: 500 removed, 0 left; … finished`. Kinds without rows are left out. */
function line({ at, finished, until, removed, left, tombstones }: PurgeProof, zone: string): string {
  const kinds = PURGED_KINDS.filter((kind) => removed[kind] > 0 || (kind !== 'ledgers' && left[kind] > 0)).map((kind) => {
    const still = kind === 'ledgers' ? '' : `, ${left[kind]} left`
    return `${WORDS[kind]} to ${until[kind]}: ${removed[kind]} removed${still}`
  })
  const parts = [...kinds, ...(tombstones > 0 ? [`${tombstones} tombstones of erased customers removed`] : [])]
  const said = parts.length === 0 ? 'nothing was over' : parts.join('; ')
  return `${writtenTime(at, zone)}: ${said}; ${finished ? 'finished' : 'to be continued in the next night'}`
}

const WORDS = {
  rawMails: 'raw mails',
  verbatims: 'words of answers',
  replies: 'replies',
  contacts: 'contacts',
  ledgers: 'ledgers',
  work: 'closed work',
} as const
