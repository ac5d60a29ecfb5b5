import { describe, expect, test } from 'vitest'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { events } from '#app/events.ts'
import { type GivenAnswer, recordAnswer } from '#app/listening/record-answer.ts'
import { standingAnswer } from '#core/survey/response.ts'
import { indexOfAnswer } from '#core/survey/satisfaction-index.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { anOccurrence, aSurvey, BY_PAGE, byReply, ratingsOf } from '#test/support/survey-builders.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const OCCURRENCE = 'how-was-it_2027-03-08'

async function atWork() {
  const said: string[] = []
  const companyRules = theCompanyRules()
  const stores = {
    campaigns: memoryCampaignStore(),
    occurrences: memoryOccurrenceStore(),
    customers: memoryCustomerStore({ addressHash: (address) => address }),
    responses: memoryResponseStore(),
    work: memoryWorkStore(),
  }
  const ports = {
    ...stores,
    companyRules,
    events: events({ event: (name) => said.push(name), alarm: (name) => said.push(name) }),
  }
  await ports.customers.put([aCustomer()])
  const accept = (version: number, survey: Parameters<typeof aSurvey>[0]) =>
    ports.campaigns.accept({ definition: aSurvey(survey), version, acceptedAt: NOW, acceptedBy: 'marketing' })
  await accept(1, { kind: 'csat' })
  await ports.occurrences.open(anOccurrence({ campaignId: 'how-was-it', date: '2027-03-08' }))
  const responseOf = () => stores.responses.get({ customerId: 'c-001', occurrenceId: OCCURRENCE })
  return { ports, stores, said, accept, responseOf }
}

const given = (answer: Partial<GivenAnswer['answer']> = {}, over: Partial<GivenAnswer> = {}): GivenAnswer => ({
  customerId: 'c-001',
  occurrenceId: OCCURRENCE,
  answer: { score: 4, why: null, followUps: {}, ...answer },
  origin: BY_PAGE,
  at: NOW,
  ...over,
})

describe('an answer', () => {
  test('is kept with what was asked, when, and where it came from', async () => {
    const { ports, said } = await atWork()
    const done = await recordAnswer(ports, given({ why: 'ngon' }, { at: '2027-03-09T18:00:00.000Z' }))
    expect(done).toEqual({
      counts: true,
      recorded: {
        customerId: 'c-001',
        occurrenceId: OCCURRENCE,
        campaignId: 'how-was-it',
        campaignVersion: 1,
        kind: 'csat',
        relationship: false,
        locale: 'vi',
        // In the company's zone it was the tenth already.
        answeredOn: '2027-03-10',
        answers: [{ at: '2027-03-09T18:00:00.000Z', score: 4, why: 'ngon', followUps: {}, origin: BY_PAGE }],
        version: 0,
      },
    })
    expect(said).toEqual(['survey.answered'])
  })

  test('given a thousand times is one, and writes once', async () => {
    const { ports, said, responseOf } = await atWork()
    for (let time = 0; time < 1_000; time++) await recordAnswer(ports, given({ score: 1 }))
    expect((await responseOf())?.answers).toHaveLength(1)
    expect(said).toEqual(['survey.answered', 'work.opened'])
  })

  test('is judged by the version of the campaign that asked, whatever it asks by now', async () => {
    const { ports, accept, responseOf } = await atWork()
    await accept(2, { kind: 'nps', relationship: true })
    await recordAnswer(ports, given())
    expect(await responseOf()).toMatchObject({ kind: 'csat', relationship: false, campaignVersion: 1 })
    await expect(recordAnswer(ports, given({ score: 9 }))).rejects.toThrow('9 is no score of a csat survey')
  })
})

