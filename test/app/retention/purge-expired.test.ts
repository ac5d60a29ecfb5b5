import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { erasePerson } from '#app/person/erase-person.ts'
import { purgeExpired } from '#app/retention/purge-expired.ts'
import type { Contact } from '#core/audience/ledger.ts'
import { noticeContact, noticeIds, OPT_OUT_NOTICE } from '#core/audience/opt-out-notice.ts'
import { AT, heldPerson, LAN } from '#test/app/person/held-person.ts'
import { allFound, allPages } from '#test/support/all-pages.ts'
import { aBatch, aCompany, aCustomer, aRecipient } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { PNG } from '#test/support/files.ts'
import { storedTouch } from '#test/support/store-builders.ts'
import { closedWork, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

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

  test('who rang the hotline is kept as long as other contacts', async () => {
    const ports = await heldPerson(engine)
    for (const day of ['2027-03-09', '2027-03-10'])
      await ports.hotlineCallers.note({
        day,
        numberName: 'n1',
        customerId: null,
        answeredAt: '2027-03-09T02:00:00.000Z',
        missedAt: null,
      })
    const company = aCompany({ retention: { contacts: 400 } })
    expect(await purgeExpired({ ...ports, company }, '2028-04-13T02:00:00.000Z')).toMatchObject({ contacts: 1 })
    expect(await allPages(ports.hotlineCallers.rungOn('2027-03-09'))).toEqual([])
    expect(await allPages(ports.hotlineCallers.rungOn('2027-03-10'))).toHaveLength(1)
  })

  test('what words were about is kept when they go', async () => {
    const ports = await heldPerson(engine)
    const [before] = (await allPages(ports.responses.answeredOn('2027-02-06'))).filter(({ answers }) => answers[0]?.why !== null)
    const [first] = before?.answers ?? []
    if (!before || !first) throw new Error('no words')
    const written = { ...first, why: 'Giao chậm quá' }
    expect(await ports.responses.put({ ...before, answers: [written], version: before.version + 1 })).toBe('written')
    await purgeExpired(ports, '2029-02-06T10:00:00.000Z')
    const after = await ports.responses.get(before)
    expect(after?.answers[0]).toMatchObject({ why: null, themes: ['late'] })
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

  test('only days that have something are asked where one page names them all, and else every day of the month before', async () => {
    const ports = await heldPerson(engine)
    const asked: string[] = []
    const receivedOn = (day: string) => {
      asked.push(day)
      return ports.replies.receivedOn(day)
    }
    // A Monday: raw mails are over; so are no words yet.
    await purgeExpired({ ...ports, replies: { ...ports.replies, receivedOn } }, '2028-02-07T10:00:00.000Z')
    expect(asked).toEqual(['2027-02-06', '2027-02-06'])
    const receivedDays = async function* () {
      yield ['2020-01-01']
      yield ['2027-02-06']
    }
    asked.length = 0
    await purgeExpired({ ...ports, replies: { ...ports.replies, receivedOn, receivedDays } }, '2028-02-07T10:00:00.000Z')
    expect(new Set(asked).size).toBe(62)
    expect(asked).toContain('2027-02-06')
  })

  test('however long ago it came, Sunday removes it', async () => {
    const ports = await heldPerson(engine)
    // A Sunday almost fourteen years after the replies of February 2027.
    expect(await purgeExpired(ports, '2041-01-06T10:00:00.000Z')).toMatchObject({ rawMails: 4, verbatims: 2, replies: 4 })
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

  test('that a caller was answered goes with the closed work of its day', async () => {
    const ports = await heldPerson(engine)
    const at = '2027-02-08T03:00:00.000Z'
    await ports.work.keepAnswered({ numberName: 'n1', at, on: '2027-02-08', customerId: null })
    await purgeExpired(ports, '2030-02-06T10:00:00.000Z')
    expect(await ports.work.answeredAt('n1')).toBe(at)
    await purgeExpired(ports, '2030-02-08T10:00:00.000Z')
    expect(await ports.work.answeredAt('n1')).toBeUndefined()
  })

  test('the files of a closed case go with it, before its row', async () => {
    const ports = await heldPerson(engine)
    const { caseFiles, work } = ports
    for (const workId of ['closed', 'open']) {
      const item = storedCase({ workId, customerId: null })
      await work.open(item)
      if (workId === 'closed') await work.update(closedWork(item, '2027-02-08'))
      await caseFiles.put({ workId, sha256: 'a'.repeat(64), bytes: PNG })
    }
    const away = { ...caseFiles, removeOf: () => Promise.reject(new Error('away')) }
    await expect(purgeExpired({ ...ports, caseFiles: away }, '2030-02-08T10:00:00.000Z')).rejects.toThrow('away')
    expect(await work.get('closed')).toBeDefined()
    await purgeExpired(ports, '2030-02-08T10:00:00.000Z')
    expect(await work.get('closed')).toBeUndefined()
    expect(await caseFiles.read({ workId: 'closed', sha256: 'a'.repeat(64) })).toBeUndefined()
    expect(await caseFiles.read({ workId: 'open', sha256: 'a'.repeat(64) })).toEqual(PNG)
  })

  test('closed work goes after its time, also when it is about nobody; open work stays', async () => {
    const ports = await heldPerson(engine)
    const ofEveryKind = [storedWork({ workId: 'call' }), storedCase({ workId: 'case', customerId: null }), storedRequest()]
    for (const item of ofEveryKind) {
      await ports.work.open(item)
      await ports.work.update(closedWork(item, '2027-02-08'))
    }
    expect((await purgeExpired(ports, '2030-02-08T10:00:00.000Z')).work).toBe(3)
    expect(await ports.work.get('low-score_nps_c-001')).toBeDefined()
  })
})

/** Retention of contacts: 1,095 days; an occurrence of 10 March 2027 is over from 11 March 2030 on. */
describe('contacts whose time is over', () => {
  const OVER = '2030-03-11T10:00:00.000Z'
  const BIRTHDAY = 'birthday_2027-03-10'
  const contact = (at: string, over: Partial<Contact> = {}): Contact => ({
    occurrenceId: BIRTHDAY,
    occasionKey: 'birthday:2027',
    channel: 'email',
    contentClass: 'care',
    at,
    ...over,
  })
  const ledgerOf = async (ports: Awaited<ReturnType<typeof heldPerson>>, customerId: string) =>
    (await ports.ledgers.getMany([customerId]))[0]

  async function closed() {
    const ports = await heldPerson(engine)
    const [occurrence] = await ports.occurrences.between('2027-03-10', '2027-03-10')
    await ports.occurrences.update({ ...occurrence!, state: 'closed', version: 1 })
    return ports
  }
  /** A night with time for all days, and then for so many steps. */
  const nightOf = async (ports: Awaited<ReturnType<typeof heldPerson>>, { now, steps }: { now: string; steps: number }) => {
    let left = Number.POSITIVE_INFINITY
    const tombstones = () => {
      left = steps
      return ports.ledgers.tombstones()
    }
    return purgeExpired({ ...ports, ledgers: { ...ports.ledgers, tombstones } }, now, () => left-- > 0)
  }

  test('ledgers forget them too, what is younger stays, and the row keeps its version', async () => {
    const ports = await closed()
    const young = contact('2027-03-12T02:00:00.000Z', { occurrenceId: 'tet_2027-03-12', occasionKey: 'tet:1' })
    const old = [contact('2027-03-09T02:00:00.000Z'), contact('2027-03-10T02:00:00.000Z', { occasionKey: 'x:1' })]
    const acted = [
      { about: 'old', day: 20_000 },
      { about: 'young', day: 22_000 },
    ]
    await ports.ledgers.claim({ customerId: LAN, version: 2, contacts: [...old, young], acted })
    await purgeExpired(ports, OVER)
    expect(await ledgerOf(ports, LAN)).toEqual({ customerId: LAN, version: 3, contacts: [young], acted: [acted[1]] })
    const [proof] = await ports.retentionLog.latestProofs(1)
    expect(proof?.removed).toMatchObject({ contacts: 2, ledgers: 1 })
  })

  test('ledgers of customers who stand in no occurrence are walked, from where the last night stopped', async () => {
    const ports = await heldPerson(engine)
    const ids = Array.from({ length: 60 }, (_, n) => `w-${n}`)
    await ports.customers.put(ids.map((customerId) => aCustomer({ customerId })))
    for (const customerId of ids)
      await ports.ledgers.claim({ customerId, version: 1, contacts: [contact('2027-03-01T02:00:00.000Z')] })
    const left = async () => (await ports.ledgers.getMany(ids)).filter(({ contacts }) => contacts.length > 0).length
    const counts: number[] = []
    for (let night = 0; night < 40 && (await left()) > 0; night++) {
      await nightOf(ports, { now: `2030-04-${String((night % 28) + 1).padStart(2, '0')}T10:00:00.000Z`, steps: 3 })
      counts.push(await left())
    }
    expect(counts.length).toBeGreaterThan(3)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(counts.at(-1)).toBe(0)
  })

  test('confirmations of stops go, with the provider’s word, by the ledger and by the rows of before', async () => {
    const ports = await closed()
    const at = '2027-03-10T02:00:00.000Z'
    const notice = { customerId: LAN, purposes: ['care'] as const, at }
    const [first] = noticeIds(notice)
    await ports.ledgers.claim({
      customerId: LAN,
      version: 2,
      contacts: [noticeContact(notice, { occurrenceId: first, at, channel: 'email' })],
    })
    // One that its ledger has forgotten, and one that is too young.
    const forgotten = noticeIds({ purposes: ['care'], at: '2027-03-01T02:00:00.000Z' })[1]
    const young = noticeIds({ purposes: ['care'], at: '2027-03-20T02:00:00.000Z' })[0]
    for (const [occurrenceId, when] of [
      [first, at],
      [forgotten, '2027-03-01T02:00:00.000Z'],
      [young, AT],
    ] as const) {
      const delivery = { state: 'delivered' as const, at: when, detail: '' }
      await ports.touches.record([storedTouch({ customerId: LAN, occurrenceId, campaignId: OPT_OUT_NOTICE, at: when, delivery })])
    }
    await purgeExpired(ports, OVER)
    expect((await ports.touches.ofCustomer(LAN)).map(({ occurrenceId }) => occurrenceId)).toEqual([young])
    for (const id of [first, forgotten]) expect(await allFound(ports.search.find([id]))).toEqual([])
  })

  test('a large occurrence takes several nights, each goes on where the last one stopped, and no row is looked at twice', async () => {
    const ports = await closed()
    const rows = 12
    for (let row = 0; row < rows; row++) {
      const recipients = Array.from({ length: 5 }, (_, n) => aRecipient({ customerId: `p-${row}-${n}` }))
      await ports.touches.record(recipients.map(({ customerId }) => storedTouch({ customerId, occurrenceId: BIRTHDAY })))
      await ports.occurrences.putBatch(
        aBatch({ occurrenceId: BIRTHDAY, batchId: `000.1${String(row).padStart(2, '0')}.+0700`, recipients }),
      )
    }
    const removed: number[] = []
    const nights: boolean[] = []
    const listened: Parameters<typeof ports.touches.remove>[0][number][] = []
    const touches = {
      ...ports.touches,
      remove: (keys: Parameters<typeof ports.touches.remove>[0]) => {
        listened.push(...keys)
        return ports.touches.remove(keys)
      },
    }
    for (let night = 0; night < 10; night++) {
      const now = `2030-03-${String(11 + night).padStart(2, '0')}T10:00:00.000Z`
      removed.push((await nightOf({ ...ports, touches }, { now, steps: 4 })).contacts)
      nights.push((await ports.retentionLog.latestProofs(1))[0]!.left.contacts === 0)
      if ((await ports.occurrences.batches(BIRTHDAY)).length === 0 && removed.at(-1) === 0) break
    }
    expect(removed).toEqual([17, 20, 20, 5, 0])
    expect(nights).toEqual([false, false, false, true, true])
    const named = listened.map(({ customerId }) => customerId)
    expect(named).toHaveLength(new Set(named).size)
    expect(await ports.occurrences.get(BIRTHDAY)).toMatchObject({ state: 'closed', emptiedOn: '2030-03-14' })
    expect(await allFound(ports.search.find(['p-11-4']))).toEqual([])
  })

  test('every night leaves a proof: until which day, how much, and that a second look finds nothing', async () => {
    const ports = await closed()
    await purgeExpired(ports, '2029-02-06T10:00:00.000Z')
    await purgeExpired(ports, OVER)
    expect(await ports.retentionLog.latestProofs(5)).toEqual([
      {
        at: OVER,
        finished: true,
        until: {
          rawMails: '2029-03-10',
          verbatims: '2028-03-10',
          replies: '2028-03-10',
          contacts: '2027-03-11',
          ledgers: '2027-03-11',
          work: '2027-03-11',
        },
        removed: { rawMails: 0, verbatims: 0, replies: 0, contacts: 2, ledgers: 0, work: 0 },
        left: { rawMails: 0, verbatims: 0, replies: 0, contacts: 0, work: 0 },
        tombstones: 0,
      },
      expect.objectContaining({ at: '2029-02-06T10:00:00.000Z', removed: expect.objectContaining({ verbatims: 2, replies: 4 }) }),
    ])
  })

  test('what could not be removed is left, and said to be', async () => {
    const ports = await closed()
    const stubborn = { ...ports, replies: { ...ports.replies, remove: async () => {} } }
    await purgeExpired(stubborn, '2029-02-06T10:00:00.000Z')
    expect((await ports.retentionLog.latestProofs(1))[0]?.left).toMatchObject({ replies: 4, verbatims: 0 })
  })

  test('an occurrence that was emptied a moment ago is not counted as left, however far the index of days is behind', async () => {
    const ports = await closed()
    const before = await ports.occurrences.between('2027-03-10', '2027-03-10')
    const between: typeof ports.occurrences.between = async () => before
    await purgeExpired({ ...ports, occurrences: { ...ports.occurrences, between } }, OVER)
    expect((await ports.retentionLog.latestProofs(1))[0]).toMatchObject({ removed: { contacts: 2 }, left: { contacts: 0 } })
  })

  test('one that was opened again a moment ago is not emptied by what the index says of it', async () => {
    const ports = await heldPerson(engine)
    const [open] = await ports.occurrences.between('2027-03-10', '2027-03-10')
    const between: typeof ports.occurrences.between = async () => [{ ...open!, state: 'closed' }]
    await purgeExpired({ ...ports, occurrences: { ...ports.occurrences, between } }, OVER)
    expect(await ports.occurrences.batches(BIRTHDAY)).toHaveLength(1)
  })

  test('three nights that do not come to their end ring, and every one after them, until one does', async () => {
    const ports = await closed()
    const rings: boolean[] = []
    const nights: [string, () => boolean][] = [
      ['2030-03-11T10:00:00.000Z', () => false],
      // Run by hand once more: the same night.
      ['2030-03-11T11:00:00.000Z', () => false],
      ['2030-03-12T10:00:00.000Z', () => false],
      ['2030-03-13T10:00:00.000Z', () => false],
      ['2030-03-14T10:00:00.000Z', () => false],
      ['2030-03-15T10:00:00.000Z', () => true],
      ['2030-03-16T10:00:00.000Z', () => false],
    ]
    for (const [now, hasTime] of nights) {
      ports.seen.length = 0
      await purgeExpired(ports, now, hasTime)
      rings.push(ports.seen.includes('purge.behind'))
    }
    expect(rings).toEqual([false, false, false, true, true, false, false])
  })

  test('what cannot be removed night after night rings as well', async () => {
    const ports = await closed()
    const stubborn = { ...ports, replies: { ...ports.replies, remove: async () => {} } }
    for (const day of ['06', '07', '08']) await purgeExpired(stubborn, `2029-02-${day}T10:00:00.000Z`)
    expect(ports.seen.filter((name) => name === 'purge.behind')).toHaveLength(1)
  })

  test('one erased customer’s trouble keeps the night from nothing else', async () => {
    const ports = await closed()
    await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })
    const rows = { remove: () => Promise.reject(new Error('the table is throttled')) }
    await purgeExpired({ ...ports, rows }, OVER)
    const [proof] = await ports.retentionLog.latestProofs(1)
    expect(proof).toMatchObject({ finished: false, removed: { contacts: 2 }, tombstones: 0 })
    expect(ports.seen).toContain('erasure.broken')
  })

  test('an erasure that broke off rings, and is not the night’s to finish', async () => {
    const ports = await closed()
    await ports.ledgers.leaveTombstone({ customerId: LAN, erasedAt: AT, as: 'erased-1' })
    await purgeExpired(ports, OVER)
    expect((await ports.retentionLog.latestProofs(1))[0]).toMatchObject({ finished: true, tombstones: 0 })
    expect(ports.seen).toContain('erasure.unfinished')
  })

  test('tombstones of erasures go in the night after the next day', async () => {
    const ports = await heldPerson(engine)
    await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })
    await purgeExpired(ports, '2027-03-20T10:00:00.000Z')
    expect(await ports.ledgers.tombstones()).toHaveLength(1)
    await purgeExpired(ports, '2027-03-22T10:00:00.000Z')
    expect(await ports.ledgers.tombstones()).toEqual([])
    expect((await ports.retentionLog.latestProofs(2)).map(({ tombstones }) => tombstones)).toEqual([1, 0])
  })
})
