/**
 * Whether a form sends what its page offers. Anything else is an altered form, which is refused: taken for another choice it would note what the member
 * of staff did not choose. Pages of before do not send every field: an empty one is offered by each.
 */
export const isOffered = (choices: readonly string[], sent: string): boolean => sent === '' || choices.includes(sent)
