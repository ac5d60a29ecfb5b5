/** Staff who are at work: the clock stands as long as they are. */
export interface AtWork {
  run(work: () => Promise<void>): Promise<void>
  isQuiet(): boolean
}

export function atWork(failed: (error: unknown) => void): AtWork {
  let count = 0
  return {
    async run(work) {
      count++
      await work().catch(failed)
      count--
    },
    isQuiet: () => count === 0,
  }
}
