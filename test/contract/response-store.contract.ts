/** What every store of answers must do. */
import { describe, expect, test } from 'vitest'
import type { ResponseStore } from '#app/ports/listening.ts'
import { type SurveyResponse, standingAnswer } from '#core/survey/response.ts'
import { allPages } from '#test/support/all-pages.ts'
import { storedAnswer, storedResponse } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const DAY = '2027-02-06'
const KEY = { customerId: 'c-001', occurrenceId: 'nps_2027-02-03' }
const namesOf = (responses: readonly SurveyResponse[]) =>
  responses.map(({ customerId, occurrenceId }) => `${customerId}/${occurrenceId}`).sort()

export function responseStoreContract(fresh: () => Promise<ResponseStore>): void {
  describe('a store of answers', () => {
    test('gives back what was put, every field and letter', async () => {
      const store = await fresh()
      const scoreless = storedResponse({
        occurrenceId: 'csat_2027-01-09',
        kind: 'csat',
        relationship: false,
        answers: [
          storedAnswer({ score: null, followUps: {} }),
          storedAnswer({ why: null, origin: { via: 'staff', by: 'hoa@example.com', network: null, fromCompany: true } }),
        ],
      })
      expect(await store.get(KEY)).toBeUndefined()
      expect(await store.put(storedResponse())).toBe('written')
      expect(await store.put(scoreless)).toBe('written')
      expect(await store.get(KEY)).toEqual(storedResponse())
      expect(await store.ofCustomer('c-001')).toEqual([scoreless, storedResponse()])
    })

    test('keeps ratings in their order, each with its weight, and those that were skipped', async () => {
      const store = await fresh()
      const ratings = [
        { attribute: 'price', weight: 0.5, score: null },
        { attribute: 'overall', weight: 2, score: 10 },
      ]
      const rated = storedResponse({
        kind: 'csi',
        answers: [storedAnswer({ score: null, ratings }), storedAnswer({ score: null })],
      })
      expect(await store.put(rated)).toBe('written')
      expect(await store.get(KEY)).toEqual(rated)
      expect((await store.get(KEY))?.answers.map((answer) => 'ratings' in answer)).toEqual([true, false])
      expect(await allPages(store.answeredOn(DAY))).toEqual([rated])
    })

    test('keeps what looks like a machine’s press as such, and what was stored without any mark stays without', async () => {
      const store = await fresh()
      const suspect = storedResponse({ answers: [storedAnswer({ score: 1, suspect: 'too-early' }), storedAnswer({ score: 9 })] })
      expect(await store.put(suspect)).toBe('written')
      expect(await store.get(KEY)).toEqual(suspect)
      expect((await store.get(KEY))?.answers.map((answer) => 'suspect' in answer)).toEqual([true, false])
      expect(standingAnswer(suspect)?.score).toBe(9)
    })

    test('what counts for the first time on a later day is found on that day and no more on the earlier', async () => {
      const store = await fresh()
      const pressed = storedResponse({ answeredOn: '2027-02-05', answers: [storedAnswer({ suspect: 'decoy' })] })
      await store.put(pressed)
      expect(await allPages(store.answeredOn('2027-02-05'))).toEqual([pressed])
      const answered = { ...pressed, answeredOn: DAY, answers: [...pressed.answers, storedAnswer({ score: 2 })], version: 1 }
      expect(await store.put(answered)).toBe('written')
      expect(await allPages(store.answeredOn(DAY))).toEqual([answered])
      expect(await allPages(store.answeredOn('2027-02-05'))).toEqual([])
    })

    test('of those who write the same version exactly one succeeds', async () => {
      const store = await fresh()
      expect(await store.put(storedResponse({ version: 1 }))).toBe('lost')
      for (const version of [0, 1, 2]) {
        const rivals = [0, 5, 10].map((score) => storedResponse({ version, answers: [storedAnswer({ score })] }))
        const results = await Promise.all(rivals.map((rival) => store.put(rival)))
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
        expect(await store.get(KEY)).toEqual(rivals[results.indexOf('written')])
      }
      expect(await store.put(storedResponse({ version: 4 }))).toBe('lost')
      expect(await store.put(storedResponse())).toBe('lost')
    })

    test('the answers of two customers to one occurrence, and of one to two, keep out of each other’s way', async () => {
      const store = await fresh()
      const others = [storedResponse({ customerId: 'c-002' }), storedResponse({ occurrenceId: 'nps_2027-05-03' })]
      for (const response of [storedResponse(), ...others]) expect(await store.put(response)).toBe('written')
      expect(await store.put(storedResponse({ version: 1, locale: 'en' }))).toBe('written')
      await store.remove(KEY)
      expect(await store.ofCustomer('c-001')).toEqual([others[1]])
      expect(await store.ofCustomer('c-002')).toEqual([others[0]])
      expect(await store.ofCustomer('c-00')).toEqual([])
      expect(await store.ofCustomer('c-003')).toEqual([])
    })

    test('reads any number of them by key', async () => {
      const store = await fresh()
      const responses = Array.from({ length: 101 }, (_, n) =>
        storedResponse({ customerId: `c-${n % 7}`, occurrenceId: `nps_2027-02-03-${n}` }),
      )
      await Promise.all(responses.map((response) => store.put(response)))
      for (const count of [0, 1, 100, 101]) {
        const wanted = responses.slice(0, count)
        expect(namesOf(await store.getMany([...wanted, KEY, ...wanted.slice(0, 1)]))).toEqual(namesOf(wanted))
      }
    })

    test('names the days of first answers, however long ago, until a day', async () => {
      const store = await fresh()
      for (const answeredOn of ['1999-12-31', DAY, '2027-03-01'])
        await store.put(storedResponse({ customerId: answeredOn, answeredOn }))
      expect(new Set(await allPages(store.answeredDays('1999-12-30')))).toEqual(new Set())
      expect(new Set(await allPages(store.answeredDays(DAY)))).toEqual(new Set(['1999-12-31', DAY]))
    })

    test('finds what was first answered on a day, as it stands now', async () => {
      const store = await fresh()
      const [early, late] = [storedResponse({ customerId: 'c-002', answeredOn: '2027-02-05' }), storedResponse()]
      await store.put(early)
      await store.put(late)
      const changed = {
        ...late,
        answers: [...late.answers, storedAnswer({ score: 9, at: '2027-02-07T02:00:00.000Z' })],
        version: 1,
      }
      await store.put(changed)
      expect(await allPages(store.answeredOn(DAY))).toEqual([changed])
      expect(await allPages(store.answeredOn('2027-02-05'))).toEqual([early])
      expect(await allPages(store.answeredOn('2027-02-07'))).toEqual([])
    })

    test('a day and a customer with more than a megabyte of words are read to the end', async () => {
      const store = await fresh()
      const why = 'chờ lâu '.repeat(500)
      const wordy = Array.from({ length: 120 }, (_, n) =>
        storedResponse({
          customerId: n % 2 ? 'c-001' : `c-${n}`,
          occurrenceId: `nps_2027-02-03-${String(n).padStart(3, '0')}`,
          answers: Array.from({ length: 4 }, (_, score) => storedAnswer({ score, why })),
        }),
      )
      await Promise.all(wordy.map((response) => store.put(response)))
      const pages: (readonly SurveyResponse[])[] = []
      for await (const page of store.answeredOn(DAY)) pages.push(page)
      expect(namesOf(pages.flat())).toEqual(namesOf(wordy))
      expect(pages.every((page) => page.length > 0)).toBe(true)
      const own = wordy.filter(({ customerId }) => customerId === 'c-001')
      expect(await store.ofCustomer('c-001')).toEqual(own)
      expect(await allPages(store.pagesOfCustomer('c-001'))).toEqual(own)
    })

    test('holds twenty-one answers of five thousand letters', async () => {
      const store = await fresh()
      const longest = storedAnswer({ why: 'ế'.repeat(4_000), followUps: { better: 'ợ'.repeat(1_000) } })
      const full = storedResponse({ answers: Array.from({ length: 21 }, () => longest) })
      expect(JSON.stringify(full.answers).length).toBeGreaterThan(108_000)
      expect(await store.put(full)).toBe('written')
      expect(await store.get(KEY)).toEqual(full)
      expect(await allPages(store.answeredOn(DAY))).toEqual([full])
    })

    test('what is removed is found no more, removing it again is harmless, and a late writer does not bring it back', async () => {
      const store = await fresh()
      await store.put(storedResponse())
      await store.remove(KEY)
      await store.remove(KEY)
      expect(await store.get(KEY)).toBeUndefined()
      expect(await store.getMany([KEY])).toEqual([])
      expect(await store.ofCustomer('c-001')).toEqual([])
      expect(await allPages(store.answeredOn(DAY))).toEqual([])
      expect(await store.put(storedResponse({ version: 1 }))).toBe('lost')
      expect(await store.put(storedResponse())).toBe('written')
      expect(await allPages(store.answeredOn(DAY))).toEqual([storedResponse()])
    })

    test('a day may be emptied while it is read', async () => {
      const store = await fresh()
      const responses = Array.from({ length: 30 }, (_, n) => storedResponse({ customerId: `c-${n}` }))
      await Promise.all(responses.map((response) => store.put(response)))
      const removed: SurveyResponse[] = []
      for await (const page of store.answeredOn(DAY)) {
        for (const response of page) {
          await store.remove(response)
          removed.push(response)
        }
      }
      expect(namesOf(removed)).toEqual(namesOf(responses))
      expect(await allPages(store.answeredOn(DAY))).toEqual([])
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const response = storedResponse()
      await store.put(response)
      tamper([response, await store.get(KEY), await store.getMany([KEY]), await store.ofCustomer('c-001')])
      tamper(await allPages(store.answeredOn(DAY)))
      expect(await store.get(KEY)).toEqual(storedResponse())
      expect(await allPages(store.answeredOn(DAY))).toEqual([storedResponse()])
    })
  })
}
