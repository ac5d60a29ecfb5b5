/**
 * The channels of the product. A further one is an entry here, its rules in the policy packs, its price in prices.json, its words in
 * web/words/channels.ts, and a dispatcher in app/sending/dispatchers.ts.
 */
import type { Channels } from '#core/channel/channel.ts'
import { CALL_TOUCH, LETTER_TOUCH } from '#core/channel/touch-shapes.ts'
import { readEmailAddress } from '#core/customer/email-address.ts'
import { isWrongPhone } from '#core/customer/wrong-phone.ts'

export const OUR_CHANNELS: Channels = [
  {
    id: 'email',
    contactPoint: {
      kind: 'email',
      of: ({ email }) => email,
      isUsable: (address) => 'value' in readEmailAddress(address),
    },
    isLetter: true,
    touch: LETTER_TOUCH,
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
      isUsable: (number, customer) => /^\+[1-9]\d{6,14}$/.test(number) && !isWrongPhone(customer),
    },
    isLetter: false,
    touch: CALL_TOUCH,
    priceItem: 'call',
    carriedOutBy: 'person',
    hasLaterWord: false,
  },
]
