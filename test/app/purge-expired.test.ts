import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { purgeExpired } from '#app/purge-expired.ts'
import { heldPerson, LAN } from '#test/app/held-person.ts'
import { aCompany } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { closedWork, storedWork } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const NOTHING = { rawMails: 0, verbatims: 0, replies: 0, contacts: 0, work: 0 }

/** Replies and answers of 6 February 2027, an occurrence of 10 March 2027; raw mails 365 days, words 730, contacts and work 1,095. */
describe('data whose time is over', () => {
  test.each([
    ['the last day that raw mails are kept', '2028-02-06T10:00:00.000Z', NOTHING],
    ['the day after', '2028-02-07T10:00:00.000Z', { ...NOTHING, rawMails: 4 }],
    ['a month later, the job having stood still', '2028-03-08T10:00:00.000Z', { ...NOTHING, rawMails: 4 }],
    ['the last day that words are kept', '2029-02-05T10:00:00.000Z', NOTHING],
    [
      'the day after that: answers lose their words, replies go',
      '2029-02-06T10:00:00.000Z',
      { ...NOTHING, verbatims: 2, replies: 4 },
    ],
    ['contacts after three years', '2030-03-11T10:00:00.000Z', { ...NOTHING, contacts: 2 }],
  ])('%s', async (_, now, purged) => {
    const ports = await heldPerson(engine)
    const [occurrence] = await ports.occurrences.between('2027-03-10', '2027-03-10')
    if (!occurrence) throw new Error('no occurrence')
    await ports.occurrences.update({ ...occurrence, state: 'closed', version: 1 })
    expect(await purgeExpired(ports, now)).toEqual(purged)
    expect(await purgeExpired(ports, now)).toEqual(NOTHING)
  })

  test('a time that was shortened: what is long over goes on the next Sunday, the rest within the month before', async () => {
    const ports = await heldPerson(engine)
    const company = aCompany({ retention: { rawMails: 10, verbatims: 20 } })
    // Eighty days after the mails came: a Thursday, and the Sunday that follows it.
    expect(await purgeExpired({ ...ports, company }, '2027-04-29T10:00:00.000Z')).toEqual(NOTHING)
    expect(await purgeExpired({ ...ports, company }, '2027-05-02T10:00:00.000Z')).toEqual({
      ...NOTHING,
      rawMails: 4,
      verbatims: 2,
      replies: 4,
    })
  })

  test('the score outlives the words', async () => {
    const ports = await heldPerson(engine)
    await purgeExpired(ports, '2029-02-06T10:00:00.000Z')
    const [response] = await ports.responses.ofCustomer(LAN)
    expect(response?.answers).toMatchObject([{ score: 6, why: null, followUps: { reasons: ['late', 'price'] } }])
    expect(response?.answers[0]?.followUps).not.toHaveProperty('better')
  })

  test('an occurrence keeps its balance and names nobody', async () => {
    const ports = await heldPerson(engine)
    const [occurrence] = await ports.occurrences.between('2027-03-10', '2027-03-10')
    if (!occurrence) throw new Error('no occurrence')
    await ports.occurrences.update({ ...occurrence, state: 'closed', version: 1 })
    await purgeExpired(ports, '2030-03-11T10:00:00.000Z')
    expect(await ports.occurrences.get(occurrence.occurrenceId)).toMatchObject({ state: 'closed' })
    expect(await ports.occurrences.batches(occurrence.occurrenceId)).toEqual([])
    expect(await ports.touches.ofCustomer(LAN)).toEqual([])
  })

  test('one that is still open is never emptied', async () => {
    const ports = await heldPerson(engine)
    expect((await purgeExpired(ports, '2030-03-11T10:00:00.000Z')).contacts).toBe(0)
    expect(await ports.occurrences.batches('birthday_2027-03-10')).toHaveLength(1)
  })

  test('closed work goes after its time, also when it is about nobody; open work stays', async () => {
    const ports = await heldPerson(engine)
    for (const customerId of [LAN, null]) {
      const item = storedWork({ workId: `closed-${customerId}`, customerId })
      await ports.work.open(item)
      await ports.work.update(closedWork(item, '2027-02-08'))
    }
    expect((await purgeExpired(ports, '2030-02-08T10:00:00.000Z')).work).toBe(2)
    expect(await ports.work.get('low-score_nps_c-001')).toBeDefined()
  })
})
