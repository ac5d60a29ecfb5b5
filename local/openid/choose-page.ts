/** The page on which a visitor of the local system chooses who to be, one press each. */
import { html } from 'hono/html'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { ROLE_DUTIES, ROLE_WORDS } from '#web/words/roles.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Bạn là ai hôm nay?',
    lead: 'Công ty mẫu chạy trên máy này, nên không cần mật khẩu: chọn một người để xem hệ thống bằng mắt của người đó.',
    open: 'Đồng hồ và Hộp thư chỉ có trên máy này, và mở cho mọi người, dù bạn chọn là ai.',
    none: 'Danh sách nhân viên (campaigns/staff.json) chưa có ai.',
  },
  en: {
    title: 'Who are you today?',
    lead: 'The sample company runs on this machine, so no password is needed: choose a person, and see the system with their eyes.',
    open: 'Clock and Mailbox exist only on this machine, and are open to everyone, whoever you choose to be.',
    none: 'The roster (campaigns/staff.json) has nobody yet.',
  },
})

export function choosePage(
  frame: Frame,
  { people, action }: { readonly people: readonly StaffMember[]; readonly action: string },
): Html {
  const words = WORDS[frame.locale]
  const body = html`<h1>${words.title}</h1>
      <p>${words.lead}</p>
      <p class="quiet"><small>${words.open}</small></p>
      ${people.length === 0 ? html`<p>${words.none}</p>` : html`<ul class="people">${people.map((person) => html`<li>${choice(person, { frame, action })}</li>`)}</ul>`}`
  return framePage({ frame, section: 'none', title: words.title, body })
}

const choice = (
  { name, address, team, role }: StaffMember,
  { frame, action }: { readonly frame: Frame; readonly action: string },
): Html =>
  html`<form method="post" action="${action}"><button name="address" value="${address}" class="person"><b>${name}</b> <span>${ROLE_WORDS[frame.locale][role]}</span> <small>${ROLE_DUTIES[frame.locale][role]}</small> <small>${team}</small></button></form>`
