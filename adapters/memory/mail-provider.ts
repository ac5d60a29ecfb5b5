/** A provider that answers as it is told, and one of whom nothing is wrong: for rehearsals and tests. */
import type { MailProvider } from '#app/ports/provider.ts'
import type { ProviderState } from '#core/planning/sender-findings.ts'

export interface MemoryMailProvider extends MailProvider {
  /** From now on parts of its answer are these. */
  become(changes: Partial<ProviderState>): void
}

const ALL_WELL: ProviderState = {
  account: { sendingEnabled: true, production: true, standing: 'healthy', perDay: null, perSecond: null },
  identity: { name: 'example.com', verified: true, signs: true, mailFrom: null },
  configurationSet: { name: 'care', sendingEnabled: true },
}

export function memoryMailProvider(): MemoryMailProvider {
  let state = ALL_WELL
  return {
    examine: async () => state,
    become: (changes) => {
      state = { ...state, ...changes }
    },
  }
}
