/** The proof of a consent or a refusal, as it is kept in one line: written here, and read here alone, so that pages can tell it in words. */

/**
 * row: of a table that was imported; form: a page opened by a link, with the version of its words; link: a link of ours, by the end of its token;
 * mail: one that we sent or got.
 */
export type Evidence =
  | { readonly kind: 'row'; readonly file: string; readonly row: number }
  | { readonly kind: 'form'; readonly link: string; readonly locale: 'vi' | 'en'; readonly words: string }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'mail'; readonly id: string }
  | { readonly kind: 'unknown'; readonly written: string }

export const rowEvidence = ({ file, row }: { readonly file: string; readonly row: number }): string => `${file} row ${row}`

/** `shown`: the language and version of the words, as the page names them. */
export const formEvidence = ({ token, shown }: { readonly token: string; readonly shown: string }): string =>
  `${linkEvidence(token)} text ${shown}`

/** The end of the token tells which link it was, and opens nothing. */
export const linkEvidence = (token: string): string => token.slice(-16)

/** What an older version or another program wrote stays as it was written. */
export function readEvidence({ source, evidence }: { readonly source: string; readonly evidence: string }): Evidence {
  const written = evidence.trim()
  switch (source) {
    case 'import': {
      const [, file, row] = /^(.+) row (\d+)$/.exec(written) ?? []
      return file && row ? { kind: 'row', file, row: Number(row) } : { kind: 'unknown', written }
    }
    case 'preference-page': {
      const [, link, locale, words] = /^(\S+) text (vi|en)-([0-9a-f]{8})$/.exec(written) ?? []
      return link && words && (locale === 'vi' || locale === 'en')
        ? { kind: 'form', link, locale, words }
        : { kind: 'unknown', written }
    }
    case 'unsubscribe-page':
    case 'one-click':
      return { kind: 'link', link: written }
    case 'mailto-unsubscribe':
    case 'reply':
    case 'spam-complaint':
      return { kind: 'mail', id: written }
    default:
      return { kind: 'unknown', written }
  }
}
