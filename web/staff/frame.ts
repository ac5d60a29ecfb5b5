/** The frame of every page of the staff app. Nothing needs a script, and no content comes from another host. */

import { html } from 'hono/html'
import type { Company } from '#core/campaign/company.ts'
import { mayDo } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import type { Section } from '#web/staff/sections.ts'
import { STAFF_PICTURE, STAFF_STYLE } from '#web/staff/static-files.ts'
import type { Typed } from '#web/staff/typed-field.ts'
import { staticAddress } from '#web/static-file.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { ROLE_WORDS } from '#web/words/roles.ts'

export interface Frame {
  readonly locale: PageLocale
  readonly company: Company
  readonly now: Instant
  /** Who is signed in; null on the pages that need no sign-in. */
  readonly visitor: StaffMember | null
  /** Set while staff may not put work on the queues. */
  readonly busy: Busy | null
  readonly sections: readonly Section[]
  /** The page of a mail by the provider's id; null where no mail is kept. */
  readonly mailPath: ((providerId: string) => string) | null
  /** The address of the pages that customers reach from their mails, the till among them. */
  readonly pages: string
  /** The path of this page, to come back to. */
  readonly path: string
  /** Into a form that was sent, for the pages that refuse it and cannot show it again. */
  readonly typed: readonly Typed[]
}

/** The task that the system is busy with. */
export interface Busy {
  /** Shown at the top of every page except the one that tells more. */
  readonly banner: string
  readonly path: string
  /** Beside a button that is disabled meanwhile. */
  readonly because: string
}

/** Why the queues may not be worked on now, or null. Two acts at once would be harmless, and the page could not say which of them changed what. */
export const busyBecause = ({ busy }: Pick<Frame, 'busy'>): string | null => busy?.because ?? null

const WORDS = bothLanguages({
  vi: {
    room: 'Chăm sóc khách hàng',
    signOut: 'Đăng xuất',
    signIn: 'Đăng nhập',
    other: 'English',
    skip: 'Đến nội dung',
  },
  en: {
    room: 'Customer care',
    signOut: 'Sign out',
    signIn: 'Sign in',
    other: 'Tiếng Việt',
    skip: 'Skip to the content',
  },
})

export function framePage({
  frame,
  section,
  title,
  body,
  refreshSeconds = null,
}: {
  readonly frame: Frame
  /** The section that the page belongs to, if any. */
  readonly section: string | null
  readonly title: string
  readonly body: Html
  readonly refreshSeconds?: number | null
}): Html {
  const { locale, company, now, busy, sections, path, visitor } = frame
  const words = WORDS[locale]
  const other = locale === 'vi' ? 'en' : 'vi'
  return html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${refreshSeconds === null ? '' : html`<meta http-equiv="refresh" content="${refreshSeconds}">`}
    <title>${title} · ${words.room} · ${company.name}</title>
    <link rel="icon" href="${staticAddress(STAFF_PICTURE)}" type="image/svg+xml">
    <link rel="stylesheet" href="${staticAddress(STAFF_STYLE)}">
  </head>
  <body>
    <a class="jump" href="#content">${words.skip}</a>
    <header>
      <div class="top">
        <p class="brand"><a href="/"><img src="${staticAddress(STAFF_PICTURE)}" alt="" width="28" height="28"> <span>${company.name} <small>${words.room}</small></span></a></p>
        <p class="clock"><time datetime="${now}">${localTimeAt(now, company.zone)} · ${shortDate(localDateAt(now, company.zone), locale)}</time></p>
        ${visitor ? signedIn(visitor, locale) : html`<a class="language" href="/sign-in">${words.signIn}</a>`}
        <a class="language" hreflang="${other}" lang="${other}" href="${`/language/${other}?back=${encodeURIComponent(path)}`}">${words.other}</a>
      </div>
      <nav>${sections
        .filter(({ needs }) => needs === null || (visitor !== null && mayDo(visitor.role, needs)))
        .map(
          (one) => html`<a href="${one.path}"${one.id === section ? html` aria-current="page"` : ''}>${one.name[locale]}</a>`,
        )}</nav>
    </header>
    ${busy && !path.startsWith(busy.path) ? html`<p class="banner" role="status"><a href="${busy.path}">${busy.banner}</a></p>` : ''}
    <main id="content">
      ${body}
    </main>
  </body>
</html>`
}

const signedIn = ({ name, role }: StaffMember, locale: PageLocale): Html =>
  html`<form method="post" action="/sign-out" class="visitor"><span>${name}<span class="role">, ${ROLE_WORDS[locale][role]}</span></span> <button class="quiet">${WORDS[locale].signOut}</button></form>`
