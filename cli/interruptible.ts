/** Work that Ctrl-C ends between two of its steps, so that what it began is cleared away first. */
import { setImmediate } from 'node:timers/promises'

export class InterruptedError extends Error {
  override name = 'InterruptedError'
}

/** As a shell counts a command that a signal ended. */
export const INTERRUPTED_EXIT_CODE = 130

/** `pause` lets signals in, and throws once there was one. A second Ctrl-C changes nothing: the launcher passes on the first one again. */
export async function interruptible<Result>(work: (pause: () => Promise<void>) => Promise<Result>): Promise<Result> {
  let isInterrupted = false
  const interrupt = () => {
    isInterrupted = true
  }
  const pause = async () => {
    await setImmediate()
    if (isInterrupted) throw new InterruptedError('interrupted')
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt)
  try {
    return await work(pause)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt)
  }
}
