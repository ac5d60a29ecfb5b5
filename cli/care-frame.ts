/** What every command gets: its output, and the place it works on. */
import type { CliOutput } from '#cli/cli-output.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'

export interface CareFrame {
  readonly output: CliOutput
  readonly place: PlaceToWork
}
