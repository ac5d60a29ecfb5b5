/** A provider with scripted answers, and one without findings: for rehearsals and tests. */
import type { MailProvider } from '#app/ports/provider.ts'
import type { ProviderState } from '#core/planning/sender-findings.ts'

export interface MemoryMailProvider extends MailProvider {
  /** Changes these parts of its answer from now on. */
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
