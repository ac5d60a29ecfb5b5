/** The dispatcher of letters: the template's words are rendered for the customer and handed to the mailer. */

import type { Dispatcher } from '#app/ports/dispatching.ts'
import type { Letters } from '#app/ports/letters.ts'
import type { Mailer } from '#app/ports/sending.ts'
import { type Channels, contactPointOf, letterChannel } from '#core/channel/channel.ts'
import { writtenReason } from '#core/planning/system-reason.ts'

export interface LetterPorts extends Pick<Dispatcher, 'pace' | 'stops'> {
  readonly letters: Letters
  readonly mailer: Mailer
}

export function letterDispatcher({ letters, mailer, pace, stops }: LetterPorts, channels: Channels): Dispatcher {
  const channel = letterChannel(channels)
  return {
    pace,
    stops,
    prepare: ({ words, ...order }) => {
      const { campaign, customer, occurrenceId } = order
      const point = contactPointOf(channel, customer)
      if (!point) return { problem: writtenReason({ is: 'no-address' }) }
      if (!words) return { noWords: 'the campaign names no template' }
      const written = letters.write({ ...order, words })
      if (!('letter' in written)) return written
      const mail = {
        to: point.value,
        ...written.letter,
        campaignId: campaign.id,
        occurrenceId,
        customerId: customer.customerId,
      }
      return { send: () => mailer.send(mail) }
    },
  }
}
