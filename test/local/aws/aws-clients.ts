/** Real SDK clients pointed at a local endpoint, and the folders and clocks the tests of the endpoints share. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Instant } from '#core/time/instant.ts'
import { type MovableClock, openMovableClock } from '#local/clock/movable-clock.ts'

export { schedulerClient, sesClient } from '#test/local/aws/client-access.ts'

export const clockAt = (startAt: Instant): MovableClock => openMovableClock({ folder: null, startAt })

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-aws-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The name and the message of what a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<{ name: string; message: string }> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error) return { name: error.name, message: error.message }
  }
  throw new Error('the call was not refused')
}
