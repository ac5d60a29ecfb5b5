/** The options after `npm start --`. */
import { parseArgs } from 'node:util'
import { isLocalDate, type LocalDate } from '#core/time/local-date.ts'
import type { ClockKind } from '#local/state-folder.ts'

export interface StartFlags {
  readonly clock: ClockKind
  readonly fresh: boolean
  readonly port: number
  /** The port at which mail programs on this machine hand in answers to customers' mails. */
  readonly smtpPort: number
  /** Sample customers read their mail and answer it. */
  readonly listeners: boolean
  /** Sample agents ring the customers of their lists. */
  readonly agents: boolean
  /** The first day of a new moved clock. */
  readonly at: LocalDate | undefined
  /** Another folder for the state. */
  readonly state: string | undefined
}

export const START_USAGE = `npm start -- [--clock moved|real] [--fresh] [--port N] [--smtp-port N] [--no-listeners] [--no-agents] [--at YYYY-MM-DD] [--state DIR]
  --clock moved   time stands still until you move it on the page Clock (as without the flag)
  --clock real    real time
  --fresh         forget everything and begin anew
  --port N        where the staff app is served (8420)
  --smtp-port N   where mail to the reply domain is taken (2525)
  --no-listeners  the sample company's customers answer nothing by themselves
  --no-agents     the sample company's agents ring no customer; the lists of calls are left to you
  --at DATE       the day on which a new moved clock begins (today)
  --state DIR     keep the state there instead of in .local/`

const DEFAULT_PORT = 8420
const DEFAULT_SMTP_PORT = 2525

export function readStartFlags(args: readonly string[]): StartFlags | { readonly help: true } | { readonly refused: string } {
  const read = parsed(args)
  if ('refused' in read) return read
  const { help, clock = 'moved', fresh = false, port = String(DEFAULT_PORT), at, state } = read
  const smtpPort = read['smtp-port'] ?? String(DEFAULT_SMTP_PORT)
  if (help) return { help: true }
  if (clock !== 'moved' && clock !== 'real') return { refused: `--clock ${clock}: expected moved or real` }
  for (const [flag, number] of Object.entries({ port, 'smtp-port': smtpPort })) {
    if (!/^\d{1,5}$/.test(number) || Number(number) > 65_535)
      return { refused: `--${flag} ${number}: expected a number up to 65535` }
  }
  if (at !== undefined && !isLocalDate(at)) return { refused: `--at ${at}: expected a day that exists, written YYYY-MM-DD` }
  if (at !== undefined && clock === 'real') return { refused: '--at: real time begins where it is; leave it out' }
  return {
    clock,
    fresh,
    port: Number(port),
    smtpPort: Number(smtpPort),
    listeners: !read['no-listeners'],
    agents: !read['no-agents'],
    at,
    state,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        clock: { type: 'string' },
        fresh: { type: 'boolean' },
        port: { type: 'string' },
        'smtp-port': { type: 'string' },
        'no-listeners': { type: 'boolean' },
        'no-agents': { type: 'boolean' },
        at: { type: 'string' },
        state: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}
