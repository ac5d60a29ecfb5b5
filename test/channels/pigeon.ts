/** A made-up channel: carrier pigeons. Everything that a channel is stands in this file, and nothing of it in the product. */
import * as z from 'zod'
import { memoryPace } from '#adapters/memory/pace.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import type { Dispatcher, DispatchOrder } from '#app/ports/dispatching.ts'
import type { DispatchResult } from '#app/ports/sending.ts'
import { type CampaignDefinition, campaignSchema } from '#core/campaign/campaign-definition.ts'
import { policyPackSchema } from '#core/campaign/policy-pack.ts'
import { priceListSchema } from '#core/campaign/price-list.ts'
import type { Channel, Channels } from '#core/channel/channel.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const LOFT = 'loft:'

const PIGEON: Channel = {
  id: 'pigeon',
  contactPoint: {
    kind: 'loft',
    of: ({ tags }) => tags.find((tag) => tag.startsWith(LOFT))?.slice(LOFT.length) ?? null,
    isUsable: (loft) => /^[a-z]+$/.test(loft),
  },
  isLetter: false,
  touch: { ring: z.enum(['red', 'blue']) },
  priceItem: 'pigeon',
  carriedOutBy: 'provider',
  hasLaterWord: true,
}
export const CHANNELS: Channels = [...OUR_CHANNELS, PIGEON]

const anyTime = { hours: null, caps: [] }
const aClass = (consent: 'opt-in' | 'opt-out' | 'none') => ({
  consent,
  label: null,
  unsubscribe: true,
  email: anyTime,
  // Pigeons sleep at night, rest at noon, and fly twice in five days for one customer at most.
  pigeon: {
    hours: [
      { from: '07:00', to: '11:00' },
      { from: '14:00', to: '17:00' },
    ],
    caps: [{ max: 2, hours: 120 }],
  },
})

export const pigeonRules = ({ frequencyCaps = [] }: { frequencyCaps?: readonly { max: number; hours: number }[] } = {}) =>
  theCompanyRules({
    channels: CHANNELS,
    company: { frequencyCaps: [...frequencyCaps], daysBetweenOccasions: 0 },
    prices: priceListSchema(CHANNELS).parse({
      prices: [
        { item: 'email', validFrom: '2026-01-01', perThousand: { amount: 4_210, currency: 'VND' }, source: 'list' },
        { item: 'pigeon', validFrom: '2026-01-01', perThousand: { amount: 9_000_000, currency: 'VND' }, source: 'the loft' },
      ],
    }),
    policies: [
      policyPackSchema(CHANNELS).parse({
        country: 'VN',
        periods: [
          {
            validFrom: '2020-01-01',
            validTo: null,
            sources: ['the law of the air'],
            checkedOn: '2026-11-28',
            classes: {
              care: aClass('opt-out'),
              transactional: aClass('none'),
              survey: aClass('opt-out'),
              advertising: aClass('opt-in'),
            },
            rights: {
              acknowledgeWorkingDays: 2,
              doneDays: { access: 10, correct: 10, erase: 20, restrict: 15, object: 15, withdraw: 15 },
              extensionDays: 15,
            },
          },
        ],
      }),
    ],
  })

/** A greeting for everybody on 10 March, as marketing would write it. */
export const aPigeonCampaign = (over: object = {}): CampaignDefinition =>
  campaignSchema(CHANNELS).parse({
    id: 'coo',
    name: { vi: 'Bồ câu', en: 'Coo' },
    contentClass: 'care',
    occasion: { kind: 'fixed', month: 3, day: 10 },
    touch: { channel: 'pigeon', ring: 'red' },
    window: { from: '08:00', to: '16:00' },
    ...over,
  })

/** A loft that keeps every flight; `answer` says what becomes of one. */
export function aLoft(
  answer: (order: DispatchOrder, flight: number) => DispatchResult = (_, n) => ({ accepted: `flight-${n}` }),
) {
  const flights: string[] = []
  const dispatcher: Dispatcher = {
    pace: memoryPace(),
    stops: memorySendingStops(),
    prepare: (order) => ({
      send: async () => {
        flights.push(`${order.customer.customerId} ${order.campaign.id} ${String(order.campaign.touch.ring)}`)
        return answer(order, flights.length)
      },
    }),
  }
  return { flights, dispatchers: new Map([[PIGEON.id, dispatcher]]) }
}
