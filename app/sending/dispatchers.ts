/** What carries the touches of each channel that campaigns use. A new channel's dispatcher is added here. */
import type { Dispatchers } from '#app/ports/dispatching.ts'
import { type LetterPorts, letterDispatcher } from '#app/sending/letter-dispatcher.ts'
import { type Channels, letterChannel } from '#core/channel/channel.ts'

/** Letters are the only channel with campaigns so far. */
export const dispatchersOf = (letters: LetterPorts, channels: Channels): Dispatchers =>
  new Map([[letterChannel(channels).id, letterDispatcher(letters, channels)]])
