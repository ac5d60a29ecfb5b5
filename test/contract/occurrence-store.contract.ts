/** What every store of occurrences, slices and batches must do. */
import { describe, expect, test } from 'vitest'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { EVERY_SKIP, MOON_SKIP } from '#test/core/audience/skips.ts'
import { allPages } from '#test/support/all-pages.ts'
import { AN_INSTANT, aDecision, storedBatch, storedOccurrence, storedSlice } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const ID = 'tet_2027-02-06'
const on = (date: string, campaignId = 'tet') => storedOccurrence({ occurrenceId: `${campaignId}_${date}`, campaignId, date })

const byPlace = (a: Decision | undefined, b: Decision | undefined) => (placeOf(a) < placeOf(b) ? -1 : 1)
const placeOf = (decision: Decision | undefined) => `${decision?.at}#${decision?.customerId}#${decision?.decision}`

const EVERY_OUTCOME: readonly Recipient['outcome'][] = [
  ...(['unknown', 'failed'] as const).map((state) => ({
    ...(state === 'unknown' ? { state, since: AN_INSTANT, evidence: 'timeout' } : { state, at: AN_INSTANT, reason: 'refused' }),
    decided: { decision: 'resend' as const, by: 'hoa', because: 'she asked', at: AN_INSTANT },
  })),
  { state: 'planned' },
  ...EVERY_SKIP.map((skip) => ({ state: 'skipped' as const, ...skip })),
  { state: 'skipped', ...MOON_SKIP },
  { state: 'deferred', until: AN_INSTANT, because: 'outside-hours' },
  { state: 'deferred', until: AN_INSTANT, because: 'daily-quota', heldUpBy: 'sender-stopped' },
  { state: 'withheld', because: 'holdout' },
  { state: 'withheld', because: 'control-group' },
  { state: 'sent', at: AN_INSTANT, providerId: '0100-01' },
  { state: 'failed', at: AN_INSTANT, reason: 'MessageRejected' },
  { state: 'unknown', since: AN_INSTANT, evidence: 'timeout' },
]

