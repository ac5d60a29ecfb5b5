/** Where a command writes, so that commands can be tested without a terminal. */

export interface CliOutput {
  /** The answer, on standard output. */
  print(text: string): void
  /** Progress and warnings, on standard error. */
  warn(text: string): void
  /** The command was understood but refused: reasons on standard error, exit code 1. */
  refuse(reasons: readonly string[]): void
}
