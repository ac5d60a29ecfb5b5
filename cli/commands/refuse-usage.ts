/** Flags that Commander accepts one by one, and that make no sense together: the exit code of a wrong call. */
import type { Command } from 'commander'

export const refuseUsage = (command: Command, reason: string): never =>
  command.error(`error: ${reason}`, { exitCode: 2, code: 'care.usage' })