export function occurrenceStoreContract(fresh: () => Promise<OccurrenceStore>): void {
  describe('a store of occurrences', () => {
    test('an occurrence is opened once, whoever tries', async () => {
      const store = await fresh()
      expect(await store.get(ID)).toBeUndefined()
      const rivals = [1, 2, 3].map((campaignVersion) => storedOccurrence({ campaignVersion }))
      const results = await Promise.all(rivals.map((rival) => store.open(rival)))
      expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
      expect(await store.get(ID)).toEqual(rivals[results.indexOf('written')])
    })

    test('an update replaces exactly the version before it', async () => {
      const store = await fresh()
      const balance = {
        audience: 3,
        planned: 0,
        sent: 1,
        skipped: 1,
        skippedBy: { 'opted-out': 1 },
        deferred: 0,
        withheld: 1,
        failed: 0,
        unknown: 0,
      }
      expect(await store.update(storedOccurrence({ version: 1 }))).toBe('lost')
      await store.open(storedOccurrence())
      expect(await store.update(storedOccurrence({ version: 0 }))).toBe('lost')
      expect(await store.update(storedOccurrence({ version: 2 }))).toBe('lost')
      const results = await Promise.all(
        [1, 2].map(() => store.update(storedOccurrence({ version: 1, state: 'closed', balance }))),
      )
      expect(results.toSorted()).toEqual(['lost', 'written'])
      expect(await store.get(ID)).toEqual(storedOccurrence({ version: 1, state: 'closed', balance }))
    })

    test('occurrences are listed by date, then id, both ends of the range included', async () => {
      const store = await fresh()
      const all = [
        on('2026-12-31'),
        on('2027-01-01', 'a'),
        on('2027-01-01', 'b'),
        on('2027-01-31'),
        on('2027-02-01'),
        on('2027-03-01'),
      ]
      for (const occurrence of all.toReversed()) await store.open(occurrence)
      expect(await store.between('2026-12-31', '2027-03-01')).toEqual(all)
      expect(await store.between('2027-01-01', '2027-01-31')).toEqual(all.slice(1, 4))
      expect(await store.between('2027-02-02', '2027-02-28')).toEqual([])
      expect(await store.between('2027-02-01', '2027-01-01')).toEqual([])
      await store.update({ ...on('2027-02-01'), version: 1, state: 'closed' })
      expect(await store.between('2027-02-01', '2027-02-01')).toEqual([{ ...on('2027-02-01'), version: 1, state: 'closed' }])
    })

    test('those of one campaign are listed, the newest first, page by page to the first there ever was', async () => {
      const store = await fresh()
      const days = ['2019-02-05', '2026-12-31', '2027-01-01', '2027-01-02', '2027-03-01']
      for (const day of days) await store.open(on(day, 'tet'))
      await store.open(on('2027-01-01', 'tet-two'))
      await store.putBatch(storedBatch({ occurrenceId: 'tet_2027-01-02' }))
      await store.decide(aDecision({ occurrenceId: 'tet_2027-01-02' }))
      const dates = async (asked: { before?: string; limit: number }) =>
        (await store.ofCampaign({ campaignId: 'tet', ...asked })).map(({ date }) => date)
      expect(await dates({ limit: 10 })).toEqual(days.toReversed())
      expect(await dates({ limit: 2 })).toEqual(['2027-03-01', '2027-01-02'])
      expect(await dates({ before: '2027-01-02', limit: 2 })).toEqual(['2027-01-01', '2026-12-31'])
      expect(await dates({ before: '2026-12-31', limit: 2 })).toEqual(['2019-02-05'])
      expect(await dates({ before: '2019-02-05', limit: 2 })).toEqual([])
      expect(await store.ofCampaign({ campaignId: 'te', limit: 9 })).toEqual([])
    })

    test('those still open are listed by date, then id, however old; one that is closed is gone', async () => {
      const store = await fresh()
      expect(await store.stillOpen()).toEqual([])
      const all = [on('2020-02-29'), on('2027-01-01', 'a'), on('2027-01-01', 'b'), on('2031-12-31')]
      for (const occurrence of all.toReversed()) await store.open(occurrence)
      await store.open({ ...on('2026-06-01'), state: 'closed' })
      expect(await store.stillOpen()).toEqual(all)
      const moved = { ...on('2027-01-01', 'a'), version: 1, pass: 'refresh' as const }
      await store.update(moved)
      expect(await store.stillOpen()).toEqual([all[0], moved, all[2], all[3]])
      // A write that is lost closes nothing.
      expect(await store.update({ ...moved, version: 1, state: 'closed' })).toBe('lost')
      expect(await store.open({ ...moved, version: 0, state: 'closed' })).toBe('lost')
      expect(await store.stillOpen()).toHaveLength(4)
      await store.update({ ...moved, version: 2, state: 'closed' })
      await store.update({ ...on('2020-02-29'), version: 1, state: 'closed' })
      expect(await store.stillOpen()).toEqual([all[2], all[3]])
      expect(await store.between('2020-01-01', '2027-01-01')).toHaveLength(4)
      await store.putSlice(storedSlice({ occurrenceId: all[2]!.occurrenceId }))
      await store.putBatch(storedBatch({ occurrenceId: all[2]!.occurrenceId }))
      expect(await store.stillOpen()).toEqual([all[2], all[3]])
    })

    test('people in trouble are counted once each, by kind and occurrence', async () => {
      const store = await fresh()
      const note = (customerId: string, kind: 'bounced' | 'complained', occurrenceId = ID) =>
        store.noteTrouble({ occurrenceId, customerId, kind })
      expect(await store.troubles(ID)).toEqual({ bounced: 0, complained: 0 })
      await store.open(storedOccurrence())
      await store.putBatch(storedBatch())
      for (const customerId of ['c-001', 'c-002', 'c-001', 'c#3']) await note(customerId, 'bounced')
      await note('c-001', 'complained')
      await note('c-001', 'complained', 'other_2027-02-06')
      expect(await store.troubles(ID)).toEqual({ bounced: 3, complained: 1 })
      expect(await store.troubles('other_2027-02-06')).toEqual({ bounced: 0, complained: 1 })
      expect(await store.batches(ID)).toEqual([storedBatch()])
      expect(await store.batchesEventually(ID)).toEqual([storedBatch()])
      expect(await store.stillOpen()).toEqual([storedOccurrence()])
    })

    test('the same person is counted once, also when the provider says it in many places at one moment', async () => {
      const store = await fresh()
      const ids = Array.from({ length: 12 }, (_, n) => `c-${n}`)
      const noted = [...ids, ...ids, ...ids].map((customerId) => ({ occurrenceId: ID, customerId, kind: 'bounced' as const }))
      await Promise.all(noted.map((trouble) => store.noteTrouble(trouble)))
      expect(await store.troubles(ID)).toEqual({ bounced: 12, complained: 0 })
      for (const trouble of noted) await store.noteTrouble(trouble)
      expect(await store.troubles(ID)).toEqual({ bounced: 12, complained: 0 })
    })

    test('who is forgotten, and an occurrence whose names are removed, keep being counted', async () => {
      const store = await fresh()
      const note = (customerId: string) => store.noteTrouble({ occurrenceId: ID, customerId, kind: 'bounced' })
      for (const id of ['c-001', 'c-002', 'c-003']) await note(id)
      for (const customerId of ['c-003', 'c-001', 'c-404'])
        await store.rename({ occurrenceId: ID, customerId, as: `erased-${customerId}` })
      expect(await store.troubles(ID)).toEqual({ bounced: 3, complained: 0 })
      await note('c-002')
      expect(await store.troubles(ID)).toEqual({ bounced: 3, complained: 0 })
      await store.removeNames(ID)
      expect(await store.troubles(ID)).toEqual({ bounced: 3, complained: 0 })
    })

    test('how many were written to is added up, from many sides at once', async () => {
      const store = await fresh()
      expect(await store.mailed(ID)).toBe(0)
      await Promise.all([500, 480, -3, 20].map((people) => store.countMailed({ occurrenceId: ID, people })))
      await store.countMailed({ occurrenceId: 'other_2027-02-06', people: 7 })
      expect([await store.mailed(ID), await store.mailed('other_2027-02-06')]).toEqual([997, 7])
    })

    test('slices are kept in order, the last planning of each', async () => {
      const store = await fresh()
      await store.open(storedOccurrence())
      for (const slice of [200, 3, 10]) await store.putSlice(storedSlice({ slice }))
      await store.putSlice(storedSlice({ slice: 10, pass: 'refresh', audience: 121 }))
      await store.putSlice(storedSlice({ occurrenceId: 'other_2027-02-06' }))
      expect(await store.slices(ID)).toEqual([
        storedSlice(),
        storedSlice({ slice: 10, pass: 'refresh', audience: 121 }),
        storedSlice({ slice: 200 }),
      ])
      expect(await store.slices('nothing_2027-02-06')).toEqual([])
      expect(await store.slice(ID, 10)).toEqual(storedSlice({ slice: 10, pass: 'refresh', audience: 121 }))
      expect(await store.slice(ID, 11)).toBeUndefined()
      const wanted = [ID, 'other_2027-02-06', 'nothing_2027-02-06'].map((occurrenceId) => ({ occurrenceId, slices: 256 }))
      expect([...(await store.slicesEventually(wanted))]).toEqual(
        await Promise.all(wanted.map(async ({ occurrenceId }) => [occurrenceId, await store.slices(occurrenceId)])),
      )
      expect(await store.slicesEventually([])).toEqual(new Map())
    })

    test('tells the batches that are not done from the others', async () => {
      const store = await fresh()
      const known = (['planned', 'sending', 'done'] as const).map((state, bucket) =>
        storedBatch({ state, batchId: `003.0${bucket}.+0700` }),
      )
      for (const batch of known) expect(await store.putBatch(batch)).toBe('written')
      expect(await store.unfinishedBatches(ID)).toEqual(known.slice(0, 2))
      expect(await store.unfinishedBatches('nothing_2027-02-06')).toEqual([])
      await store.putBatch({ ...known[0]!, state: 'done', version: 1 })
      expect(await store.unfinishedBatches(ID)).toEqual([known[1]])
    })

    test('a batch keeps every recipient with any outcome', async () => {
      const store = await fresh()
      const recipients = EVERY_OUTCOME.map((outcome, n) => ({
        customerId: `c-${n}`,
        occasionKey: n % 2 ? 'tết-2027' : 'tet',
        outcome,
      }))
      const batch = storedBatch({ recipients, state: 'sending', takenAt: AN_INSTANT })
      expect(await store.putBatch(batch)).toBe('written')
      expect(await store.batch(ID, batch.batchId)).toEqual(batch)
      expect(await store.batch(ID, '003.09.+0700')).toBeUndefined()
      const empty = storedBatch({ batchId: '003.02.+0700', recipients: [] })
      await store.putBatch(empty)
      expect(await store.batch(ID, empty.batchId)).toEqual(empty)
    })

    test('batches in which an outcome is unknown are found without the others, up to a limit', async () => {
      const store = await fresh()
      const unknown = { state: 'unknown', since: AN_INSTANT, evidence: 'timeout' } as const
      const held = (outcome: Recipient['outcome']) => [{ customerId: 'c-001', occasionKey: 'tet', outcome }]
      const found = async (limit = 9) =>
        (await store.batchesOnceUnknown({ occurrenceId: ID, limit })).map(({ batchId, version }) => `${batchId} ${version}`)
      expect(await found()).toEqual([])
      const ids = ['003.00.+0700', '003.01.+0700', '003.02.+0700', '003.03.+0700'] as const
      for (const batchId of ids)
        await store.putBatch(storedBatch({ batchId, recipients: held(batchId === ids[0] ? { state: 'planned' } : unknown) }))
      expect(await found()).toEqual([`${ids[1]} 0`, `${ids[2]} 0`, `${ids[3]} 0`])
      expect(await found(2)).toHaveLength(2)
      // As it is now: it is the caller who counts.
      await store.putBatch(storedBatch({ batchId: ids[1], version: 1, recipients: held({ state: 'planned' }) }))
      expect(await found()).toEqual([`${ids[1]} 1`, `${ids[2]} 0`, `${ids[3]} 0`])
      // What is lost hides nothing.
      expect(await store.putBatch(storedBatch({ batchId: ids[2], version: 5 }))).toBe('lost')
      await store.removeExpired({ occurrenceId: ID, batchId: ids[3] })
      expect(await found()).toEqual([`${ids[1]} 1`, `${ids[2]} 0`])
      expect(await store.batchesOnceUnknown({ occurrenceId: 'other_2027-02-06', limit: 9 })).toEqual([])
      expect((await store.batches(ID)).map(({ batchId }) => batchId)).toEqual(ids.slice(0, 3))
      await store.removeNames(ID)
      expect(await found()).toEqual([])
    })

    test('what was counted as mailed was counted by a version that marks', async () => {
      const store = await fresh()
      expect(await store.marksThroughout(ID)).toBe(true)
      for (const people of [500, -3]) await store.countMailed({ occurrenceId: ID, people })
      expect(await store.marksThroughout(ID)).toBe(true)
    })

    test('an occurrence keeps whether its unknown outcomes are marked', async () => {
      const store = await fresh()
      await store.open(storedOccurrence({ marksUnknown: true }))
      expect(await store.get(ID)).toEqual(storedOccurrence({ marksUnknown: true }))
    })

    test('of two who write the same version of a batch exactly one succeeds', async () => {
      const store = await fresh()
      const race = async (version: number) => {
        const rivals = [1, 2, 3].map((campaignVersion) => storedBatch({ version, campaignVersion }))
        const results = await Promise.all(rivals.map((rival) => store.putBatch(rival)))
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
        expect(await store.batch(ID, storedBatch().batchId)).toEqual(rivals[results.indexOf('written')])
      }
      expect(await store.putBatch(storedBatch({ version: 1 }))).toBe('lost')
      await race(0)
      await race(1)
      expect(await store.putBatch(storedBatch({ version: 3 }))).toBe('lost')
      expect(await store.putBatch(storedBatch({ version: 1 }))).toBe('lost')
    })

    test('a batch is removed only at this version and while it is planned', async () => {
      const store = await fresh()
      await store.putBatch(storedBatch())
      expect(await store.removeBatch(storedBatch({ version: 1 }))).toBe('lost')
      await store.putBatch(storedBatch({ version: 1, state: 'sending', takenAt: AN_INSTANT }))
      expect(await store.removeBatch(storedBatch({ version: 1 }))).toBe('lost')
      expect(await store.batches(ID)).toHaveLength(1)
      await store.putBatch(storedBatch({ version: 2 }))
      expect(await store.removeBatch(storedBatch({ version: 2 }))).toBe('written')
      expect(await store.removeBatch(storedBatch({ version: 2 }))).toBe('lost')
      expect(await store.batches(ID)).toEqual([])
      expect(await store.putBatch(storedBatch())).toBe('written')
    })

    test('the batches of a slice, and of the occurrence, are read to the end however large they are', async () => {
      const store = await fresh()
      await store.open(storedOccurrence())
      await store.putSlice(storedSlice())
      const recipients = Array.from({ length: 500 }, (_, n) => ({
        customerId: `c-${n}`,
        occasionKey: 'tet-2027',
        outcome: { state: 'sent' as const, at: AN_INSTANT, providerId: `0100018f-${n}-`.padEnd(60, 'x') },
      }))
      const batches = Array.from({ length: 18 }, (_, n) =>
        storedBatch({ batchId: `003.${String(n).padStart(2, '0')}.+0700`, recipients, state: 'done', takenAt: AN_INSTANT }),
      )
      const other = [storedBatch({ slice: 4, batchId: '004.00.-0330' }), storedBatch({ slice: 30, batchId: '030.00.+0700' })]
      for (const batch of [...batches, ...other].toReversed()) await store.putBatch(batch)
      expect((await store.batches(ID)).map(({ batchId }) => batchId)).toEqual(
        [...batches, ...other].map(({ batchId }) => batchId),
      )
      expect(await store.batchesOfSlice(ID, 3)).toEqual(batches)
      expect(await store.batchesOfSlice(ID, 4)).toEqual(other.slice(0, 1))
      expect(await store.batchesOfSlice(ID, 5)).toEqual([])
    })

    test('batches are read a few at a time, in order and to the end, also while those read are removed', async () => {
      const store = await fresh()
      const ids = Array.from({ length: 25 }, (_, n) => `003.${String(n).padStart(2, '0')}.+0700`)
      for (const batchId of ids)
        await store.putBatch(storedBatch({ batchId, state: batchId.includes('.07.') ? 'sending' : 'done' }))
      expect((await allPages(store.batchPages(ID))).map(({ batchId }) => batchId)).toEqual(ids)
      const read: string[] = []
      for await (const page of store.batchPages(ID)) {
        for (const batch of page) {
          read.push(batch.batchId)
          await store.removeExpired(batch)
          await store.removeExpired(batch)
        }
      }
      expect(read).toEqual(ids)
      expect(await store.batches(ID)).toEqual([])
      expect(await allPages(store.batchPages(ID))).toEqual([])
    })

    test('an occurrence says when it was emptied', async () => {
      const store = await fresh()
      await store.open(storedOccurrence())
      const emptied = storedOccurrence({ version: 1, state: 'closed', emptiedOn: '2030-02-07' })
      await store.update(emptied)
      expect(await store.get(ID)).toEqual(emptied)
      expect(await store.between('2027-02-06', '2027-02-06')).toEqual([emptied])
    })

    test('a batch whose id does not begin with its slice is refused: it would not be found', async () => {
      const store = await fresh()
      await expect(store.putBatch(storedBatch({ batchId: '3.01' }))).rejects.toThrow('must begin with 003.')
    })

    test('decisions are kept as they were made, by their instant, and none takes the place of another', async () => {
      const store = await fresh()
      expect(await store.decisions(ID)).toEqual([])
      const all = [
        aDecision({ at: '2027-02-06T09:00:00.000Z', customerId: 'c-009' }),
        aDecision({ at: '2027-02-06T10:00:00.000Z', decision: 'settled-not-sent' }),
        aDecision({ at: '2027-02-06T10:00:00.000Z', decision: 'settled-sent' }),
        aDecision({ at: '2027-02-06T10:00:00.000Z', decision: 'settled-sent', customerId: 'c-002' }),
      ]
      for (const decision of [2, 0, 3, 1].map((at) => all[at]!)) await store.decide(decision)
      await store.decide({ ...all[0]!, by: 'somebody else', because: 'another reason' })
      await store.decide(aDecision({ occurrenceId: 'other_2027-02-06' }))
      expect(await store.decisions(ID)).toEqual([all[0], all[1], all[2], all[3]].toSorted(byPlace))
      expect(await store.batches(ID)).toEqual([])
    })

    test('the places that a slice told in a pass stand, and only a later pass replaces them', async () => {
      const store = await fresh()
      const told = (pass: 'open' | 'refresh', slice = 3, places = [`000 2027-02-06 ${pass}`]) => ({
        occurrenceId: ID,
        slice,
        pass,
        places,
      })
      expect(await store.ranksOfSlice(ID, 3)).toBeUndefined()
      expect(await store.putRanks(told('open'))).toBe('written')
      expect(await store.putRanks(told('open', 3, ['others']))).toBe('lost')
      expect(await store.putRanks(told('open', 12, []))).toBe('written')
      expect(await store.ranks(ID)).toEqual([told('open'), told('open', 12, [])])
      expect(await store.putRanks(told('refresh'))).toBe('written')
      expect(await store.putRanks(told('open'))).toBe('lost')
      expect(await store.ranksOfSlice(ID, 3)).toEqual(told('refresh'))
      expect([await store.ranks('other_2027-02-06'), await store.slices(ID)]).toEqual([[], []])
      await store.removeNames(ID)
      expect(await store.ranks(ID)).toEqual([])
    })

    test('the cut of an occurrence, and that a batch is of letters instead of calls, are kept', async () => {
      const store = await fresh()
      const cut = { workday: '2027-02-08', capacity: 40, held: 3, handed: 37, last: '000 2027-02-06 0a1b2c3d' }
      await store.open(storedOccurrence({ cut }))
      expect((await store.get(ID))?.cut).toEqual(cut)
      await store.update(storedOccurrence({ version: 1 }))
      expect(await store.get(ID)).toEqual(storedOccurrence({ version: 1 }))
      await store.putBatch(storedBatch({ instead: true }))
      expect(await store.batches(ID)).toEqual([storedBatch({ instead: true })])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const [occurrence, slice, batch] = [storedOccurrence(), storedSlice(), storedBatch()]
      await store.open(occurrence)
      await store.putSlice(slice)
      await store.putBatch(batch)
      tamper([occurrence, slice, batch])
      tamper([
        await store.get(ID),
        await store.between('2027-02-06', '2027-02-06'),
        await store.stillOpen(),
        await store.slices(ID),
        await store.batches(ID),
      ])
      tamper([await store.batchesOfSlice(ID, 3), await store.batch(ID, '003.01.+0700')])
      expect(await store.get(ID)).toEqual(storedOccurrence())
      expect(await store.slices(ID)).toEqual([storedSlice()])
      expect(await store.batches(ID)).toEqual([storedBatch()])
    })
  })
}
