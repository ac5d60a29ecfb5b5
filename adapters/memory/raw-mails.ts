/** Raw mails in memory: for rehearsals and tests. */
import type { RawMails } from '#app/ports/listening.ts'

export interface MemoryRawMails extends RawMails {
  put(key: string, bytes: Uint8Array): void
}

export function memoryRawMails(): MemoryRawMails {
  const mails = new Map<string, Uint8Array>()
  return {
    put: (key, bytes) => {
      mails.set(key, bytes.slice())
    },
    read: async (key, most) => {
      const bytes = mails.get(key)
      if (bytes === undefined) return undefined
      return bytes.length > most ? { tooLarge: bytes.length } : { bytes: bytes.slice() }
    },
    readBeginning: async (key, most) => mails.get(key)?.slice(0, most),
    remove: async (key) => {
      mails.delete(key)
    },
    exists: async (key) => mails.has(key),
  }
}
