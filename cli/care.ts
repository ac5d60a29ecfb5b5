/** The `care` command. Exit code 0: done; 1: refused, with reasons; 2: not understood; 130: interrupted. */

import { type Command, CommanderError } from 'commander'
import { careProgram } from '#cli/care-program.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import { INTERRUPTED_EXIT_CODE, InterruptedError } from '#cli/interruptible.ts'
import { placeToWork } from '#cli/place-to-work.ts'
import { VariablesMissingError } from '#cli/variables-missing.ts'

const output: CliOutput = {
  print: (text) => process.stdout.write(`${text}\n`),
  warn: (text) => process.stderr.write(`${text}\n`),
  refuse: (reasons) => {
    for (const reason of reasons) process.stderr.write(`${reason}\n`)
    process.exitCode = 1
  },
}

// A reader such as `head` closes the pipe after the first lines: that is no error.
process.stdout.on('error', (error) => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
  process.exit()
})

const place = placeToWork({ environment: process.env, warn: output.warn })

/** Commander ends the process by itself unless each command is told otherwise. */
function withExits(command: Command): Command {
  command.exitOverride()
  for (const each of command.commands) withExits(each)
  return command
}

try {
  await withExits(careProgram({ output, place })).parseAsync(process.argv)
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  // A file or a server that cannot be used: the system's message says which and why.
  else if (error instanceof Error && 'syscall' in error) output.refuse([error.message])
  else if (error instanceof InterruptedError) process.exitCode = INTERRUPTED_EXIT_CODE
  else if (error instanceof VariablesMissingError)
    output.refuse([`${error.message}; docs/deploy.md, section 5, says where they come from`])
  else throw error
} finally {
  await place.close()
}
