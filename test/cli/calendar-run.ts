/** Runs one command in process and collects what it said. */
import { type Command, CommanderError } from 'commander'
import type { CliOutput } from '#cli/cli-output.ts'

interface Run {
  readonly printed: string
  readonly warned: readonly string[]
  readonly refused: readonly string[]
  /** What commander wrote about wrong usage, and the exit code it asked for. */
  readonly usage: string
  readonly exitCode: number
}

export async function runCommand(make: (output: CliOutput) => Command, args: readonly string[]): Promise<Run> {
  const printed: string[] = []
  const warned: string[] = []
  const refused: string[] = []
  const usage: string[] = []
  const output: CliOutput = {
    print: (text) => printed.push(text),
    warn: (text) => warned.push(text),
    refuse: (reasons) => refused.push(...reasons),
  }
  const command = make(output)
    .exitOverride()
    .configureOutput({ writeErr: (text) => usage.push(text) })
  const said = (exitCode: number): Run => ({ printed: printed.join('\n'), warned, refused, usage: usage.join(''), exitCode })
  try {
    await command.parseAsync(args, { from: 'user' })
    return said(refused.length > 0 ? 1 : 0)
  } catch (error) {
    if (error instanceof CommanderError) return said(error.exitCode)
    throw error
  }
}
