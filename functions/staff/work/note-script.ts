/**
 * The one script of the staff app: it saves a note while it is typed, and says that a file is too large before it is sent. It holds no words; what it shows
 * came with the page or with the answer. One save at a time, so that an older text never overtakes a newer one, and none more once the form is sent. A save
 * without an answer is sent again with its own words before any newer ones: the server may have kept it, and knows it by them.
 */

import { FILE_SIZE_SCRIPT } from '#web/customer/file-size-script.ts'
import { NOTE_SCRIPT_PATH } from '#web/staff/paths.ts'
import type { StaticFile } from '#web/static-file.ts'

const NOTE_SCRIPT = `'use strict'
const note = document.querySelector('textarea[data-kept-by]')
if (note && note.form) keepWhatIsTyped(note)
${FILE_SIZE_SCRIPT}
function keepWhatIsTyped(note) {
  const QUIET_MS = 1200, LONGEST_MS = 8000, AGAIN_MS = 10000
  const form = note.form
  const said = document.getElementById('note-kept')
  const value = (name) => { const field = form.elements.namedItem(name); return field ? field.value : '' }
  let kept = note.value, since = null, timer = 0, saving = null, unanswered = null, isSent = false

  const later = (ms) => { clearTimeout(timer); timer = setTimeout(save, ms) }
  const typed = () => {
    since = since === null ? Date.now() : since
    later(Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - Date.now())))
  }

  async function save() {
    const text = unanswered === null ? note.value : unanswered
    if (saving || isSent || text === kept) return
    since = null
    unanswered = text
    saving = new AbortController()
    try {
      const answer = await fetch(note.dataset.keptBy, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams({ note: text, 'typed-seen': value('typed-seen') }),
        keepalive: true,
        redirect: 'error',
        signal: saving.signal,
      })
      const told = await answer.json()
      said.textContent = told.said
      // Refused for good: the same words are not sent again.
      kept = text
      unanswered = null
      if (told.revision) form.elements.namedItem('typed-seen').value = told.revision
    } catch {
      if (!isSent) { said.textContent = said.dataset.failed; later(AGAIN_MS) }
    } finally {
      saving = null
    }
    if (note.value !== text) typed()
  }

  note.addEventListener('input', typed)
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') save() })
  form.addEventListener('submit', () => { isSent = true; clearTimeout(timer); if (saving) saving.abort() })
  addEventListener('pageshow', () => { isSent = false })
}
`

export const NOTE_KEEPER: StaticFile = { path: NOTE_SCRIPT_PATH, type: 'text/javascript; charset=utf-8', text: NOTE_SCRIPT }
