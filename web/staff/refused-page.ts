/** The page of something that the visitor's role may not see or do. */
import { html } from 'hono/html'
import type { Permission } from '#core/staff/role.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { typedWords } from '#web/staff/typed-words.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { onlyFor, ROLE_WORDS } from '#web/words/roles.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Vai trò của bạn không làm được việc này',
    you: (name: string, role: string) => `Bạn đang đăng nhập là ${name}, ${role}.`,
    ask: 'Nếu bạn cần làm việc này, hãy nhờ một người trong số đó, hoặc nhờ người vận hành đổi vai trò của bạn trong danh sách nhân viên.',
  },
  en: {
    title: 'Your role cannot do this',
    you: (name: string, role: string) => `You are signed in as ${name}, ${role}.`,
    ask: 'If you need it, ask one of them, or ask an operator to change your role in the roster.',
  },
})

export function refusedPage(frame: Frame, permission: Permission): Html {
  const { locale, visitor } = frame
  const words = WORDS[locale]
  const you = visitor ? html`<p>${words.you(visitor.name, ROLE_WORDS[locale][visitor.role])}</p>` : ''
  const body = html`<h1>${words.title}</h1>
      <section class="attention"><p><b>${onlyFor(permission, locale)}</b></p>${you}<p>${words.ask}</p>${typedWords(frame)}</section>`
  return framePage({ frame, section: 'none', title: words.title, body })
}
