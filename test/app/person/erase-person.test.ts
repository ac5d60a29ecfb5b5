import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { giveClaimBack } from '#app/claims/give-claim-back.ts'
import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { withdrawConsent } from '#app/consent/withdraw-consent.ts'
import { bookCompensation } from '#app/gifts/book-compensation.ts'
import { erasePerson } from '#app/person/erase-person.ts'
import { exportPerson } from '#app/person/export-person.ts'
import { sweepTombstones } from '#app/retention/sweep-tombstones.ts'
import { forgetErased } from '#app/sending/forget-erased.ts'
import { recordDelivery } from '#app/sending/record-delivery.ts'
import { COMPENSATION_BOOK, entriesOf } from '#core/budget/compensation-book.ts'
import { partitionOf } from '#core/customer/stable-hash.ts'
import { batchIdOf } from '#core/planning/batch-id.ts'
import type { Proposal } from '#core/report/proposal.ts'
import { AT, heldPerson, LAN, NEIGHBOUR } from '#test/app/person/held-person.ts'
import { allFound, allPages } from '#test/support/all-pages.ts'
import { aBudgetPlan } from '#test/support/budget-builders.ts'
import { aBatch, aCustomer, aRecipient } from '#test/support/builders.ts'
import { askedCompensation } from '#test/support/compensation-builders.ts'
import { dynoxideBinary, type Engine, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { PNG } from '#test/support/files.ts'
import { aReport } from '#test/support/report-builders.ts'
import { aConsentRecord, acceptedCampaign, storedOccurrence, storedReply, storedTouch } from '#test/support/store-builders.ts'
import { TEST_KEYS } from '#test/support/suppression-keys.ts'
import { aMissedCall, storedCase, storedWork } from '#test/support/work-builders.ts'

let engine: Engine
beforeAll(async () => {
  const binary = dynoxideBinary()
  engine = binary ? await startDynoxide(binary) : await startDynalite()
})
afterAll(() => engine.stop())

const AS = 'erased-1'
const BIRTHDAY = 'birthday_2027-03-10'
const aLedgerOf = (customerId: string) => ({ customerId, version: 1, contacts: [] })

describe('handing out what is held about a person', () => {
  test('everything, from every table, and nothing of the neighbour', async () => {
    const ports = await heldPerson(engine)
    const held = await exportPerson(ports, { customerId: LAN, at: AT })
    expect(held).toMatchObject({
      customer: { customerId: LAN, email: 'c-001@example.com' },
      frequency: 'any',
      consents: [{ purpose: 'care', channel: 'email', evidence: 'khách hàng.csv, dòng 17' }],
      purchases: [{ purchaseId: 'order-1' }],
      contacts: [
        { occurrenceId: 'birthday_2027-03-10', outcome: { state: 'sent' }, touch: { delivery: { state: 'delivered' } } },
      ],
      ledger: { contacts: [{ occasionKey: 'birthday:2027' }] },
      responses: [{ occurrenceId: 'nps_2027-02-03' }],
      work: [{ workId: 'low-score_nps_c-001' }],
      vouchers: [{ campaignId: 'birthday', customerId: LAN }],
    })
    // Also the mail of which only the address tells whose it is.
    expect(held?.replies.map(({ rawKey }) => rawKey).sort()).toEqual(['in/c-001', 'in/lost-c-001'])
    expect(JSON.stringify(held)).not.toContain(NEIGHBOUR)
  })

  test('which of their contact points are suppressed, and why', async () => {
    const ports = await heldPerson(engine)
    const suppressed = async () => (await exportPerson(ports, { customerId: LAN, at: AT }))?.suppressions
    expect(await suppressed()).toEqual([])
    const why = { reason: 'complaint', at: AT, evidence: 'm-1' } as const
    for (const [kind, value] of [
      ['phone', '+84912345678'],
      ['email', 'C-001@example.com'],
    ] as const)
      await ports.suppressions.add({ contactKey: ports.seals.contactKey({ kind, value }), kind, ...why })
    expect(await suppressed()).toMatchObject([
      { kind: 'email', suppression: why },
      { kind: 'phone', suppression: why },
    ])
  })

  test('nothing is said about an id that nobody has', async () => {
    expect(await exportPerson(await heldPerson(engine), { customerId: 'c-0', at: AT })).toBeUndefined()
  })
})

describe('removing a person everywhere', () => {
  test('a search through every table finds nothing, and their mails are gone', async () => {
    const ports = await heldPerson(engine)
    expect((await allFound(ports.search.find([LAN]))).map(({ table }) => table)).toEqual(
      expect.arrayContaining(['customers', 'finder', 'touches', 'work']),
    )
    expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toEqual({
      customerId: LAN,
      left: [],
      leftMails: [],
      isFinished: true,
    })
    for (const text of [LAN, 'C-001@example.com', '+84912345678']) expect(await allFound(ports.search.find([text]))).toEqual([])
    expect([await ports.rawMails.exists('in/c-001'), await ports.rawMails.exists('in/lost-c-001')]).toEqual([false, false])
    expect(await exportPerson(ports, { customerId: LAN, at: AT })).toBeUndefined()
  })

  test('the files of their cases go, also one that nothing names and one that comes while the rows are removed; those of others stay', async () => {
    const ports = await heldPerson(engine)
    const { caseFiles, work, rows } = ports
    for (const [workId, customerId] of [
      ['case-lan', LAN],
      ['case-other', NEIGHBOUR],
    ] as const) {
      await work.open(storedCase({ workId, customerId, version: 0 }))
      await caseFiles.put({ workId, sha256: 'a'.repeat(64), bytes: PNG })
    }
    const late = { workId: 'case-lan', sha256: 'b'.repeat(64) }
    const remove: typeof rows.remove = async (customerId) => {
      await caseFiles.put({ ...late, bytes: PNG })
      return rows.remove(customerId)
    }
    const over = { ...ports, rows: { ...rows, remove } }
    expect(await erasePerson(over, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left: [], isFinished: true })
    expect(await caseFiles.read({ workId: 'case-lan', sha256: 'a'.repeat(64) })).toBeUndefined()
    expect(await caseFiles.read(late)).toBeUndefined()
    expect(await caseFiles.read({ workId: 'case-other', sha256: 'a'.repeat(64) })).toEqual(PNG)
  })

  test('files that cannot be removed keep the erasure unfinished, and the next run removes them', async () => {
    const ports = await heldPerson(engine)
    await ports.work.open(storedCase({ workId: 'case-lan', customerId: LAN, version: 0 }))
    const caseFiles = { ...ports.caseFiles, removeOf: () => Promise.reject(new Error('away')) }
    await expect(erasePerson({ ...ports, caseFiles }, { customerId: LAN, as: AS, at: AT })).rejects.toThrow('away')
    expect(await ports.work.get('case-lan')).toBeDefined()
  })

  test('address and number stay suppressed by their hashes: imported again, they are not contacted', async () => {
    const ports = await heldPerson(engine)
    await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    for (const [kind, value] of [
      ['email', 'c-001@example.com'],
      ['phone', '+84912345678'],
    ] as const) {
      const key = ports.seals.contactKey({ kind, value })
      expect((await ports.suppressions.among([key])).get(key)).toMatchObject({ kind, reason: 'legal', at: AT })
    }
  })

  test('the lists of calls of every team name them no more; who shares their number keeps their own line', async () => {
    const ports = await heldPerson(engine)
    const line = (customerIds: readonly string[], workIds: readonly string[]) => ({
      workIds,
      customerIds,
      agent: 'hanh@example.com',
      isWorked: false,
      why: customerIds.length > 1 ? [{ is: 'shared-number', people: 2 } as const] : [],
    })
    const alone = line([LAN], ['low-score_nps_c-001'])
    const shared = line([LAN, NEIGHBOUR], ['low-score_nps_c-001', 'low-score_nps_c-0012'])
    const list = { version: 1, madeAt: AT, beyond: 0 }
    const [today, other] = [
      { ...list, team: 'Chăm sóc', date: '2027-03-20', lines: [alone, line([NEIGHBOUR], ['low-score_nps_c-0012'])] },
      { ...list, team: 'Một nhóm đã giải tán', date: '2027-03-18', lines: [shared] },
    ]
    for (const each of [today, other]) await ports.dayLists.put(each)
    expect((await allFound(ports.search.find([LAN]))).map(({ table }) => table)).toContain('staff')
    expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left: [], isFinished: true })
    expect(await ports.dayLists.get(today)).toMatchObject({ version: 2, lines: [today.lines[1]] })
    expect((await ports.dayLists.get(other))?.lines).toEqual([line([NEIGHBOUR], ['low-score_nps_c-0012'])])
  })

  test('the neighbour keeps everything', async () => {
    const ports = await heldPerson(engine)
    const before = await exportPerson(ports, { customerId: NEIGHBOUR, at: AT })
    await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    expect(await exportPerson(ports, { customerId: NEIGHBOUR, at: AT })).toEqual(before)
    expect(await ports.rawMails.exists('in/c-0012')).toBe(true)
  })

  test('who shared their address is no longer marked with them', async () => {
    const ports = await heldPerson(engine)
    const [neighbour] = await ports.customers.getMany([NEIGHBOUR])
    if (!neighbour) throw new Error('no neighbour')
    await ports.customers.put([{ ...neighbour.customer, email: 'c-001@example.com' }])
    expect((await markSharedAddress(ports, { address: 'c-001@example.com' }))?.customers).toEqual([LAN, NEIGHBOUR])
    expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ leftMails: [] })
    expect((await ports.customers.get(NEIGHBOUR))?.sharedAddress).toBeUndefined()
    expect(await allFound(ports.search.find([`"${LAN}"`]))).toEqual([])
  })

  test('who was passed over because the same greeting went to them is no longer said to share with them', async () => {
    const ports = await heldPerson(engine)
    const [partner, stranger] = ['c-partner', 'c-stranger']
    await ports.customers.put([
      aCustomer({ customerId: partner, email: 'c-001@example.com' }),
      aCustomer({ customerId: stranger, email: 'c-stranger@example.com' }),
    ])
    const tet = 'tet_2027-02-06'
    const slices = 256
    const instead = (customerId: string, writtenTo: string) =>
      aBatch({
        occurrenceId: tet,
        batchId: batchIdOf({ slice: partitionOf(customerId), bucket: 0, slot: { from: AT, to: AT } }, 0),
        slice: partitionOf(customerId),
        recipients: [aRecipient({ customerId, outcome: { state: 'skipped', reason: 'same-address', writtenTo } })],
        state: 'done',
      })
    await ports.occurrences.open(storedOccurrence({ occurrenceId: tet, slices }))
    await ports.occurrences.putBatch(instead(partner, LAN))
    await ports.occurrences.putBatch(instead(stranger, NEIGHBOUR))
    const erasure = await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    // The partner's own profile keeps the address.
    expect(erasure?.left).toEqual([{ table: 'customers', key: partner }])
    const outcomes = (await ports.occurrences.batches(tet)).flatMap(({ recipients }) =>
      recipients.map(({ customerId, outcome }) => [customerId, outcome] as const),
    )
    expect(new Map(outcomes)).toEqual(
      new Map([
        [partner, { state: 'skipped', reason: 'same-address', writtenTo: AS }],
        [stranger, { state: 'skipped', reason: 'same-address', writtenTo: NEIGHBOUR }],
      ]),
    )
  })

  describe('who was passed over for them and has changed the address since', () => {
    const partner = 'c-partner'
    const tet = 'tet_2027-02-06'
    const passedOver = { state: 'skipped', reason: 'same-address' } as const

    async function withPartner() {
      const ports = await heldPerson(engine)
      await ports.customers.put([aCustomer({ customerId: partner, email: 'new@example.com' })])
      const slice = partitionOf(partner)
      await ports.occurrences.open(storedOccurrence({ occurrenceId: tet, slices: 256 }))
      await ports.occurrences.putBatch(
        aBatch({
          occurrenceId: tet,
          batchId: batchIdOf({ slice, bucket: 0, slot: { from: AT, to: AT } }, 0),
          slice,
          recipients: [aRecipient({ customerId: partner, outcome: { ...passedOver, writtenTo: LAN } })],
          state: 'done',
        }),
      )
      const outcome = async () => (await ports.occurrences.batches(tet)).flatMap(({ recipients }) => recipients)[0]?.outcome
      return { ports, outcome }
    }

    test('names them no more: the search finds the row, and it is renamed', async () => {
      const { ports, outcome } = await withPartner()
      expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toEqual({
        customerId: LAN,
        left: [],
        leftMails: [],
        isFinished: true,
      })
      expect(await outcome()).toEqual({ ...passedOver, writtenTo: AS })
      expect(await allFound(ports.search.find([LAN]))).toEqual([])
      expect(await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: AT })).toMatchObject({ left: [], isFinished: true })
    })

    test('an erasure that left such a row, as the version before did, is finished by the next', async () => {
      const { ports, outcome } = await withPartner()
      const none = { find: async function* () {} }
      await erasePerson({ ...ports, search: none }, { customerId: LAN, as: AS, at: AT })
      expect(await outcome()).toEqual({ ...passedOver, writtenTo: LAN })
      expect(await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: AT })).toEqual({
        customerId: LAN,
        left: [],
        leftMails: [],
        isFinished: true,
      })
      expect(await outcome()).toEqual({ ...passedOver, writtenTo: AS })
      expect(await erasePerson(ports, { customerId: LAN, as: 'erased-3', at: AT })).toMatchObject({ left: [], isFinished: true })
    })

    test('of two who finish it long after, both use one name', async () => {
      const { ports, outcome } = await withPartner()
      const none = { find: async function* () {} }
      await erasePerson({ ...ports, search: none }, { customerId: LAN, as: AS, at: AT })
      expect(await ports.ledgers.removeTombstone(LAN)).toBe('written')
      const leaveTombstone: typeof ports.ledgers.leaveTombstone = async (grave) => {
        await ports.ledgers.leaveTombstone({ ...grave, as: 'erased-2' })
        return ports.ledgers.leaveTombstone(grave)
      }
      const meanwhile = { ...ports, ledgers: { ...ports.ledgers, leaveTombstone } }
      expect(await erasePerson(meanwhile, { customerId: LAN, as: 'erased-3', at: AT })).toMatchObject({ left: [] })
      expect(await outcome()).toEqual({ ...passedOver, writtenTo: 'erased-2' })
      expect(await ports.ledgers.tombstones()).toMatchObject([{ as: 'erased-2', erasure: { state: 'finished' } }])
      expect(await ports.customers.get(LAN)).toBeUndefined()
    })

    test.each([
      ['changes once meanwhile is read again and renamed', 1, 2, []],
      ['keeps changing is given up and named as left', Number.POSITIVE_INFINITY, 10, [{ table: 'occurrences' }]],
    ])('a row that %s', async (_, lost, tries, left) => {
      const { ports } = await withPartner()
      const { occurrences } = ports
      let tried = 0
      const putBatch: typeof occurrences.putBatch = async (batch) => {
        if (batch.occurrenceId !== tet) return occurrences.putBatch(batch)
        return ++tried > lost ? occurrences.putBatch(batch) : 'lost'
      }
      const contended = { ...ports, occurrences: { ...occurrences, putBatch } }
      expect(await erasePerson(contended, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left })
      expect(tried).toBe(tries)
    })

    test('a row that cannot be changed is tried once and named as left', async () => {
      const { ports } = await withPartner()
      let searches = 0
      const search: typeof ports.search = {
        find: (texts) => {
          searches++
          return ports.search.find(texts)
        },
      }
      const { occurrences } = ports
      const putBatch: typeof occurrences.putBatch = async (batch) =>
        batch.occurrenceId === tet ? 'written' : occurrences.putBatch(batch)
      const stuck = { ...ports, search, occurrences: { ...occurrences, putBatch } }
      const erased = erasePerson(stuck, { customerId: LAN, as: AS, at: AT })
      await expect(erased).resolves.toMatchObject({ left: [{ table: 'occurrences' }] })
      expect(searches).toBe(2)
    })
  })

  test('of a skip that another version stored the facts that name them are renamed, and the rest stays as it was', async () => {
    const ports = await heldPerson(engine)
    const [batch] = await ports.occurrences.batches(BIRTHDAY)
    const stored = { state: 'skipped', reason: 'full-moon', seenBy: LAN, nights: 3, alsoBy: NEIGHBOUR }
    const outcome = { state: 'skipped' as const, reason: 'not-known-here' as const, stored }
    const recipients = batch!.recipients.map((recipient) =>
      recipient.customerId === NEIGHBOUR ? { ...recipient, outcome } : recipient,
    )
    await ports.occurrences.putBatch({ ...batch!, recipients, version: batch!.version + 1 })
    expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left: [] })
    const [after] = await ports.occurrences.batches(BIRTHDAY)
    expect(after?.recipients.find(({ customerId }) => customerId === NEIGHBOUR)?.outcome).toEqual({
      ...outcome,
      stored: { ...stored, seenBy: AS },
    })
  })

  test('balances, troubles, decisions and the value of vouchers still add up, under another name', async () => {
    const ports = await heldPerson(engine)
    await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    const [batch] = await ports.occurrences.batches('birthday_2027-03-10')
    expect(batch?.recipients.map(({ customerId, outcome }) => [customerId, outcome.state])).toEqual([
      [AS, 'sent'],
      [NEIGHBOUR, 'sent'],
    ])
    expect(await ports.occurrences.troubles('birthday_2027-03-10')).toEqual({ bounced: 2, complained: 0 })
    expect((await ports.occurrences.decisions('birthday_2027-03-10')).map(({ customerId }) => customerId).sort()).toEqual([
      NEIGHBOUR,
      AS,
    ])
    const code = ports.seals.voucherCode({ campaignId: 'birthday', occasionKey: 'birthday:2027', customerId: LAN })
    expect(await ports.vouchers.get(code)).toMatchObject({ customerId: AS, value: { amount: 200_000 } })
  })

  test('a run that broke off is finished by the next', async () => {
    const ports = await heldPerson(engine)
    const breaking = { ...ports, rows: { remove: () => Promise.reject(new Error('the power went')) } }
    await expect(erasePerson(breaking, { customerId: LAN, as: AS, at: AT })).rejects.toThrow('the power went')
    expect(await erasePerson(ports, { customerId: LAN, as: 'erased-2', at: AT })).toEqual({
      customerId: LAN,
      left: [],
      leftMails: [],
      isFinished: true,
    })
    expect(await erasePerson(ports, { customerId: LAN, as: 'erased-3', at: AT })).toMatchObject({ left: [], isFinished: true })
  })

  test('however many mails they sent: each page is gone before the next is read', async () => {
    const ports = await heldPerson(engine)
    const ids = Array.from({ length: 30 }, (_, n) => `reply-${String(n).padStart(2, '0')}`)
    for (const replyId of ids) {
      await ports.replies.add(storedReply({ customerId: LAN, replyId, rawKey: `in/${replyId}` }))
      await ports.rawMails.put(`in/${replyId}`, new TextEncoder().encode('Dạ'))
    }
    const stillThere: string[] = []
    const pagesOf: typeof ports.replies.pagesOf = async function* (customerId) {
      const before: string[] = []
      for await (const page of ports.replies.pagesOf(customerId)) {
        for (const reply of page) {
          for (const rawKey of before) if (await ports.rawMails.exists(rawKey)) stillThere.push(rawKey)
          yield [reply]
          before.push(reply.rawKey)
        }
      }
    }
    const one = { ...ports, replies: { ...ports.replies, pagesOf } }
    expect(await erasePerson(one, { customerId: LAN, as: AS, at: AT })).toEqual({
      customerId: LAN,
      left: [],
      leftMails: [],
      isFinished: true,
    })
    // The last mail of a page is removed when the next one has been asked for.
    expect(stillThere).toEqual([])
  })

  test('soft bounces of the address go with them', async () => {
    const ports = await heldPerson(engine)
    const contactKey = ports.seals.contactKey({ kind: 'email', value: 'c-001@example.com' })
    const bounce = { contactKey, providerId: 'm-1', at: AT, since: '2027-01-01T00:00:00.000Z' }
    await ports.suppressions.noteSoftBounce(bounce)
    await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    expect(await allFound(ports.search.find([`soft#${TEST_KEYS.rowKey(contactKey)}`, 'm-1']))).toEqual([])
  })

  test('nothing that comes late brings a row of theirs back', async () => {
    const ports = await heldPerson(engine)
    await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    const campaigns = memoryCampaignStore()
    await campaigns.accept(acceptedCampaign())
    const listening = { ...ports, campaigns, limits: ports.company.mailHealth }
    const said = {
      campaignId: 'birthday',
      occurrenceId: BIRTHDAY,
      customerId: LAN,
      channel: 'email',
      providerId: 'm-late',
      sentAt: AT,
    }
    for (const trouble of [null, 'soft-bounce', 'hard-bounce', 'complaint'] as const) {
      const delivery = { state: trouble === null ? ('delivered' as const) : ('bounced' as const), at: AT, detail: '' }
      await recordDelivery(listening, { ...said, delivery, trouble, address: 'c-001@example.com' })
    }
    const stop = { customerId: LAN, purpose: 'care', channel: 'email', at: AT, source: 'one-click', evidence: 'token-1' } as const
    expect(await withdrawConsent(ports, stop)).toBe('unknown-customer')
    // A sender that claimed before, with its claim given back, its touch and the provider's word.
    await giveClaimBack(ports.ledgers, { customerId: LAN, occurrenceId: BIRTHDAY, claimed: aLedgerOf(LAN) })
    const keys = [{ customerId: LAN, occurrenceId: BIRTHDAY }]
    await ports.touches.record([storedTouch({ ...keys[0] })])
    await ports.touches.noteDelivery({ ...keys[0]!, delivery: { state: 'delivered', at: AT, detail: '' } })
    expect(await forgetErased(ports, keys)).toEqual(keys)
    expect(await ports.ledgers.claim({ ...aLedgerOf(LAN), version: 1 })).toBe('lost')
    expect(await allFound(ports.search.find([LAN]))).toEqual([])
  })

  test('what was written all the same is swept away a day later, and the tombstone with it', async () => {
    const ports = await heldPerson(engine)
    const rowsOf = { ...ports, newName: () => 'erased-2' }
    await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    await ports.touches.record([storedTouch({ customerId: LAN, occurrenceId: BIRTHDAY })])
    await ports.consents.append(aConsentRecord({ customerId: LAN }))
    await ports.work.open(storedWork({ workId: 'late', customerId: LAN }))
    // A planner that had read them before.
    const batch = aBatch({ occurrenceId: BIRTHDAY, batchId: '000.01.+0700', recipients: [aRecipient({ customerId: LAN })] })
    await ports.occurrences.putBatch(batch)

    expect(await sweepTombstones(rowsOf, '2027-03-21T01:59:00.000Z')).toEqual({ tombstones: 0, finished: true })
    expect(await allFound(ports.search.find([LAN]))).not.toEqual([])
    expect(await sweepTombstones(rowsOf, '2027-03-21T02:00:00.000Z')).toEqual({ tombstones: 1, finished: true })
    expect(await allFound(ports.search.find([LAN]))).toEqual([])
    const [swept] = (await ports.occurrences.batches(BIRTHDAY)).filter(({ batchId }) => batchId === batch.batchId)
    expect(swept?.recipients.map(({ customerId }) => customerId)).toEqual([AS])
    expect(await ports.ledgers.tombstones()).toEqual([])
    expect(await ports.ledgers.getMany([LAN])).toMatchObject([{ version: 0 }])
    expect(await exportPerson(ports, { customerId: NEIGHBOUR, at: AT })).toMatchObject({
      contacts: [{ outcome: { state: 'sent' } }],
    })
  })

  test('imported again they are a new customer: not written to while the tombstone stands, and left alone by the sweep', async () => {
    const ports = await heldPerson(engine)
    await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
    await ports.customers.put([aCustomer({ customerId: LAN, email: 'new@example.com' })])
    expect(await ports.ledgers.claim({ ...aLedgerOf(LAN), version: 1 })).toBe('lost')
    await sweepTombstones({ ...ports, newName: () => 'erased-2' }, '2027-03-22T02:00:00.000Z')
    expect(await ports.customers.get(LAN)).toMatchObject({ customer: { email: 'new@example.com' } })
    expect(await ports.ledgers.claim({ ...aLedgerOf(LAN), version: 1 })).toBe('written')
  })

  test('what people wrote about them into a budget or a report is found: neither changes any more, so the rows are named', async () => {
    const ports = await heldPerson(engine)
    const { budgetPlans, reports } = ports
    const added = { lineId: 'l', title: `Quà cho ${LAN}`, campaign: null, amount: 1, because: 'x', byName: 'x', at: AT }
    await budgetPlans.put(aBudgetPlan({ byHand: { changed: [], added: [added] } }))
    await budgetPlans.put(aBudgetPlan({ version: 2 }))
    const by = { by: 'Châu', at: AT, changedBy: 'Châu', changedAt: AT }
    const proposal: Omit<Proposal, 'text'> = {
      proposalId: 'p-1',
      period: 'month 2027-03',
      segment: 'all',
      figures: [],
      state: 'proposed',
      version: 0,
      ...by,
    }
    const handed = { at: AT, byName: 'Châu', period: 'month 2027-03', segment: 'all', view: aReport(), budget: null }
    for (const [reportId, text] of [
      ['r-1', 'Xin lỗi c-001@example.com'],
      ['r-2', 'Xin lỗi mọi khách'],
    ] as const)
      await reports.handIn({ reportId, ...handed, proposals: [{ ...proposal, text }] })
    const { left = [] } = (await erasePerson(ports, { customerId: LAN, as: AS, at: AT })) ?? {}
    expect(left).toEqual([
      { table: 'budgets', key: '#plan#2027-01-01_2027-03-31 v#000001' },
      { table: 'numbers', key: 'handed-in#r-1 report' },
    ])
  })

  test('what is still there is named, not hidden', async () => {
    const ports = await heldPerson(engine)
    const customers = { ...ports.customers, remove: async () => 'lost' as const }
    const lazy = { ...ports, customers, rows: { remove: async () => {} } }
    const erasure = await erasePerson(lazy, { customerId: LAN, as: AS, at: AT })
    expect(erasure?.left).toContainEqual({ table: 'customers', key: LAN })
    expect(erasure?.left.every(({ key }) => !key.includes(NEIGHBOUR))).toBe(true)
  })
})

