/** Hides Handlebars tags from Markdown: `**{{x}}**` and `[text]({{link}})` keep their meaning, escapes included. */

const TAG = /\{\{\{?[^{}]*\}?\}\}/g

interface HeldTags {
  /** The text with a plain lower-case word in place of each tag: safe in a sentence and in a link. */
  readonly held: string
  readonly restore: (rendered: string) => string
}

export function holdTags(text: string): HeldTags {
  const tags: string[] = []
  const word = unusedWord(text)
  const held = text.replace(TAG, (tag) => {
    const known = tags.indexOf(tag)
    return `${word}${known === -1 ? tags.push(tag) - 1 : known}q`
  })
  return {
    held,
    restore: (rendered) => rendered.replace(new RegExp(`${word}(\\d+)q`, 'g'), (_, index) => tags[Number(index)] ?? ''),
  }
}

function unusedWord(text: string): string {
  let word = 'qtag'
  while (text.includes(word)) word += 'q'
  return word
}
