/**
 * The channels of the product. A further one is an entry here, its rules in the policy packs, its price in prices.json, its words in
 * web/words/channels.ts, and a dispatcher in app/sending/dispatchers.ts.
 */
import * as z from 'zod'
import type { Channels } from '#core/channel/channel.ts'
import { readEmailAddress } from '#core/customer/email-address.ts'

export const OUR_CHANNELS: Channels = [
  {
    id: 'email',
    contactPoint: {
      kind: 'email',
      of: ({ email }) => email,
      isUsable: (address) => 'value' in readEmailAddress(address),
    },
    isLetter: true,
    touch: { template: z.string().regex(/^[a-z][a-z0-9-]*$/, 'the name of a folder in templates/') },
    priceItem: 'email',
    carriedOutBy: 'provider',
    hasLaterWord: true,
  },
  {
    id: 'call',
    contactPoint: {
      kind: 'phone',
      of: ({ phone }) => phone,
      // The import keeps only numbers that can be rung, as E.164.
      isUsable: (number) => /^\+[1-9]\d{6,14}$/.test(number),
    },
    isLetter: false,
    touch: null,
    priceItem: 'call',
    carriedOutBy: 'person',
    hasLaterWord: false,
  },
]