test('missed calls from their number are handed out and go, also those from before the number was a customer’s; those of other numbers stay', async () => {
  const ports = await heldPerson(engine)
  const [own, before, other] = [
    aMissedCall({ customerId: LAN }, { workId: 'missed-1' }),
    aMissedCall({ phone: '+84912345678' }, { workId: 'missed-2' }),
    aMissedCall({ phone: '+84987654321' }, { workId: 'missed-3' }),
  ]
  for (const item of [own, before, other]) await ports.work.open(item)
  const held = await exportPerson(ports, { customerId: LAN, at: AT })
  expect(held?.work.map(({ workId }) => workId)).toEqual(expect.arrayContaining(['missed-1', 'missed-2']))
  expect(held?.work.map(({ workId }) => workId)).not.toContain('missed-3')
  const erasure = await erasePerson(ports, { customerId: LAN, as: AS, at: AT })
  expect(erasure).toMatchObject({ left: [], isFinished: true })
  expect(await ports.work.getMany(['missed-1', 'missed-2', 'missed-3'])).toEqual([other])
  expect(await allFound(ports.search.find(['+84912345678']))).toEqual([])
})

test('that the telephone system told of a call of theirs which was answered goes too', async () => {
  const ports = await heldPerson(engine)
  await ports.work.keepAnswered({ numberName: 'n1', at: AT, on: AT.slice(0, 10), customerId: LAN })
  expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left: [], isFinished: true })
  expect(await ports.work.answeredAt('n1')).toBeUndefined()
})

