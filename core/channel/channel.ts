/**
 * What a channel needs, as one value: how it reaches a customer, what a campaign says of it, and who carries it out. Everything that decides about
 * touches asks the table of these that it was handed; it knows no channel by name.
 */
import type * as z from 'zod'
import type { Customer } from '#core/customer/customer.ts'

/** As in campaign files, consent keys, policy packs and stored rows. */
export type ChannelId = string

/** Where a customer is reached. Two channels may share a kind: a call and a text message go to the same number. */
export interface ContactPoint {
  /** Part of the key of suppressions, so it never changes. */
  readonly kind: string
  /** As the customer's row holds it. Not normalised: `ContactKeys` does that. */
  readonly value: string
}

/** A kind of contact point, and how it is found on a customer's row. */
export interface ContactPointKind {
  readonly kind: string
  /** Null when the customer has none. */
  readonly of: (customer: Customer) => string | null
  /** False when nothing can be delivered to it as it is written, or it is known not to be the customer's. */
  readonly isUsable: (value: string, customer: Customer) => boolean
}

export interface Channel {
  readonly id: ChannelId
  readonly contactPoint: ContactPointKind
  /** What a campaign's `touch` holds beside the channel; null while no campaign can use the channel. */
  readonly touch: z.ZodRawShape | null
  /**
   * Its touch is a letter: a template's subject and body with links. Confirmations of stops go out by the first such channel, and customers who share
   * its contact point get one greeting (core/audience/shared-address.ts).
   */
  readonly isLetter: boolean
  /** The item of the price list that one touch costs. */
  readonly priceItem: string
  /** A person's touch is a task; a provider's leaves within seconds. */
  readonly carriedOutBy: 'provider' | 'person'
  /** Whether a word may come back later: delivered, bounced, complained. */
  readonly hasLaterWord: boolean
}

/** Every channel the company knows, in the order in which customers are asked about them. */
export type Channels = readonly Channel[]

/** Throws for a channel that the table does not hold: a row or a campaign names one that this version does not know. */
export function channelOf(channels: Channels, id: ChannelId): Channel {
  const channel = channels.find((each) => each.id === id)
  if (channel === undefined) throw new RangeError(`there is no channel ${id}`)
  return channel
}

/** The channel of letters: the first of them. Throws when the table has none, because a stop could not be confirmed. */
export function letterChannel(channels: Channels): Channel {
  const letter = channels.find(({ isLetter }) => isLetter)
  if (letter === undefined) throw new RangeError('the table has no channel of letters')
  return letter
}

/** The channel by which staff speak with customers: the first that a person carries out. Throws when the table has none. */
export function spokenChannel(channels: Channels): Channel {
  const spoken = channels.find(({ carriedOutBy }) => carriedOutBy === 'person')
  if (spoken === undefined) throw new RangeError('the table has no channel that a person carries out')
  return spoken
}

/** Letters, and the other channels that campaigns use: a customer is not asked to choose one that the company does not ring by. */
export const offered = (channels: Channels, used: ReadonlySet<ChannelId>): Channels =>
  channels.filter(({ id, isLetter }) => isLetter || used.has(id))

/** Where the channel reaches the customer; undefined when they gave no such address or number. */
export function contactPointOf({ contactPoint: { kind, of } }: Channel, customer: Customer): ContactPoint | undefined {
  const value = of(customer)
  return value === null ? undefined : { kind, value }
}

/** Whether the customer has such a contact point, and something can be delivered to it. */
export function isReachable({ contactPoint }: Channel, customer: Customer): boolean {
  const value = contactPoint.of(customer)
  return value !== null && contactPoint.isUsable(value, customer)
}

/** Every contact point of the customer, each once, whichever channels use it. */
export function contactPointsOf(channels: Channels, customer: Customer): readonly ContactPoint[] {
  const points = channels.flatMap((channel) => contactPointOf(channel, customer) ?? [])
  return [...new Map(points.map((point) => [point.kind, point])).values()]
}
