/** Waits for all of several works, and only then throws the first failure: what others still do must not go on unseen behind it. */
export async function allOrFailure<Result>(works: readonly Promise<Result>[]): Promise<readonly Result[]> {
  await Promise.allSettled(works)
  return Promise.all(works)
}