test('what was booked for their cases is given back where they were not given it, and forgets the case; that of others stays', async () => {
  const ports = await heldPerson(engine)
  const given = { is: 'compensation-given', at: AT, by: { is: 'staff', name: 'Hanh' }, amount: 200_000, note: 'x' } as const
  for (const [customerId, ends] of [
    [LAN, []],
    [LAN, [given]],
    [NEIGHBOUR, []],
  ] as const) {
    const workId = `case_${ends.length}_${customerId}`
    const events = [...ends.map((end) => ({ ...end, compensationId: workId }))]
    await ports.work.open(
      storedCase({
        workId,
        customerId,
        events: [...storedCase().events, askedCompensation({ compensationId: workId }), ...events],
      }),
    )
    const entry = { compensationId: workId, workId, at: AT, amount: 200_000 }
    await bookCompensation(ports, { entry, period: '2027-03', limit: 1_000_000 })
  }
  expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left: [], isFinished: true })
  const stored = await ports.budgets.get(COMPENSATION_BOOK, '2027-03')
  expect(stored && entriesOf(stored).map(({ workId }) => workId)).toEqual([`case_0_${NEIGHBOUR}`])
  expect(stored?.settled).toEqual({ given: 200_000 })
})

test('what is still booked for a case of theirs that was deleted after its time goes too', async () => {
  const ports = await heldPerson(engine)
  for (const customerId of [LAN, NEIGHBOUR]) {
    const workId = `case_${customerId}`
    await ports.work.open(storedCase({ workId, customerId }))
    const entry = { compensationId: workId, workId, at: AT, amount: 200_000 }
    await bookCompensation(ports, { entry, period: '2025-03', limit: 1_000_000 })
  }
  await ports.work.remove(`case_${LAN}`)
  expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left: [], isFinished: true })
  const stored = await ports.budgets.get(COMPENSATION_BOOK, '2025-03')
  expect(stored && entriesOf(stored).map(({ workId }) => workId)).toEqual([`case_${NEIGHBOUR}`])
})

