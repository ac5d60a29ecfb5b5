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
