/** Remembers the answers of a pure function up to a limit: faster, without a memory leak. */

/** Answers like `compute`, from memory where it can. Beyond the limit the oldest answer is forgotten. */
export function boundedMemo<Question, Answer>(
  limit: number,
  compute: (question: Question) => Answer,
): (question: Question) => Answer {
  const answers = new Map<Question, { readonly answer: Answer }>()
  return (question) => {
    const known = answers.get(question)
    if (known !== undefined) return known.answer
    const answer = compute(question)
    if (answers.size >= limit) {
      const [oldest] = answers.keys()
      if (oldest !== undefined) answers.delete(oldest)
    }
    answers.set(question, { answer })
    return answer
  }
}