test('what a department was asked about a case of theirs forgets the case, whose id may name them; questions about others stay', async () => {
  const ports = await heldPerson(engine)
  const row = { department: 'production', isMailed: true, isHeadTold: false, isAnswerCalledFor: false, version: 1 }
  for (const [customerId, isOver] of [
    [LAN, false],
    [LAN, true],
    [NEIGHBOUR, false],
  ] as const) {
    const workId = `case_${isOver ? 'over' : 'open'}_${customerId}`
    await ports.work.open(storedCase({ workId, customerId }))
    await ports.questions.put({ ...row, askedAt: AT, questionId: `q-${isOver}-${customerId === LAN}`, workId, isOver })
  }
  expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left: [], isFinished: true })
  expect((await ports.questions.since(AT)).map(({ workId, isOver }) => [workId, isOver])).toEqual([
    [`case_open_${NEIGHBOUR}`, false],
    [null, true],
    [null, true],
  ])
})

test('what the cases told, which names them by their ids, is gone until it is counted anew', async () => {
  const ports = await heldPerson(engine)
  const workId = `case_${LAN}`
  await ports.work.open(storedCase({ workId, customerId: LAN }))
  const days = { from: '2027-02-10', to: '2027-03-09' }
  const none = { now: 0, before: 0 }
  await ports.findings.put({
    day: '2027-03-20',
    periods: { now: days, before: days },
    groups: [{ ...TOLD, behind: [{ workId, openedOn: '2027-03-10' }] }],
    week: { ...days, opened: none, closed: none, open: 1, late: 0, categories: [] },
  })
  expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left: [], isFinished: true })
  expect(await ports.findings.latest()).toBeUndefined()
})
const NOBODY = { cases: 0, customers: 0 }
const TOLD = { category: 'delivery', product: null, now: NOBODY, before: NOBODY, chance: 1, recurs: true }

