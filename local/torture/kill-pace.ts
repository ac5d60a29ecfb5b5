/**
 * How often a process is killed from outside. Deaths are spread over calls, whose number does not depend on the machine. Where the calls are slow,
 * kills from outside keep the pace that reaches the wanted number in half of the run's time.
 */
import { MINUTE_MS } from '#core/time/instant.ts'

const SHARE_OF_TIME = 0.5
/** Some more than wanted: in the last hours of the days few processes are at work. */
const marginOn = (least: number) => least / 10
/** At most one kill in about two seconds: a killed process has to be replaced. */
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
