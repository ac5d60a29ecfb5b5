/** How many touches there are of each campaign, tier, channel and day, with the price of each: of a rehearsal, or of the facts. */
import type { LocalDate } from '#core/time/local-date.ts'

export interface UnitPrice {
  /** Minor units of a thousand touches. */
  readonly perThousand: number
  readonly validFrom: LocalDate
  readonly source: string
}

export interface Volume {
  readonly campaign: string
  /** Null: customers without a tier. */
  readonly tier: string | null
  readonly channel: string
  readonly date: LocalDate
  /** Staff carry it out by talking. */
  readonly isCall: boolean
  readonly count: number
  readonly price: UnitPrice
  /** What the gift in each touch is worth; 0 without one. */
  readonly gift: number
}

const keyOf = ({ campaign, tier, channel, date, isCall, price, gift }: Omit<Volume, 'count'>): string =>
  JSON.stringify([campaign, tier, channel, date, isCall, price.perThousand, price.validFrom, gift])

/** Adds up what is alike. The order in which touches come does not matter. */
export function volumeTally() {
  const volumes = new Map<string, Volume>()
  return {
    add(touches: Volume): void {
      const key = keyOf(touches)
      volumes.set(key, { ...touches, count: (volumes.get(key)?.count ?? 0) + touches.count })
    },
    all: (): readonly Volume[] => [...volumes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, volume]) => volume),
  }
}
