/**
 * Looks by itself whether a campaign file or a template was saved, so that saving is enough also where no page is open. Reads in turn with the
 * moves of time and the work on the queues, never beside them.
 */
import type { CampaignFiles } from '#local/campaign-files.ts'
import type { OneAtATime } from '#local/one-at-a-time.ts'

const LOOK_MS = 1_500

export interface FileWatch {
  /** No look begins after this; resolves when the one at work is over. A look that waits for a move of time ends with that move. */
  stop(): Promise<void>
}

export function watchFiles({
  files,
  alone,
  tell,
}: {
  readonly files: Pick<CampaignFiles, 'unread' | 'refresh'>
  readonly alone: OneAtATime
  readonly tell: (line: string) => void
}): FileWatch {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let seenBefore: string | null = null
  let failure = ''

  async function look(): Promise<void> {
    const unread = files.unread()
    // Seen alike twice: an editor that is still writing must not have half a letter accepted.
    const isSettled = unread === null || unread === seenBefore
    seenBefore = unread
    if (unread === null || !isSettled) return
    await alone(async () => {
      if (!stopped) await files.refresh()
    })
  }
  function later(): void {
    timer = setTimeout(() => {
      looking = look()
        .then(
          () => {
            failure = ''
          },
          (error: unknown) => {
            const because = error instanceof Error ? error.message : String(error)
            if (because !== failure) tell(`the campaign files cannot be read: ${because}`)
            failure = because
          },
        )
        .then(() => {
          if (!stopped) later()
        })
    }, LOOK_MS)
    // The look keeps no process alive.
    timer.unref()
  }
  later()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
