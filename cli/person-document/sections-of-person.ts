/** The export of a person in sections for the readable document: in the person's language, and in words wherever a row keeps a code. */
import type { HeldAbout } from '#app/person/held-about.ts'
import { contactRow, purchaseRow, voucherRow } from '#cli/person-document/given-rows.ts'
import { consentRows, profileRows, suppressionRows } from '#cli/person-document/profile-rows.ts'
import { answerRows, replyRow, workRow } from '#cli/person-document/said-rows.ts'
import { type Cell, type PersonReader, type Row, telling } from '#cli/person-document/telling.ts'
import type { DocumentSection } from '#web/customer/person-document.ts'

export function sectionsOf({ once, pages }: HeldAbout, reader: PersonReader): readonly DocumentSection[] {
  const tell = telling(once, reader)
  const { words } = tell
  const section = ([title, ...headings]: readonly [string, ...string[]], rows: Rows): DocumentSection => ({
    title,
    headings,
    rows: async function* () {
      for await (const page of rows()) yield page.map((row) => row.map(inCell))
    },
  })
  return [
    section(words.profile, oneOf(profileRows(once, tell))),
    section(
      words.consents,
      pagesOf(pages.consents, (page) => consentRows(page, tell)),
    ),
    section(
      words.purchases,
      each(pages.purchases, (purchase) => [purchaseRow(purchase, tell)]),
    ),
    section(
      words.contacts,
      each(pages.contacts, (entry) => [contactRow(entry, tell)]),
    ),
    section(
      words.responses,
      each(pages.responses, (response) => answerRows(response, tell)),
    ),
    section(
      words.replies,
      each(pages.replies, (reply) => [replyRow(reply, tell)]),
    ),
    section(
      words.work,
      each(pages.work, (item) => [workRow(item, tell)]),
    ),
    section(
      words.vouchers,
      each(pages.vouchers, (voucher) => [voucherRow(voucher, tell)]),
    ),
    section(words.suppression, oneOf(suppressionRows(once, tell))),
  ]
}

type Rows = () => AsyncIterable<readonly Row[]>

const inCell = (cell: Cell) => (cell === null || cell === undefined ? '' : String(cell))

const oneOf = (rows: readonly Row[]): Rows =>
  async function* () {
    yield rows
  }

const pagesOf = <Item>(pages: () => AsyncIterable<readonly Item[]>, rowsOf: (page: readonly Item[]) => readonly Row[]): Rows =>
  async function* () {
    for await (const page of pages()) yield rowsOf(page)
  }

const each = <Item>(pages: () => AsyncIterable<readonly Item[]>, rowsOf: (item: Item) => readonly Row[]): Rows =>
  pagesOf(pages, (page) => page.flatMap(rowsOf))