describe('ratings', () => {
  const attributes = [
    { id: 'tea', label: { vi: 'Trà', en: 'Tea' }, weight: 2 },
    { id: 'price', label: { vi: 'Giá', en: 'Price' } },
  ]
  const rated = (tea: number | null, price: number | null) => ({
    score: null,
    ratings: ratingsOf({ tea: [tea, 2], price: [price, 1] }),
  })
  async function asked() {
    const company = await atWork()
    await company.stores.occurrences.open(anOccurrence({ campaignId: 'how-was-it', campaignVersion: 2, date: '2027-03-09' }))
    await company.accept(2, { kind: 'csi', attributes })
    const occurrenceId = 'how-was-it_2027-03-09'
    const answer = (over: Partial<GivenAnswer['answer']>, at = NOW) =>
      recordAnswer(company.ports, given(over, { occurrenceId, at }))
    return { ...company, answer, responseOf: () => company.stores.responses.get({ customerId: 'c-001', occurrenceId }) }
  }

  test('are kept with the weights they were asked with, whatever the campaign weighs by now', async () => {
    const { answer, accept, responseOf } = await asked()
    await accept(3, { kind: 'csi', attributes: attributes.map((attribute) => ({ ...attribute, weight: 9 })) })
    await answer({ ...rated(8, 5), why: 'x' })
    const response = await responseOf()
    expect(response).toMatchObject({ kind: 'csi', campaignVersion: 2, answers: [{ ...rated(8, 5), why: 'x' }] })
    expect(indexOfAnswer(response!.answers[0]!)).toBeCloseTo((100 * (21 - 3)) / 27, 10)
  })

  test.each([
    ['of all, low', rated(4, 5), { score: 37, outOf: 100 }],
    ['of one, low', rated(null, 2), { score: 11, outOf: 100 }],
    ['of all, just not low', rated(6, 5), undefined],
    ['of one, high', rated(10, null), undefined],
    ['words alone', { score: null, why: 'Tệ' }, undefined],
  ])('%s: the work that it opens', async (_what, over, subject) => {
    const { answer, stores } = await asked()
    await answer(over)
    const opened = (await stores.work.ofCustomer('c-001')).map((item) => item.subject)
    expect(opened).toMatchObject(subject ? [{ is: 'low-score', ...subject }] : [])
  })

  test('of other attributes, with other weights, or beside a score are refused as a mistake of ours', async () => {
    const { answer, ports } = await asked()
    await expect(answer({ score: 5 })).rejects.toThrow('5 is no score of a csi survey')
    await expect(answer({ score: null, ratings: ratingsOf({ tea: [5, 2] }) })).rejects.toThrow('is no score of a csi survey')
    await expect(recordAnswer(ports, given(rated(5, 5)))).rejects.toThrow('is no score of a csat survey')
  })
})

describe('two answers at the same moment', () => {
  test('are both kept: whoever loses the race looks again', async () => {
    const { ports, stores, responseOf } = await atWork()
    const scores = [1, 2, 3, 4, 5]
    await Promise.all(scores.map((score) => recordAnswer(ports, given({ score }))))
    const response = await responseOf()
    expect(response?.answers.map(({ score }) => score).toSorted()).toEqual(scores)
    expect(response?.version).toBe(4)
    expect(await stores.work.ofCustomer('c-001')).toHaveLength(1)
  })

  test('of which one is always lost are given up with an error, not with a wrong “thank you”', async () => {
    const { ports } = await atWork()
    const responses = { ...ports.responses, put: async () => 'lost' as const }
    await expect(recordAnswer({ ...ports, responses }, given())).rejects.toThrow('keeps changing')
  })
})

describe('a low score', () => {
  test.each([
    [1, true],
    [2, true],
    [3, false],
    [5, false],
    [null, false],
  ])('of %s opens follow-up work: %s', async (score, opens) => {
    const { ports, stores } = await atWork()
    await recordAnswer(ports, given({ score, why: 'x' }))
    expect(await stores.work.ofCustomer('c-001')).toHaveLength(opens ? 1 : 0)
  })

  test('in a reply names the reply; a better score later leaves the work open', async () => {
    const { ports, stores } = await atWork()
    await recordAnswer(ports, given({ score: 2 }, { origin: byReply('r-1') }))
    await recordAnswer(ports, given({ score: 5 }, { at: '2027-03-10T03:00:00.000Z' }))
    expect(await stores.work.ofCustomer('c-001')).toMatchObject([
      { subject: { replyId: 'r-1', score: 2 }, events: [{ is: 'opened', at: NOW }] },
    ])
  })

  test('whose work was lost in a crash opens it when the same answer comes again', async () => {
    const { ports, stores } = await atWork()
    const crash = async () => {
      throw new Error('the table is away')
    }
    await expect(recordAnswer({ ...ports, work: { open: crash } }, given({ score: 1 }))).rejects.toThrow('the table is away')
    await recordAnswer(ports, given({ score: 1 }, { at: '2027-03-10T02:05:00.000Z' }))
    expect(await stores.work.ofCustomer('c-001')).toMatchObject([{ subject: { score: 1 }, events: [{ at: NOW }] }])
  })
})

