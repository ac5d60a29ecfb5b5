/** How roles are said, and how the refusal of what a role may not do. */
import { type Permission, type Role, rolesWith } from '#core/staff/role.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const ROLE_WORDS = bothLanguages<Readonly<Record<Role, string>>>({
  vi: {
    agent: 'nhân viên chăm sóc',
    lead: 'trưởng nhóm',
    head: 'trưởng phòng chăm sóc',
    director: 'ban giám đốc',
    marketing: 'marketing',
    operator: 'người vận hành',
  },
  en: {
    agent: 'care agent',
    lead: 'team lead',
    head: 'head of care',
    director: 'director',
    marketing: 'marketing',
    operator: 'operator',
  },
})

/** What each role is there for, for whoever chooses one. */
export const ROLE_DUTIES = bothLanguages<Readonly<Record<Role, string>>>({
  vi: {
    agent: 'Gọi lại cho khách, ghi lại và đóng việc.',
    lead: 'Xem việc của cả nhóm, mở lại việc, đọc nhật ký.',
    head: 'Xem mọi số liệu, tạm dừng chiến dịch, xóa dữ liệu theo yêu cầu.',
    director: 'Xem số liệu, không xem tên khách.',
    marketing: 'Xem chiến dịch, bản xem trước và ngân sách.',
    operator: 'Giữ cho hệ thống chạy: gửi lại, giao lại, xử lý thư lỗi.',
  },
  en: {
    agent: 'Calls customers back, notes and closes work.',
    lead: 'Sees the team’s work, opens it again, reads the log.',
    head: 'Sees every figure, pauses campaigns, erases on request.',
    director: 'Sees figures, and no customer’s name.',
    marketing: 'Sees campaigns, previews and budgets.',
    operator: 'Keeps it running: sends again, puts back what failed.',
  },
})

const WORDS = bothLanguages({
  vi: { only: (roles: string) => `Chỉ dành cho: ${roles}.` },
  en: { only: (roles: string) => `Only for: ${roles}.` },
})

/** `Only for: team lead, operator.` */
export const onlyFor = (permission: Permission, locale: PageLocale): string =>
  WORDS[locale].only(
    rolesWith(permission)
      .map((role) => ROLE_WORDS[locale][role])
      .join(', '),
  )
