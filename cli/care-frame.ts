/** What every command is given: where its words go, and where it works. */
import type { CliOutput } from '#cli/cli-output.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'

export interface CareFrame {
  readonly output: CliOutput
  readonly place: PlaceToWork
}
