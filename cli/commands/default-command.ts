/** A command whose first subcommand runs when none is named: its help shows the options of that one, too. */
import type { Command } from 'commander'

export const withDefault = (command: Command, unnamed: Command): Command =>
  command
    .addCommand(unnamed, { isDefault: true })
    .addHelpText('after', () => `\nWithout a command: ${unnamed.name()}\n\n${unnamed.helpInformation()}`)
