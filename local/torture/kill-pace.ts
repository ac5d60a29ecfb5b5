/**
 * How often a process is killed from outside. Deaths are shared out over calls, whose number does not depend on the machine; where the calls
 * are slow, blows from outside keep the pace that reaches the wanted number in half of the time there is.
 */
import { MINUTE_MS } from '#core/time/instant.ts'

const SHARE_OF_TIME = 0.5
/** Some more than wanted: the last hours of the days have little left to kill. */
const marginOn = (least: number) => least / 10
/** No more than one in some two seconds: whoever is killed has to be replaced. */
const WHEN_BEHIND = 5

export interface Progress {
  readonly kills: number
  readonly least: number
  readonly spentMs: number
  readonly minutes: number
}

export function shareOfBlows(ordinary: number, { kills, least, spentMs, minutes }: Progress): number {
  const passed = Math.min(1, spentMs / (minutes * MINUTE_MS * SHARE_OF_TIME))
  return kills < (least + marginOn(least)) * passed ? ordinary * WHEN_BEHIND : ordinary
}
