/** What every log of the nightly deletion must do. */
import { describe, expect, test } from 'vitest'
import type { PurgeProof, RetentionLog } from '#app/ports/retention.ts'
import { tamper } from '#test/support/tamper.ts'

const proof = (at: string, over: Partial<PurgeProof> = {}): PurgeProof => ({
  at,
  finished: true,
  until: {
    rawMails: '2026-02-05',
    verbatims: '2025-02-05',
    replies: '2025-02-05',
    contacts: '2024-02-06',
    ledgers: '2024-02-06',
    work: '2024-02-06',
  },
  removed: { rawMails: 3, verbatims: 0, replies: 12, contacts: 500_000, ledgers: 7, work: 0 },
  left: { rawMails: 0, verbatims: 0, replies: 1, contacts: 2, work: 0 },
  tombstones: 1,
  ...over,
})

export function retentionLogContract(fresh: () => Promise<RetentionLog>): void {
  describe('a log of the nightly deletion', () => {
    test('remembers how far the walk has come', async () => {
      const log = await fresh()
      expect(await log.walk()).toBeUndefined()
      await log.putWalk({ next: 16, began: '2027-02-06', people: 1_000 })
      const walk = { next: 256, began: '2027-02-06', people: 2_500 }
      await log.putWalk(walk)
      expect(await log.walk()).toEqual(walk)
      expect(await log.latestProofs(5)).toEqual([])
    })

    test('keeps a proof for every night, the latest first', async () => {
      const log = await fresh()
      expect(await log.latestProofs(5)).toEqual([])
      const nights = ['2027-02-06T20:40:00.000Z', '2027-02-07T20:40:00.000Z', '2027-02-05T20:40:00.000Z'].map((at) => proof(at))
      for (const night of nights) await log.addProof(night)
      await log.addProof(proof('2027-02-07T20:40:00.000Z', { finished: false }))
      const latest = [proof('2027-02-07T20:40:00.000Z', { finished: false }), nights[0]]
      expect(await log.latestProofs(2)).toEqual(latest)
      expect(await log.latestProofs(9)).toEqual([...latest, nights[2]])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const log = await fresh()
      const [night, walk] = [proof('2027-02-06T20:40:00.000Z'), { next: 3, began: '2027-02-06', people: 9 }]
      await log.addProof(night)
      await log.putWalk(walk)
      tamper([night, walk, await log.latestProofs(1)])
      expect(await log.latestProofs(1)).toEqual([proof('2027-02-06T20:40:00.000Z')])
      expect(await log.walk()).toEqual({ next: 3, began: '2027-02-06', people: 9 })
    })
  })
}
