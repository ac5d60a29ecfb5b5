import { expect, test } from 'vitest'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { type EventValues, events } from '#app/events.ts'
import { aCampaign, someWords } from '#test/support/builders.ts'

const at = '2027-01-01T00:00:00.000Z'
const setUp = () => {
  const said: [string, EventValues][] = []
  const note = (name: string, values: EventValues) => said.push([name, values])
  return { campaigns: memoryCampaignStore(), words: memoryWordsStore(), events: events({ event: note, alarm: note }), said }
}
const accept = (ports: Parameters<typeof acceptCampaigns>[0], ...definitions: ReturnType<typeof aCampaign>[]) =>
  acceptCampaigns(ports, {
    accepting: definitions.map((definition) => ({ definition, words: someWords() })),
    at,
    by: 'lan@trasen.example.com',
  })

test('a first version is 1, the same again is left alone, a change is the next', async () => {
  const ports = setUp()
  const results = [
    ...(await accept(ports, aCampaign(), aCampaign({ id: 'other' }))),
    ...(await accept(ports, aCampaign())),
    ...(await accept(ports, aCampaign({ graceDays: 2 }))),
    ...(await accept(ports, aCampaign({ graceDays: 2 }))),
  ]
  expect(results.map(({ campaignId, version, result }) => `${campaignId} ${version} ${result}`)).toEqual([
    'tenth-of-march 1 accepted',
    'other 1 accepted',
    'tenth-of-march 1 unchanged',
    'tenth-of-march 2 accepted',
    'tenth-of-march 2 unchanged',
  ])
  expect(ports.said.map(([, values]) => values)).toEqual([
    { campaignId: 'tenth-of-march', version: 1 },
    { campaignId: 'other', version: 1 },
    { campaignId: 'tenth-of-march', version: 2 },
  ])
  expect(await ports.campaigns.version('tenth-of-march', 1)).toMatchObject({
    definition: { graceDays: 0 },
    acceptedBy: 'lan@trasen.example.com',
  })
})

test('two people accept different versions at the same moment: both are kept, one after the other', async () => {
  const ports = setUp()
  const { latest } = ports.campaigns
  let looks = 0
  // Both look before either writes.
  const both = Promise.withResolvers<void>()
  const campaigns = {
    ...ports.campaigns,
    latest: async () => {
      const seen = await latest()
      if (++looks === 2) both.resolve()
      if (looks <= 2) await both.promise
      return seen
    },
  }
  const results = await Promise.all([
    accept({ ...ports, campaigns }, aCampaign()),
    accept({ ...ports, campaigns }, aCampaign({ graceDays: 3 })),
  ])
  expect(results.flat().map(({ version }) => version)).toEqual([1, 2])
  expect((await latest()).map(({ definition, version }) => [definition.graceDays, version])).toEqual([[3, 2]])
})

const acceptWith = (ports: Parameters<typeof acceptCampaigns>[0], text: string) =>
  acceptCampaigns(ports, { accepting: [{ definition: aCampaign(), words: someWords('greeting', text) }], at, by: 'lan' })

test('changed words are a new version of the same definition, and both versions keep theirs', async () => {
  const ports = setUp()
  const results = [
    ...(await acceptWith(ports, 'một')),
    ...(await acceptWith(ports, 'một')),
    ...(await acceptWith(ports, 'hai')),
    ...(await acceptWith(ports, 'một')),
  ]
  expect(results.map(({ version, result }) => `${version} ${result}`)).toEqual([
    '1 accepted',
    '1 unchanged',
    '2 accepted',
    '3 accepted',
  ])
  const texts = [1, 2, 3].map(async (version) => {
    const words = await ports.words.read((await ports.campaigns.version('tenth-of-march', version))?.words ?? '')
    return typeof words === 'object' ? words.mails.vi?.text : words
  })
  expect(await Promise.all(texts)).toEqual(['một', 'hai', 'một'])
})

test('a version of before, which names no words, is followed by one that does', async () => {
  const ports = setUp()
  await ports.campaigns.accept({ definition: aCampaign(), version: 4, acceptedAt: at, acceptedBy: 'lan' })
  expect(await acceptWith(ports, 'một')).toMatchObject([{ version: 5, result: 'accepted' }])
  expect((await ports.campaigns.latest())[0]?.words).toEqual(expect.any(String))
})

test('nothing comes in force whose words could not be stored', async () => {
  const ports = setUp()
  const broken = { ...ports, words: { keep: () => Promise.reject(new Error('throttled')) } }
  await expect(acceptWith(broken, 'một')).rejects.toThrow('throttled')
  expect(await ports.campaigns.latest()).toEqual([])
  expect(ports.said).toEqual([])
})

test('words that were lost are there again after accepting the same once more', async () => {
  const ports = setUp()
  await acceptWith(ports, 'một')
  const lost = { ...ports, words: memoryWordsStore() }
  expect(await acceptWith(lost, 'một')).toMatchObject([{ version: 1, result: 'unchanged' }])
  const hash = (await ports.campaigns.latest())[0]?.words ?? ''
  expect(await lost.words.read(hash)).toEqual(someWords('greeting', 'một'))
})
