/** Prints a line for every finished day, and some within a long one, so that the operator sees the run's progress. */
import type { Instant } from '#core/time/instant.ts'

const SILENCE_MS = 15_000

export function progressLines({
  tell,
  figures,
}: {
  readonly tell: (line: string) => void
  readonly figures: () => string
}): (now: Instant, realMs: number) => void {
  let day: { readonly date: string; readonly beganMs: number } | undefined
  let toldMs = 0
  return (now, realMs) => {
    const date = now.slice(0, 10)
    if (day === undefined || day.date !== date) {
      if (day) tell(`${day.date}  is over after ${((realMs - day.beganMs) / 1000).toFixed(1)} s: ${figures()}`)
      day = { date, beganMs: realMs }
      toldMs = realMs
    } else if (realMs - toldMs > SILENCE_MS) {
      toldMs = realMs
      tell(`${now}  ${figures()}`)
    }
  }
}
