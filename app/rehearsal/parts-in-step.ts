/** Lets the parts of a rehearsed base wait for each other: what one tells about a thing is answered when all have told theirs. */
import type { BaseParts } from '#app/ports/base-parts.ts'

export interface PartsInStep {
  /** What the part of that number is given. */
  part(index: number): BaseParts
  /** No part is waited for any longer: every question, asked already or later, fails with this error. */
  fail(error: unknown): void
}

/** What the parts told about one thing so far. */
interface Round<Told> {
  readonly told: (readonly Told[])[]
  readonly answer: PromiseWithResolvers<readonly Told[]>
}

export function partsInStep(count: number): PartsInStep {
  const sums = meeting<number>(count, (told) =>
    (told[0] ?? []).map((_, at) => told.reduce((sum, each) => sum + (each[at] ?? 0), 0)),
  )
  const texts = meeting<string>(count, (told) => told.flat())
  return {
    part: (index) => ({
      count,
      sum: (about, amounts) => sums.tell(index, { about, said: amounts }),
      all: (about, said) => texts.tell(index, { about, said }),
    }),
    fail: (error) => {
      sums.fail(error)
      texts.fail(error)
    },
  }
}

function meeting<Told>(count: number, answerTo: (told: readonly (readonly Told[])[]) => readonly Told[]) {
  /** Of each thing the rounds that some part has not come to yet, oldest first: a part may ask about it again before another asks first. */
  const rounds = new Map<string, Round<Told>[]>()
  let failed: { readonly error: unknown } | undefined
  return {
    async tell(
      index: number,
      { about, said }: { readonly about: string; readonly said: readonly Told[] },
    ): Promise<readonly Told[]> {
      if (failed) throw failed.error
      const open = rounds.get(about) ?? []
      let round = open.find(({ told }) => told[index] === undefined)
      if (!round) {
        round = { told: [], answer: Promise.withResolvers() }
        open.push(round)
        rounds.set(about, open)
      }
      round.told[index] = said
      if (round.told.filter((each) => each !== undefined).length === count) {
        open.splice(open.indexOf(round), 1)
        if (open.length === 0) rounds.delete(about)
        round.answer.resolve(answerTo(round.told))
      }
      return round.answer.promise
    },
    fail(error: unknown): void {
      failed = { error }
      for (const open of rounds.values()) for (const { answer } of open) answer.reject(error)
      rounds.clear()
    },
  }
}
