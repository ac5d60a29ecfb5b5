/** What carries the touches of each channel that campaigns use. A new channel's dispatcher is added here. */
import type { Dispatchers } from '#app/ports/dispatching.ts'
import { callDispatcher, type DeskPorts } from '#app/sending/call-dispatcher.ts'
import { type LetterPorts, letterDispatcher } from '#app/sending/letter-dispatcher.ts'
import { type Channels, letterChannel, spokenChannel } from '#core/channel/channel.ts'

export const dispatchersOf = (
  ports: { readonly letters: LetterPorts; readonly desk: DeskPorts },
  channels: Channels,
): Dispatchers =>
  new Map([
    [letterChannel(channels).id, letterDispatcher(ports.letters, channels)],
    [spokenChannel(channels).id, callDispatcher(ports.desk)],
  ])