describe('what looks like a machine’s press', () => {
  const pressed = (score: number, at = NOW) => given({ score }, { suspect: 'too-early', at })

  test('is kept, and counts nowhere: no answer, no work, no event of an answer', async () => {
    const { ports, stores, said, responseOf } = await atWork()
    expect(await recordAnswer(ports, pressed(1))).toMatchObject({ counts: false })
    const response = await responseOf()
    expect(response?.answers).toMatchObject([{ score: 1, suspect: 'too-early' }])
    expect(response && standingAnswer(response)).toBeUndefined()
    expect(await stores.work.ofCustomer('c-001')).toEqual([])
    expect(said).toEqual([])
  })

  test('counts once the person says so again, with its work, from that moment on', async () => {
    const { ports, stores, said, responseOf } = await atWork()
    await recordAnswer(ports, pressed(1))
    // The next day in the company's zone: what is found by the day stands on the day of the answer.
    const at = '2027-03-10T18:00:00.000Z'
    expect(await recordAnswer(ports, given({ score: 1 }, { at }))).toMatchObject({ counts: true })
    expect(await responseOf()).toMatchObject({ answeredOn: '2027-03-11', answers: [{ score: 1, at }], version: 1 })
    expect((await responseOf())?.answers).toHaveLength(1)
    expect(await stores.work.ofCustomer('c-001')).toMatchObject([{ subject: { score: 1 }, events: [{ at }] }])
    expect(said).toEqual(['survey.answered', 'work.opened'])
  })

  test('takes nothing back from an answer that counts, and says nothing new where it says the same', async () => {
    const { ports, stores, responseOf } = await atWork()
    await recordAnswer(ports, given({ score: 5 }))
    expect(await recordAnswer(ports, pressed(1, '2027-03-10T03:00:00.000Z'))).toMatchObject({ counts: false })
    expect(await recordAnswer(ports, pressed(5, '2027-03-10T03:00:01.000Z'))).toMatchObject({ counts: true })
    const response = await responseOf()
    expect(response && standingAnswer(response)).toMatchObject({ score: 5, at: NOW })
    expect(await stores.work.ofCustomer('c-001')).toEqual([])
  })

  test('a thousand times with other scores leaves the customer all their changes', async () => {
    const { ports, responseOf } = await atWork()
    for (let time = 0; time < 1_000; time++)
      await recordAnswer(ports, given({ score: 1 + (time % 5), why: String(time) }, { suspect: 'decoy' }))
    for (let time = 0; time <= 20; time++)
      expect(await recordAnswer(ports, given({ score: 4 + (time % 2) }))).toHaveProperty('recorded')
    const response = await responseOf()
    expect(response && standingAnswer(response)?.score).toBe(4)
  })

  test('of a reply that repeats a low score, work is opened as ever', async () => {
    const { ports, stores } = await atWork()
    await recordAnswer(ports, pressed(2))
    await recordAnswer(ports, given({ score: 2 }, { origin: byReply('r-1'), at: '2027-03-10T04:00:00.000Z' }))
    expect(await stores.work.ofCustomer('c-001')).toMatchObject([{ subject: { replyId: 'r-1', score: 2 } }])
  })
})

describe('what is refused leaves nothing behind', () => {
  test.each([
    ['gone', { customerId: 'c-404' }],
    ['not-asked', { occurrenceId: 'how-was-it_2027-03-09' }],
    ['not-asked', { occurrenceId: 'nonsense' }],
    ['closed', { at: '2027-04-07T17:00:00.000Z' }],
  ] as const)('%s: %j', async (refused, over) => {
    const { ports, stores, said } = await atWork()
    expect(await recordAnswer(ports, given({ score: 1 }, over))).toEqual({ refused })
    expect(await stores.responses.ofCustomer('c-001')).toEqual([])
    expect(await stores.work.allOpen()).toEqual([])
    expect(said).toEqual([])
  })

  test('a mail that came in before closing counts, however late it is read', async () => {
    const { ports } = await atWork()
    expect(await recordAnswer(ports, given({}, { at: '2027-04-07T16:59:59.999Z', origin: byReply('r-1') }))).toHaveProperty(
      'recorded',
    )
  })

  test('too-often: the twenty-second answer', async () => {
    const { ports, responseOf } = await atWork()
    for (let time = 0; time <= 20; time++) await recordAnswer(ports, given({ score: 4 + (time % 2) }))
    expect(await recordAnswer(ports, given({ score: 1 }))).toEqual({ refused: 'too-often' })
    const response = await responseOf()
    expect(response && standingAnswer(response)?.score).toBe(4)
  })
})
