/** Who works here, in which team and role. */
import { html } from 'hono/html'
import { ROLES } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { fileLine } from '#web/staff/settings/file-line.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { inOrder } from '#web/words/in-order.ts'
import { ROLE_WORDS } from '#web/words/roles.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Nhân viên',
    columns: ['Tên', 'Nhóm', 'Vai trò', 'Địa chỉ đăng nhập'],
    version: (version: number, at: string, by: string) => `Phiên bản ${version}, công bố lúc ${at} (${by}).`,
    empty: 'Chưa có danh sách nhân viên. Khi được công bố, mọi người sẽ đứng ở đây.',
  },
  en: {
    title: 'Staff',
    columns: ['Name', 'Team', 'Role', 'Signs in with'],
    version: (version: number, at: string, by: string) => `Version ${version}, published at ${at} (${by}).`,
    empty: 'No roster was published yet. Once it is, everybody stands here.',
  },
})

export interface PublishedPeople {
  readonly people: readonly StaffMember[]
  readonly version: number
  readonly publishedAt: string
  readonly publishedBy: string
}

/** By team, then role, then name. */
export function rosterSection(
  roster: PublishedPeople | undefined,
  { frame, file }: { readonly frame: Frame; readonly file: string },
): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const place = ({ team, role, name }: StaffMember) => `${team} ${ROLES.indexOf(role)} ${name}`
  const rows = inOrder(roster?.people ?? [], { locale, by: place }).map(({ name, team, role, address }) => [
    name,
    team,
    ROLE_WORDS[locale][role],
    address,
  ])
  const published =
    roster &&
    words.version(roster.version, writtenInstant(roster.publishedAt, { zone: company.zone, locale }), roster.publishedBy)
  return html`<section><h2>${words.title}</h2>
        ${published === undefined ? '' : html`<p class="quiet">${published}</p>`}
        ${table({ locale, label: words.title, headings: words.columns, rows, empty: words.empty })}
        ${fileLine(file, locale)}
      </section>`
}
