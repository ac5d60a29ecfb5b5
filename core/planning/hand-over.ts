/**
 * When a touch that staff carry out comes to their desk: early on the day, before the lists of the teams are made, whatever the hours are in which the
 * customer may be rung. Those hours bind the call itself.
 */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Channel } from '#core/channel/channel.ts'
import { MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { DayHours, Slot } from '#core/time/send-slot.ts'

/** Before the company's day begins: time for tries again, and for lists that are made early. */
const EARLIER_MINUTES = 90
/** All of a day within this time: there is nothing to pace. */
const HANDED_OVER_MS = 30 * MINUTE_MS

type Carried = Pick<Channel, 'carriedOutBy'>

const handOverFrom = ({ startOfDay }: Pick<Company, 'startOfDay'>): string => {
  const [hours = 0, minutes = 0] = startOfDay.split(':').map(Number)
  const at = Math.max(0, hours * 60 + minutes - EARLIER_MINUTES)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

/** The hours in which a touch may leave, where it may be made in `hours`: the same for a mail; for a call from early on, until its last hour. */
export function leavingHours(
  hours: readonly DayHours[],
  channel: Carried,
  company: Pick<Company, 'startOfDay'>,
): readonly DayHours[] {
  const last = hours.at(-1)
  if (channel.carriedOutBy === 'provider' || !last) return hours
  const from = handOverFrom(company)
  return from < last.to ? [{ from, to: last.to }] : hours
}

/** The local time of the first touch of a day. */
export const firstLeaving = (
  { window }: Pick<CampaignDefinition, 'window'>,
  channel: Carried,
  company: Pick<Company, 'startOfDay'>,
): string =>
  channel.carriedOutBy === 'provider' ? window.from : (leavingHours([window], channel, company)[0]?.from ?? window.from)

/** Over which part of its slot a day's touches are spread. */
export const spreadOver = (slot: Slot, channel: Carried): Slot => {
  if (channel.carriedOutBy === 'provider') return slot
  const to = plusMs(slot.from, HANDED_OVER_MS)
  return { ...slot, to: to < slot.to ? to : slot.to }
}