test('that they rang the hotline goes with them, by whatever number and from before it was theirs; other callers stay', async () => {
  const ports = await heldPerson(engine)
  const caller = { day: '2027-03-10', answeredAt: AT, missedAt: null }
  const [own, other] = ['+84912345678', '+84987654321'].map((phone) => ports.seals.numberName(phone))
  await ports.hotlineCallers.note({ ...caller, numberName: own ?? '', customerId: null })
  await ports.hotlineCallers.note({ ...caller, numberName: 'of-before', customerId: LAN })
  await ports.hotlineCallers.note({ ...caller, numberName: other ?? '', customerId: NEIGHBOUR })
  expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left: [], isFinished: true })
  expect(await allPages(ports.hotlineCallers.rungOn('2027-03-10'))).toMatchObject([{ customerId: NEIGHBOUR }])
})

test('calls of the telephone system are handed out with their task, and what leads to them goes too', async () => {
  const ports = await heldPerson(engine)
  const recording = 'https://example.com/r/1'
  const call = { callId: 'call-vn-1', by: 'hanh@example.com', at: AT, state: 'ended', seconds: 75, recording } as const
  await ports.work.open(storedWork({ workId: 'w-1', customerId: LAN, calls: [call] }))
  await ports.work.keepCall({ callId: 'call-vn-1', workId: 'w-1', customerId: LAN })
  expect((await exportPerson(ports, { customerId: LAN, at: AT }))?.work).toContainEqual(
    expect.objectContaining({ calls: [call] }),
  )
  expect(await erasePerson(ports, { customerId: LAN, as: AS, at: AT })).toMatchObject({ left: [], isFinished: true })
  expect(await ports.work.taskOfCall('call-vn-1')).toBeUndefined()
  expect(await allFound(ports.search.find([recording]))).toEqual([])
})
