/** Remembered answers of a pure question, as many as a limit allows: speed without a leak. */

/** Answers like `compute`, from memory where it can; beyond the limit the answer remembered longest is forgotten. */
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
